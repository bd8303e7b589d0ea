/** Declarations that stand: the table's rows, and the acts that are yet to take effect. */
import { and, asc, eq, gt, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { InForce } from "../../domain/projection.ts";
import type { PendingAct, PendingQuestion } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { declaredOf } from "./declaration-rows.ts";
import { names } from "./declarations.ts";
import { declarations } from "./ledger-tables.ts";
import { inForce, OPEN } from "./projection-tables.ts";
import { among, asking, heldAt, Shapes } from "./statements.ts";

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
  coalitions: among(declarations.coalition, "coalitions"),
  // As a list of ids, so that the few declarations of a party lead to the rows and not the other way round.
  party: sql`${inForce.declaration} in (select ${declarations.id} from ${declarations} where ${names})`,
};

const COLUMNS = {
  id: declarations.id,
  coalition: declarations.coalition,
  party: declarations.party,
  act: declarations.act,
  role: declarations.role,
  predecessors: declarations.predecessors,
  declaredEdtf: declarations.declaredEdtf,
  declaredEarliest: declarations.declaredEarliest,
  declaredLatest: declarations.declaredLatest,
  effectiveEdtf: declarations.effectiveEdtf,
  effectiveEarliest: declarations.effectiveEarliest,
  effectiveLatest: declarations.effectiveLatest,
  earliest: inForce.effectiveEarliest,
  latest: inForce.effectiveLatest,
  rescinded: inForce.rescindedLatest,
};

export class Pending {
  readonly #asked;

  constructor(connection: Connection) {
    const asked = (conditions: readonly SQL[]) =>
      connection.query
        .select(COLUMNS)
        .from(inForce)
        .innerJoin(declarations, eq(declarations.id, inForce.declaration))
        .where(
          and(
            ...conditions,
            heldAt(inForce),
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
    this.#asked = new Shapes(CONDITIONS, (conditions) => asking(connection, COLUMNS, asked(conditions)));
  }

  at(question: PendingQuestion): readonly PendingAct[] {
    const { coalitions, ...rest } = question;
    const found = this.#asked.for(question).all({ ...rest, coalitions: JSON.stringify(coalitions) });
    return found.map(({ earliest, latest, rescinded, ...row }) => {
      const { id, coalition, party, act, role, predecessors } = row;
      const effective = {
        edtf: row.effectiveEdtf,
        earliest: row.effectiveEarliest,
        latest: row.effectiveLatest,
      };
      const declaration = {
        id,
        coalition,
        party,
        act,
        role,
        predecessors,
        declared: declaredOf(row),
        effective,
      };
      return { declaration, effective: { earliest, latest }, rescinded };
    });
  }
}
