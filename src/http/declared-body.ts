/** What a body declares: one declaration or many, as JSON, NDJSON, or CSV of declarations or of spells. */
import type { FastifyRequest } from "fastify";
import type { DeclarationContent } from "../domain/declaration.ts";
import { type CsvRecord, type CsvTable, csvParts } from "../formats/csv-reading.ts";
import { readDeclaration } from "../formats/declaration-json.ts";
import { type DeclarationLine, type ReadLines, readDeclarationLines } from "../formats/declaration-lines.ts";
import { readDeclarationNdjson } from "../formats/declaration-ndjson.ts";
import { JsonFields } from "../formats/json-fields.ts";
import type { LineFault } from "../formats/line-fault.ts";
import { readSpellLines } from "../formats/spell-lines.ts";
import { tableKind } from "../formats/table-kind.ts";
import type { Fault as EntryFault } from "../ledger/checks.ts";
import { bytesOf, jsonOf, mediaTypeOf } from "./body.ts";
import type { Fault } from "./problem.ts";
import { type Place, placed, type Sent } from "./writing.ts";

const DECLARATION_TYPES = ["application/json", "application/x-ndjson", "text/csv"] as const;

const AS_IS: Place = { pointer: (field) => field };

export interface Declared extends Sent {
  readonly contents: readonly DeclarationContent[];
  /** Of the body itself, where it has one. */
  readonly message: string | null;
  /** Whether the body is one declaration, not a list that may hold one. */
  readonly single: boolean;
}

export async function declaredIn(request: FastifyRequest, limit: number): Promise<Declared> {
  switch (mediaTypeOf(request, DECLARATION_TYPES)) {
    case "application/json":
      return declaredInJson(await jsonOf(request, limit));
    case "application/x-ndjson":
      return ofLines(await readDeclarationNdjson(bytesOf(request, limit)), AS_IS.pointer);
    case "text/csv":
      return ofLines(await linesOfTable(csvParts(bytesOf(request, limit))), ofColumn);
  }
}

/** Told apart by the header. How a spell ends may depend on any other line, so a table of spells is read whole. */
async function linesOfTable(parts: AsyncIterable<CsvTable>): Promise<ReadLines<DeclarationLine>> {
  const [lines, faults]: [DeclarationLine[], LineFault[]] = [[], []];
  const [records, told]: [CsvRecord[], LineFault[]] = [[], []];
  let spells: CsvTable | null = null;
  for await (const part of parts) {
    if (tableKind(part.header, ["declarations", "spells"]) === "spells") {
      spells = part;
      for (const record of part.records) records.push(record);
      told.push(...part.faults);
      continue;
    }
    const read = readDeclarationLines(part);
    for (const line of read.lines) lines.push(line);
    faults.push(...read.faults);
    // By a header that is wrong no record is read, and it is told once.
    if (read.faults.some(({ line }) => line === part.headerLine)) break;
  }
  return spells === null ? { lines, faults } : readSpellLines({ ...spells, records, faults: told });
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
  const places: Place[] = [];
  const faults: Fault[] = [];
  for (const [index, value] of values.entries()) {
    const place: Place = { pointer: (field) => `${pointerOf(index)}${field}` };
    const read = readDeclaration(value);
    if ("faults" in read) {
      faults.push(...read.faults.map((fault) => placed(fault, place)));
    } else {
      contents.push(read.content);
      places.push(place);
    }
  }
  return { contents, entries: entriesOf(contents), places, faults, message, single: false };
}

function ofLines({ lines, faults }: ReadLines<DeclarationLine>, pointer: Place["pointer"]): Declared {
  const contents = lines.map(({ content }) => content);
  return {
    contents,
    entries: entriesOf(contents),
    places: lines.map(({ line }) => ({ line, pointer })),
    faults: faults.map(({ line, ...fault }) => placed(fault, { line, pointer })),
    message: null,
    single: false,
  };
}

function entriesOf(contents: readonly DeclarationContent[]) {
  return contents.map((content) => ({ kind: "declaration" as const, content }));
}

/** The column that a field of a declaration comes from; those of spells already stand under theirs. */
function ofColumn(pointer: string): string {
  const [, name = "", , field, inner] = pointer.split("/");
  if (name !== "sources") return name === "" ? "" : `/${name}`;
  return inner === "ordinal" ? "/claimed_ordinal" : `/source_${field ?? "title"}`;
}
