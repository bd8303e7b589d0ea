/** Declarations as CSV, one a line with one source. */
import type { DeclarationContent } from "../domain/declaration.ts";
import type { Citation } from "../domain/source.ts";
import { type Cell, csvLine } from "./csv.ts";
import { type CsvTable, recordsOf } from "./csv-reading.ts";
import { readDeclaration } from "./declaration-json.ts";
import { byLine, type LineFault } from "./line-fault.ts";

export const DECLARATION_COLUMNS = [
  "ref",
  "coalition",
  "party",
  "act",
  "role",
  "predecessors",
  "declared",
  "effective",
  "rescinds",
  "supersedes",
  "scope",
  "title",
  "confidence",
  "note",
  "source_url",
  "source_title",
  "source_publisher",
  "source_published",
  "source_accessed",
  "claimed_ordinal",
] as const;

/** What one line says; the place in the file is told in refusals. */
export interface DeclarationLine {
  readonly line: number;
  readonly content: DeclarationContent;
}

export interface ReadLines<T> {
  readonly lines: readonly T[];
  /** All of them; where there is one, the lines are not to be used. */
  readonly faults: readonly LineFault[];
}

export function readDeclarationLines(table: CsvTable): ReadLines<DeclarationLine> {
  const needed = ["coalition", "act", "effective"];
  const { records, faults } = recordsOf(table, DECLARATION_COLUMNS, needed);
  const lines: DeclarationLine[] = [];
  for (const { line, cells } of records) {
    const read = readDeclaration(asJson(cells));
    if ("content" in read) lines.push({ line, content: read.content });
    else faults.push(...read.faults.map((fault) => ({ line, ...fault })));
  }
  return { lines, faults: byLine(faults) };
}

/** The cells in the shape of JSON, where all that is wrong with them is found. */
function asJson(cells: Readonly<Record<string, string>>): Record<string, unknown> {
  const { source_url, source_title, source_publisher, source_published, source_accessed, ...rest } = cells;
  const { claimed_ordinal, predecessors, scope, ...fields } = rest;
  const cited = {
    url: source_url,
    title: source_title,
    publisher: source_publisher,
    published: source_published,
    accessed: source_accessed,
    claims: claimed_ordinal === undefined ? undefined : { ordinal: wholeOr(claimed_ordinal) },
  };
  const isCited = Object.values(cited).some((value) => value !== undefined);
  return {
    ...fields,
    predecessors: listOf(predecessors),
    scope: listOf(scope),
    sources: isCited ? [cited] : [],
  };
}

/** The number, or the text, which is then found not to be one. */
function wholeOr(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function listOf(cell: string | undefined): string[] {
  return cell === undefined ? [] : cell.split(";").map((item) => item.trim());
}

export function declarationHeader(): string {
  return csvLine(DECLARATION_COLUMNS);
}

/** A line holds the first source alone, and of what that claims the ordinal: NDJSON holds all of it. */
export function declarationLine(content: DeclarationContent): string {
  const { declared, effective, predecessors, scope, sources, ...texts } = content;
  const cells: Readonly<Record<string, Cell>> = {
    ...texts,
    declared: declared?.edtf,
    effective: effective.edtf,
    predecessors: predecessors.join(";"),
    scope: scope.join(";"),
    ...sourceCells(sources[0]),
  };
  return csvLine(DECLARATION_COLUMNS.map((name) => cells[name]));
}

function sourceCells(source: Citation | undefined): Record<string, Cell> {
  return {
    source_url: source?.url,
    source_title: source?.title,
    source_publisher: source?.publisher,
    source_published: source?.published,
    source_accessed: source?.accessed,
    claimed_ordinal: source?.claims?.ordinal,
  };
}
