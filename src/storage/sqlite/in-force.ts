/** Declarations that stand: the table's rows, and the acts that are yet to take effect. */
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Act, Role } from "../../domain/declaration.ts";
import type { InForce } from "../../domain/projection.ts";
import type { PendingAct, PendingQuestion } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { names } from "./declarations.ts";
import { declarations } from "./ledger-tables.ts";
import { inForce, OPEN } from "./projection-tables.ts";
import {
  among,
  asOneText,
  cellsOf,
  column,
  dateIn,
  heldAt,
  idsIn,
  oneOrMany,
  orNull,
  Shapes,
} from "./statements.ts";

type Row = typeof inForce.$inferSelect;

export function inForceOf(row: Row): InForce {
  const { declaration, coalition, rescindedBy: by, rescindedLatest: latest } = row;
  return {
    declaration,
    coalition,
    effective: { earliest: row.effectiveEarliest, latest: row.effectiveLatest },
    rescinded: by === null || latest === null ? null : { by, latest },
  };
}

/** The row of a declaration that stands from a revision on. */
export function inForceRow(standing: InForce, knownFrom: number): Row {
  const { declaration, coalition, effective, rescinded } = standing;
  return {
    declaration,
    coalition,
    effectiveEarliest: effective.earliest,
    effectiveLatest: effective.latest,
    rescindedBy: rescinded?.by ?? null,
    rescindedLatest: rescinded?.latest ?? null,
    knownFrom,
    knownTo: OPEN,
  };
}

const on = sql.placeholder("on");

const CONDITIONS = {
  on: and(
    gt(inForce.effectiveEarliest, on),
    lte(declarations.declaredLatest, on),
    gt(declarations.effectiveLatest, on),
    or(isNull(inForce.rescindedLatest), gt(inForce.rescindedLatest, on)),
  ) as SQL,
  // Not of the row that stands: the few announcements of a coalition shall lead to it.
  coalition: eq(declarations.coalition, sql.placeholder("coalition")),
  coalitions: among(declarations.coalition, "coalitions"),
  // As a list of ids, so that the few declarations of a party lead to the rows and not the other way round.
  party: sql`${inForce.declaration} in (select ${declarations.id} from ${declarations} where ${names})`,
};

const COLUMNS = [
  ...[declarations.id, declarations.coalition, declarations.party, declarations.act, declarations.role],
  ...[declarations.predecessors],
  ...[declarations.declaredEdtf, declarations.declaredEarliest, declarations.declaredLatest],
  ...[declarations.effectiveEdtf, declarations.effectiveEarliest, declarations.effectiveLatest],
  ...[inForce.effectiveEarliest, inForce.effectiveLatest, inForce.rescindedLatest],
];

export class Pending {
  readonly #asked;

  constructor(connection: Connection) {
    const asked = (conditions: readonly SQL[]) =>
      connection.query
        .select({ text: asOneText(COLUMNS) })
        .from(inForce)
        .innerJoin(declarations, eq(declarations.id, inForce.declaration))
        .where(
          and(
            ...conditions,
            heldAt(inForce),
            // Said, so that SQLite sees that the index of what is announced will do.
            isNotNull(declarations.declaredLatest),
            lt(declarations.declaredLatest, inForce.effectiveEarliest),
            or(isNull(inForce.rescindedLatest), gt(inForce.rescindedLatest, declarations.declaredLatest)),
          ),
        )
        .orderBy(
          // The plus makes it no column: SQLite shall search for the few days to come, then sort.
          sql`+${inForce.coalition}`,
          asc(inForce.effectiveEarliest),
          asc(declarations.revision),
          asc(declarations.place),
        );
    this.#asked = new Shapes(CONDITIONS, (conditions) => column(connection, asked(conditions)));
  }

  at({ coalitions, ...rest }: PendingQuestion): readonly PendingAct[] {
    const asked = { ...rest, ...oneOrMany("coalition", "coalitions", coalitions) };
    return this.#asked.for(asked)(asked).map(actIn);
  }
}

function actIn(text: string): PendingAct {
  const cells = cellsOf(text) as [string, string, ...string[]];
  const [id, coalition, party, act, role, predecessors] = cells;
  const [earliest, latest, rescinded] = cells.slice(12) as [string, string, string];
  const declaration = {
    ...{ id, coalition, party: orNull(party), act: act as Act, role: orNull(role) as Role | null },
    predecessors: idsIn(predecessors as string),
    declared: dateIn(cells, 6),
    effective: dateIn(cells, 9),
  };
  return { declaration, effective: { earliest, latest }, rescinded: orNull(rescinded) };
}
