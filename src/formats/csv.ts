/** Writes CSV (RFC 4180) from rows of any shape, formula cells defused. */
import type { Pages } from "./chunks.ts";
import { defused } from "./formula-cells.ts";

export type Cell = string | number | boolean | null | undefined;

/** A column by the place of its value in the row: `["from", "edtf"]` is the column `from_edtf`. */
export type ColumnPath = readonly string[];

const NEEDS_QUOTES = /[",\r\n]/;

export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = defused(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** `claimedOrdinals` in `party` is `party_claimed_ordinals`. */
export function columnName(path: ColumnPath): string {
  return path.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join("_");
}

/** The header line, then a line for each row. */
export async function* csvPages(
  columns: readonly ColumnPath[],
  pages: Pages<unknown>,
): AsyncGenerator<Iterable<string>> {
  yield [csvLine(columns.map(columnName))];
  for await (const page of pages) yield rowLines(columns, page);
}

function* rowLines(columns: readonly ColumnPath[], rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield csvLine(columns.map((path) => cellAt(row, path)));
}

/** Several values stand in one cell, separated by `;`; what has a shape of its own stands as JSON. */
function cellAt(row: unknown, path: ColumnPath): Cell {
  let value = row;
  for (const name of path) {
    if (typeof value !== "object" || value === null) return null;
    value = (value as Record<string, unknown>)[name];
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(";");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : (value as Cell);
}

/** A short table as one text. */
export function csvText(columns: readonly ColumnPath[], rows: readonly unknown[]): string {
  return csvLine(columns.map(columnName)) + [...rowLines(columns, rows)].join("");
}
