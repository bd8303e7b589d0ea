/** What a body declares: one declaration or many, as JSON, NDJSON, or CSV of declarations or of spells. */
import type { FastifyRequest } from "fastify";
import type { DeclarationContent } from "../domain/declaration.ts";
import { readDeclaration } from "../formats/declaration-json.ts";
import type { DeclarationLine, ReadLines } from "../formats/declaration-lines.ts";
import { declarationParts } from "../formats/declaration-ndjson.ts";
import { declarationTableParts } from "../formats/declaration-tables.ts";
import { JsonFields } from "../formats/json-fields.ts";
import type { Fault as EntryFault } from "../ledger/checks.ts";
import { bytesOf, jsonOf, mediaTypeOf } from "./body.ts";
import type { Fault } from "./problem.ts";
import { AS_IS, type Place, type PlacedEntry, placed, type Sent, sentWhole } from "./writing.ts";

const DECLARATION_TYPES = ["application/json", "application/x-ndjson", "text/csv"] as const;

export interface Declared extends Sent {
  /** The first that could be read. */
  readonly first: DeclarationContent | null;
  /** Of the body itself, where it has one. */
  readonly message: string | null;
  /** Whether the body is one declaration, not a list that may hold one. */
  readonly single: boolean;
}

export async function declaredIn(request: FastifyRequest, limit: number): Promise<Declared> {
  const type = mediaTypeOf(request, DECLARATION_TYPES);
  if (type === "application/json") return declaredInJson(await jsonOf(request, limit));
  const chunks: Uint8Array[] = [];
  for await (const bytes of bytesOf(request, limit)) chunks.push(bytes);
  return type === "text/csv"
    ? declaredInLines(chunks, declarationTableParts, ofColumn)
    : declaredInLines(chunks, declarationParts, AS_IS.pointer);
}

async function* all(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Each is forgotten when the next is asked for. */
async function* used(chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
}

/**
 * Read once for what is wrong, and again for what is written: so what is held of a large body is its bytes,
 * not all that they say, and of those what is not yet written.
 */
async function declaredInLines(
  chunks: Uint8Array[],
  read: (source: AsyncIterable<Uint8Array>) => AsyncIterable<ReadLines<DeclarationLine>>,
  pointer: Place["pointer"],
): Promise<Declared> {
  const faults: Fault[] = [];
  let [count, first]: [number, DeclarationContent | null] = [0, null];
  for await (const part of read(all(chunks))) {
    for (const { line, ...fault } of part.faults) faults.push(placed(fault, { line, pointer }));
    count += part.lines.length;
    first ??= part.lines[0]?.content ?? null;
  }
  const parts = async function* () {
    for await (const { lines } of read(used(chunks))) {
      yield lines.map(({ line, content }) => placedEntry(content, line));
    }
  };
  const placeOf = (line: number): Place => ({ line, pointer });
  return { count, first, parts, placeOf, faults, message: null, single: false };
}

function placedEntry(content: DeclarationContent, at: number): PlacedEntry {
  return { entry: { kind: "declaration", content }, at };
}

function declaredInJson(body: unknown): Declared {
  if (Array.isArray(body)) return ofValues(body, null, (index) => `/${index}`);
  if (typeof body !== "object" || body === null || !("declarations" in body)) {
    return { ...ofValues([body], null, () => ""), single: true };
  }
  const faults: EntryFault[] = [];
  const fields = new JsonFields(body, "", ["message", "declarations"], faults);
  const message = fields.textOrNull("message");
  const values = fields.list("declarations", (value) => value);
  const read = ofValues(values, message, (index) => `/declarations/${index}`);
  return { ...read, faults: [...faults.map((fault) => placed(fault, AS_IS)), ...read.faults] };
}

function ofValues(
  values: readonly unknown[],
  message: string | null,
  pointerOf: (index: number) => string,
): Declared {
  const contents: DeclarationContent[] = [];
  const entries: PlacedEntry[] = [];
  const faults: Fault[] = [];
  const placeOf = (index: number): Place => ({ pointer: (field) => `${pointerOf(index)}${field}` });
  for (const [index, value] of values.entries()) {
    const read = readDeclaration(value);
    if ("faults" in read) {
      faults.push(...read.faults.map((fault) => placed(fault, placeOf(index))));
    } else {
      contents.push(read.content);
      entries.push(placedEntry(read.content, index));
    }
  }
  return { ...sentWhole(entries, placeOf, faults), first: contents[0] ?? null, message, single: false };
}

/** The column that a field of a declaration comes from; those of spells already stand under theirs. */
function ofColumn(pointer: string): string {
  const [, name = "", , field, inner] = pointer.split("/");
  if (name !== "sources") return name === "" ? "" : `/${name}`;
  return inner === "ordinal" ? "/claimed_ordinal" : `/source_${field ?? "title"}`;
}
