/** Accessions, which ordinals count. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Accession } from "../../domain/spell.ts";
import type { Connection } from "./connection.ts";
import { accessions, OPEN } from "./projection-tables.ts";
import { among, asOneText, cellsOf, column, heldAt, idsIn, oneOrMany, Shapes } from "./statements.ts";

type Row = typeof accessions.$inferSelect;

export function accessionOf({ knownFrom: _from, knownTo: _to, ...accession }: Row): Accession {
  return accession;
}

/** The row of an accession that opens at a revision. */
export function accessionRow(accession: Accession, knownFrom: number): Row {
  const { coalition, party, earliest, latest, declarations } = accession;
  return { coalition, party, knownFrom, knownTo: OPEN, earliest, latest, declarations };
}

const CONDITIONS = {
  coalition: eq(accessions.coalition, sql.placeholder("coalition")),
  coalitions: among(accessions.coalition, "coalitions"),
};

export class Accessions {
  readonly #asked;

  constructor(connection: Connection) {
    const { coalition, party, earliest, latest, declarations } = accessions;
    const { query } = connection;
    this.#asked = new Shapes(CONDITIONS, (conditions) =>
      column(
        connection,
        query
          .select({ text: asOneText([coalition, party, earliest, latest, declarations]) })
          .from(accessions)
          .where(and(...conditions, heldAt(accessions)))
          .orderBy(asc(coalition), asc(party)),
      ),
    );
  }

  at(known: number, coalitions: readonly string[]): readonly Accession[] {
    const asked = { known, ...oneOrMany("coalition", "coalitions", coalitions) };
    return this.#asked.for(asked)(asked).map(accessionIn);
  }
}

function accessionIn(text: string): Accession {
  const [coalition, party, earliest, latest, ids] = cellsOf(text) as [string, string, string, string, string];
  return { coalition, party, earliest, latest, declarations: idsIn(ids) };
}
