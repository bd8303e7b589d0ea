/** Reads CSV (RFC 4180) with a header: every record by column name, with the line on which it begins. */
import { once } from "node:events";
import { CsvError, type Parser, parse } from "csv-parse";
import { fault } from "../ledger/checks.ts";
import { nearest } from "../ledger/nearest.ts";
import { undefused } from "./formula-cells.ts";
import { NotUtf8, type Source, textOf } from "./incoming-text.ts";
import type { LineFault } from "./line-fault.ts";

export interface CsvRecord {
  readonly line: number;
  /** By column; a cell that is empty is not there. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  /** Empty where there is none. */
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly records: readonly CsvRecord[];
  readonly faults: readonly LineFault[];
}

/** Records worth handing on. */
const ENOUGH = 200;

/** Empty lines are passed over. All faults are told at once, but for a broken quote, where reading stops. */
export async function readCsv(source: Source): Promise<CsvTable> {
  const [records, faults]: [CsvRecord[], LineFault[]] = [[], []];
  let last: CsvTable | undefined;
  for await (const part of csvParts(source)) {
    for (const record of part.records) records.push(record);
    for (const fault of part.faults) faults.push(fault);
    last = part;
  }
  return { header: last?.header ?? [], headerLine: last?.headerLine ?? 1, records, faults };
}

/** The same part by part, for a file of any size: each has the header, and its own records and faults. */
export async function* csvParts(source: Source): AsyncGenerator<CsvTable> {
  let [records, faults]: [CsvRecord[], LineFault[]] = [[], []];
  let header: readonly string[] = [];
  let headerLine = 1;
  let next = 1;
  const take = (cells: readonly string[], line: number) => {
    if (cells.length === 1 && cells[0] === "") return;
    if (header.length === 0) {
      header = cells;
      headerLine = line;
    } else if (cells.length === header.length) {
      records.push({ line, cells: named(header, cells) });
    } else {
      const detail = `This line has ${cells.length} cells and the header ${header.length}: quote a cell with a comma.`;
      faults.push({ line, ...fault("bad-shape", null, detail) });
    }
  };
  const parser = parse({
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    on_record: (cells: string[]) => {
      take(cells, next);
      next += 1 + cells.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
      return null;
    },
  });
  parser.resume();
  const ended = once(parser, "end");
  ended.catch(() => {});
  try {
    for await (const piece of textOf(source)) {
      await written(parser, piece);
      if (records.length < ENOUGH) continue;
      yield { header, headerLine, records, faults };
      [records, faults] = [[], []];
    }
    parser.end();
    await ended;
  } catch (error) {
    if (!(error instanceof CsvError || error instanceof NotUtf8)) throw error;
    const why = error instanceof NotUtf8 ? "" : "A quoted cell goes wrong here; nothing after it was read. ";
    faults.push({ line: next, ...fault("bad-shape", null, why + error.message) });
  }
  if (header.length === 0 && faults.length === 0) {
    faults.push({
      line: 1,
      ...fault("bad-shape", null, "There is no header: the first line names the columns."),
    });
  }
  yield { header, headerLine, records, faults };
}

/** Resolves when the parser has read it; what it makes of it has been told by then. */
function written(parser: Parser, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, (error) => (error == null ? resolve() : reject(error)));
  });
}

function named(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const filled = header.map((name, place) => [name, undefused(cells[place] ?? "")] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ""));
}

/**
 * The records of a table that has the columns wanted. Where the header is wrong (a column unknown, doubled or
 * missing), that is told, and no record is read by it.
 */
export function recordsOf(
  table: CsvTable,
  columns: readonly string[],
  needed: readonly string[],
): { records: readonly CsvRecord[]; faults: LineFault[] } {
  const { header, headerLine: line } = table;
  const wrong = header.length === 0 ? [] : columnFaults(header, columns, needed);
  const faults = wrong.map((detail) => ({ line, ...fault("bad-shape", null, detail) }));
  return { records: wrong.length === 0 ? table.records : [], faults: [...table.faults, ...faults] };
}

function columnFaults(
  header: readonly string[],
  columns: readonly string[],
  needed: readonly string[],
): string[] {
  const faults = header.flatMap((name, place) => {
    if (header.indexOf(name) < place) return [`The column "${name}" is there twice: leave one.`];
    if (columns.includes(name)) return [];
    if (header.length === 1 && /[;\t]/.test(name)) return ["Columns are separated by commas here."];
    const meant = nearest(name, columns);
    const instead = meant === undefined ? `Columns are: ${columns.join(", ")}.` : `Did you mean "${meant}"?`;
    return [`There is no column "${name}". ${instead}`];
  });
  const missing = needed.filter((name) => !header.includes(name));
  if (faults.length === 0 && missing.length > 0) faults.push(`The header lacks ${missing.join(", ")}.`);
  return faults;
}
