/** A CSV file of declarations or of spells, told apart by its header. */
import { csvParts } from "./csv-reading.ts";
import { type DeclarationLine, type ReadLines, readDeclarationLines } from "./declaration-lines.ts";
import type { Source } from "./incoming-text.ts";
import { type Beginnings, beginningsIn, readSpellLines } from "./spell-lines.ts";
import { tableKind } from "./table-kind.ts";

/**
 * What begins when in all of a table of spells, for how a spell ends may depend on any other line.
 * @returns null where it is a table of declarations, of which only the beginning is read.
 */
export async function beginningsOf(source: Source): Promise<Beginnings | null> {
  const begins: Beginnings = new Map();
  for await (const part of csvParts(source)) {
    if (tableKind(part.header, ["declarations", "spells"]) !== "spells") return null;
    beginningsIn(part, begins);
  }
  return begins;
}

/** @param begins of the same table. */
export async function* declarationTableParts(
  source: Source,
  begins: Beginnings | null,
): AsyncGenerator<ReadLines<DeclarationLine>> {
  for await (const part of csvParts(source)) {
    const read = begins === null ? readDeclarationLines(part) : readSpellLines(part, begins);
    yield read;
    // By a header that is wrong no record is read, and it is told once.
    if (read.faults.some(({ line }) => line === part.headerLine)) return;
  }
}
