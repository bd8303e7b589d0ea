/** What a body declares: one declaration or many, as JSON, NDJSON, or CSV of declarations or of spells. */
import { setImmediate } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import type { DeclarationContent } from "../domain/declaration.ts";
import { readDeclaration } from "../formats/declaration-json.ts";
import type { DeclarationLine, ReadLines } from "../formats/declaration-lines.ts";
import { declarationParts } from "../formats/declaration-ndjson.ts";
import { beginningsOf, declarationTableParts } from "../formats/declaration-tables.ts";
import { JsonFields } from "../formats/json-fields.ts";
import type { LineFault } from "../formats/line-fault.ts";
import type { Fault as EntryFault } from "../ledger/checks.ts";
import { bytesOf, jsonOf, mediaTypeOf } from "./body.ts";
import type { Fault } from "./problem.ts";
import { AS_IS, FEW, type PlacedEntry, placed, type Sent } from "./writing.ts";

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
  const begins = type === "text/csv" ? await beginningsOf(all(chunks)) : null;
  const declared = await declaredInParts(
    (last) => {
      const source = last ? used(chunks) : all(chunks);
      return type === "text/csv" ? declarationTableParts(source, begins) : declarationParts(source);
    },
    (line) => ({ line, pointer: type === "text/csv" ? ofColumn : AS_IS.pointer }),
  );
  return { ...declared, message: null, single: false };
}

async function* all(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Each is forgotten when the next is asked for. */
async function* used(chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
}

/**
 * Read once for what is wrong. What is written of a large body is then read again: so what is held of it is
 * what came, not all that it says.
 * @param read the `last` time, what was read need not be there any longer.
 */
async function declaredInParts(
  read: (last: boolean) => AsyncIterable<ReadLines<DeclarationLine>>,
  placeOf: Sent["placeOf"],
): Promise<Sent & Pick<Declared, "first">> {
  const faults: Fault[] = [];
  let few: PlacedEntry[] | null = [];
  let [count, first]: [number, DeclarationContent | null] = [0, null];
  for await (const part of read(false)) {
    for (const { line, ...fault } of part.faults) faults.push(placed(fault, placeOf(line)));
    count += part.lines.length;
    first ??= part.lines[0]?.content ?? null;
    if (count > FEW) few = null;
    few?.push(...part.lines.map(entryAt));
  }
  const parts = async function* () {
    if (few !== null) yield few;
    else for await (const { lines } of read(true)) yield lines.map(entryAt);
  };
  return { count, first, parts, placeOf, faults };
}

function entryAt({ line, content }: DeclarationLine): PlacedEntry {
  return { entry: { kind: "declaration", content }, at: line };
}

async function declaredInJson(body: unknown): Promise<Declared> {
  if (Array.isArray(body)) return ofValues(body, null, (index) => `/${index}`);
  if (typeof body !== "object" || body === null || !("declarations" in body)) {
    return { ...(await ofValues([body], null, () => "")), single: true };
  }
  const faults: EntryFault[] = [];
  const fields = new JsonFields(body, "", ["message", "declarations"], faults);
  const message = fields.textOrNull("message");
  const values = fields.list("declarations", (value) => value);
  const read = await ofValues(values, message, (index) => `/declarations/${index}`);
  return { ...read, faults: [...faults.map((fault) => placed(fault, AS_IS)), ...read.faults] };
}

async function ofValues(
  values: readonly unknown[],
  message: string | null,
  pointerOf: (index: number) => string,
): Promise<Declared> {
  const declared = await declaredInParts(
    () => valueParts(values),
    (index) => ({ pointer: (field) => `${pointerOf(index)}${field}` }),
  );
  return { ...declared, message, single: false };
}

/** So many values are read before others have their turn. */
const AT_A_TIME = 100;

/** As lines: the place of a value in the list stands for its number. */
async function* valueParts(values: readonly unknown[]): AsyncGenerator<ReadLines<DeclarationLine>> {
  for (let from = 0; from < values.length; from += AT_A_TIME) {
    if (from > 0) await setImmediate();
    const [lines, faults]: [DeclarationLine[], LineFault[]] = [[], []];
    for (const [offset, value] of values.slice(from, from + AT_A_TIME).entries()) {
      const [line, read] = [from + offset, readDeclaration(value)];
      if ("content" in read) lines.push({ line, content: read.content });
      else faults.push(...read.faults.map((fault) => ({ line, ...fault })));
    }
    yield { lines, faults };
  }
}

/** The column that a field of a declaration comes from; those of spells already stand under theirs. */
function ofColumn(pointer: string): string {
  const [, name = "", , field, inner] = pointer.split("/");
  if (name !== "sources") return name === "" ? "" : `/${name}`;
  return inner === "ordinal" ? "/claimed_ordinal" : `/source_${field ?? "title"}`;
}
