/** Accessions, which ordinals count. */
import { and, asc, getTableColumns } from "drizzle-orm";
import type { Accession } from "../../domain/spell.ts";
import type { Connection } from "./connection.ts";
import { accessions, OPEN } from "./projection-tables.ts";
import { among, asking, heldAt } from "./statements.ts";

type Row = typeof accessions.$inferSelect;

export function accessionOf({ knownFrom: _from, knownTo: _to, ...accession }: Row): Accession {
  return accession;
}

/** The row of an accession that opens at a revision. */
export function accessionRow(accession: Accession, knownFrom: number): Row {
  const { coalition, party, earliest, latest, declarations } = accession;
  return { coalition, party, knownFrom, knownTo: OPEN, earliest, latest, declarations };
}

export class Accessions {
  readonly #asked;

  constructor(connection: Connection) {
    this.#asked = asking(
      connection,
      getTableColumns(accessions),
      connection.query
        .select()
        .from(accessions)
        .where(and(among(accessions.coalition, "coalitions"), heldAt(accessions)))
        .orderBy(asc(accessions.coalition), asc(accessions.party)),
    );
  }

  at(known: number, coalitions: readonly string[]): readonly Accession[] {
    return this.#asked.all({ known, coalitions: JSON.stringify(coalitions) }).map(accessionOf);
  }
}
