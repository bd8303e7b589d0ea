/** A CSV file of declarations or of spells, told apart by its header. */
import { type CsvRecord, type CsvTable, csvParts } from "./csv-reading.ts";
import { type DeclarationLine, type ReadLines, readDeclarationLines } from "./declaration-lines.ts";
import type { Source } from "./incoming-text.ts";
import type { LineFault } from "./line-fault.ts";
import { readSpellLines } from "./spell-lines.ts";
import { tableKind } from "./table-kind.ts";

/** Part by part; but how a spell ends may depend on any other line, so a table of spells is read whole. */
export async function* declarationTableParts(source: Source): AsyncGenerator<ReadLines<DeclarationLine>> {
  const [records, faults]: [CsvRecord[], LineFault[]] = [[], []];
  let spells: CsvTable | null = null;
  for await (const part of csvParts(source)) {
    if (tableKind(part.header, ["declarations", "spells"]) === "spells") {
      spells = part;
      for (const record of part.records) records.push(record);
      faults.push(...part.faults);
      continue;
    }
    const read = readDeclarationLines(part);
    yield read;
    // By a header that is wrong no record is read, and it is told once.
    if (read.faults.some(({ line }) => line === part.headerLine)) return;
  }
  if (spells !== null) yield readSpellLines({ ...spells, records, faults });
}
