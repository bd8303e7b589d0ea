/** Reads rows of (party, day, coalition) from CSV or NDJSON; what else stands in a row is carried along. */
import type { LookupRow } from "../ledger/lookup.ts";
import { readCsv } from "./csv-reading.ts";
import type { Source } from "./incoming-text.ts";
import type { LineFault } from "./line-fault.ts";
import { readNdjson } from "./ndjson.ts";

export interface GivenRow extends LookupRow {
  /** The row as it came, field by field. */
  readonly given: Readonly<Record<string, unknown>>;
}

export interface GivenRows {
  /** The columns of the table, in order; none of NDJSON. */
  readonly columns: readonly string[];
  readonly rows: readonly GivenRow[];
  readonly faults: readonly LineFault[];
}

/** The day may also stand under `on`, as elsewhere. */
const NEEDED = [["party"], ["day", "on"], ["coalition"]] as const;

/** @param taken names that the answer adds. */
export async function readLookupCsv(source: Source, taken: readonly string[]): Promise<GivenRows> {
  const { header, records, faults } = await readCsv(source);
  if (faults.length > 0) return { columns: header, rows: [], faults };
  const wrong = headerFaults(header, taken);
  const rows = records.map(({ cells }) => ({ given: cells, ...asked(cells) }));
  return { columns: header, rows: wrong.length > 0 ? [] : rows, faults: wrong };
}

/** @param taken names that the answer adds. */
export async function readLookupNdjson(source: Source, taken: readonly string[]): Promise<GivenRows> {
  const { lines, faults } = await readNdjson(source);
  const wrong: LineFault[] = [...faults];
  const rows = lines.flatMap(({ line, value }): GivenRow[] => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      wrong.push(at(line, "Each line is an object with party, day and coalition."));
      return [];
    }
    const given = value as Record<string, unknown>;
    const doubled = taken.find((name) => name in given);
    if (doubled !== undefined) wrong.push(at(line, clash(doubled)));
    return [{ given, ...asked(given) }];
  });
  return { columns: [], rows, faults: wrong };
}

function asked(given: Readonly<Record<string, unknown>>): LookupRow {
  const text = (value: unknown) =>
    typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  return {
    party: text(given["party"]),
    day: text(given["day"] ?? given["on"]).trim(),
    coalition: text(given["coalition"]),
  };
}

function headerFaults(header: readonly string[], taken: readonly string[]): LineFault[] {
  const details = [
    ...NEEDED.filter((names) => !names.some((name) => header.includes(name))).map(
      ([name]) => `There is no column "${name}": a table of party, day and coalition is wanted.`,
    ),
    ...header
      .filter((name, place) => header.indexOf(name) < place)
      .map((name) => `"${name}" is there twice.`),
    ...header.filter((name) => taken.includes(name)).map(clash),
  ];
  return details.map((detail) => at(1, detail));
}

function clash(name: string): string {
  return `"${name}" is what the answer adds to the table: give yours another name.`;
}

function at(line: number, detail: string): LineFault {
  return { line, code: "bad-shape", pointer: null, detail };
}
