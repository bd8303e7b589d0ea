/** The days on which what is said of a coalition's parties may change. */
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../../domain/day.ts";
import type { Connection } from "./connection.ts";
import { declarations } from "./ledger-tables.ts";
import { inForce, spells } from "./projection-tables.ts";
import { asOneText, cellsOf, column, heldAt } from "./statements.ts";

const BOUNDS = [spells.fromEarliest, spells.fromLatest, spells.toEarliest, spells.toLatest];
const ANNOUNCED = [declarations.declaredLatest, inForce.effectiveEarliest, inForce.rescindedLatest];

export class TurningDays {
  readonly #ofSpells;
  readonly #ofAnnouncements;

  constructor(connection: Connection) {
    const { query } = connection;
    const coalition = sql.placeholder("coalition");
    this.#ofSpells = column(
      connection,
      query
        .select({ text: asOneText(BOUNDS) })
        .from(spells)
        .where(and(eq(spells.coalition, coalition), heldAt(spells))),
    );
    this.#ofAnnouncements = column(
      connection,
      query
        .select({ text: asOneText(ANNOUNCED) })
        .from(inForce)
        .innerJoin(declarations, eq(declarations.id, inForce.declaration))
        .where(
          and(
            eq(declarations.coalition, coalition),
            lt(declarations.declaredLatest, inForce.effectiveEarliest),
            or(isNull(inForce.rescindedLatest), gt(inForce.rescindedLatest, declarations.declaredLatest)),
            heldAt(inForce),
          ),
        ),
    );
  }

  of(known: number, coalition: string): Day[] {
    const asked = { known, coalition };
    const rows = [...this.#ofSpells(asked), ...this.#ofAnnouncements(asked)];
    const days = new Set(rows.flatMap(cellsOf));
    for (const none of ["", BEFORE_ALL, AFTER_ALL]) days.delete(none);
    return [...days].sort();
  }
}
