/** Reads a file of entries part by part: each entry with its line, each fault with its own. */
import type { Registry } from "../domain/registry.ts";
import { type Fault, fault } from "../ledger/checks.ts";
import type { LedgerEntry } from "../ledger/command.ts";
import { readClaim } from "./claim-json.ts";
import { readCoalition } from "./coalition-json.ts";
import { type CsvTable, csvParts } from "./csv-reading.ts";
import { readDeclaration } from "./declaration-json.ts";
import { type DeclarationLine, type ReadLines, readDeclarationLines } from "./declaration-lines.ts";
import { CSV_KINDS, type EntryKind, type Shape } from "./entry-kind.ts";
import { type Source, textOf } from "./incoming-text.ts";
import type { LineFault } from "./line-fault.ts";
import { type NdjsonLine, ndjsonParts } from "./ndjson.ts";
import { readCountry, readParty } from "./party-json.ts";
import { readCoalitionLines, readCountryLines } from "./registry-lines.ts";
import { type Beginnings, readSpellLines } from "./spell-lines.ts";

/** Of a ledger, whose lines are not entries, another module reads. */
export type PlainKind = Exclude<EntryKind, "ledger">;

export interface EntryLine {
  /** Of JSON that is one whole value, the place of the entry in it, from 1. */
  readonly line: number;
  readonly entry: LedgerEntry;
}

export interface EntryPart {
  readonly lines: readonly EntryLine[];
  readonly faults: readonly LineFault[];
}

export interface EntryFile {
  readonly kind: PlainKind;
  readonly shape: Shape;
  readonly source: Source;
  /** Of a table of spells: what begins on which day in all of it. */
  readonly begins?: Beginnings;
}

/** @param registry whose entries a table of countries or coalitions says some of anew. */
export function entryParts(file: EntryFile, registry: Registry): AsyncGenerator<EntryPart> {
  switch (file.shape) {
    case "csv":
      return ofTable(file, registry);
    case "ndjson":
      return ofNdjson(file);
    case "json":
      return ofJson(file);
  }
}

async function* ofTable({ kind, source, begins }: EntryFile, registry: Registry): AsyncGenerator<EntryPart> {
  for await (const table of csvParts(source)) {
    const part = fromTable(table, kind, registry, begins);
    yield part;
    // No record is read by a header that is wrong, and it is told once.
    if (part.lines.length === 0 && part.faults.some(({ line }) => line === table.headerLine)) return;
  }
}

function fromTable(
  table: CsvTable,
  kind: PlainKind,
  registry: Registry,
  begins: Beginnings | undefined,
): EntryPart {
  switch (kind) {
    case "declarations":
      return declared(readDeclarationLines(table));
    case "spells":
      return declared(readSpellLines(table, begins));
    case "countries": {
      const standing = (id: string) => {
        const party = registry.party(id);
        return party?.kind === "country" ? bare(party) : null;
      };
      const { lines, faults } = readCountryLines(table, standing);
      return { lines: lines.map(({ line, entry: party }) => edit(line, { kind: "party", party })), faults };
    }
    case "coalitions": {
      const standing = (id: string) => {
        const coalition = registry.coalition(id);
        return coalition === null ? null : bare(coalition);
      };
      const { lines, faults } = readCoalitionLines(table, standing);
      return {
        lines: lines.map(({ line, entry: coalition }) => edit(line, { kind: "coalition", coalition })),
        faults,
      };
    }
    default: {
      const detail = `A CSV file holds ${CSV_KINDS.join(", ")}: write ${kind} as NDJSON, one a line.`;
      return { lines: [], faults: [{ line: table.headerLine, ...fault("bad-shape", null, detail) }] };
    }
  }
}

function edit(line: number, entry: LedgerEntry): EntryLine {
  return { line, entry };
}

function bare<T extends { readonly edited: number }>({ edited: _edited, ...entry }: T): Omit<T, "edited"> {
  return entry;
}

function declared({ lines, faults }: ReadLines<DeclarationLine>): EntryPart {
  return { lines: lines.map(({ line, content }) => edit(line, { kind: "declaration", content })), faults };
}

async function* ofNdjson({ kind, source }: EntryFile): AsyncGenerator<EntryPart> {
  for await (const part of ndjsonParts(source)) {
    const read = readAll(part.lines, kind);
    yield { lines: read.lines, faults: [...part.faults, ...read.faults] };
  }
}

/** A list, or an object that holds one under the name of its kind. */
async function* ofJson({ kind, source }: EntryFile): AsyncGenerator<EntryPart> {
  let text = "";
  for await (const piece of textOf(source)) text += piece;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield {
      lines: [],
      faults: [{ line: 1, ...fault("bad-shape", null, `It is not JSON: ${error.message}.`) }],
    };
    return;
  }
  const listed = (value as Readonly<Record<string, unknown>> | null)?.[kind];
  const values = Array.isArray(value) ? value : Array.isArray(listed) ? listed : [value];
  yield readAll(
    values.map((each, place) => ({ line: place + 1, value: each as unknown })),
    kind,
  );
}

function readAll(values: readonly NdjsonLine[], kind: PlainKind): EntryPart {
  const lines: EntryLine[] = [];
  const faults: LineFault[] = [];
  for (const { line, value } of values) {
    const read = readEntry(value, kind);
    if ("faults" in read) faults.push(...read.faults.map((each) => ({ line, ...each })));
    else lines.push({ line, entry: read });
  }
  return { lines, faults };
}

function readEntry(value: unknown, kind: PlainKind): LedgerEntry | { readonly faults: readonly Fault[] } {
  switch (kind) {
    case "declarations": {
      const read = readDeclaration(value);
      return "faults" in read ? read : { kind: "declaration", content: read.content };
    }
    case "claims": {
      const read = readClaim(value);
      return "faults" in read ? read : { kind: "claim", content: read.content };
    }
    case "coalitions": {
      const read = readCoalition(value);
      return "faults" in read ? read : { kind: "coalition", coalition: read.coalition };
    }
    case "countries": {
      const read = readCountry(value);
      return "faults" in read ? read : { kind: "party", party: read.party };
    }
    case "parties": {
      const read = readParty(value);
      return "faults" in read ? read : { kind: "party", party: read.party };
    }
    case "spells":
      return { faults: [fault("bad-shape", null, "Spells come as CSV: one a line, with a header.")] };
  }
}
