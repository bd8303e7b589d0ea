/** Declarations that stand: the table's rows, and the acts that are yet to take effect. */
import { and, asc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { InForce } from "../../domain/projection.ts";
import type { PendingAct, PendingQuestion } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { DeclarationRows, declarationColumns } from "./declaration-rows.ts";
import { names } from "./declarations.ts";
import { declarations } from "./ledger-tables.ts";
import { inForce, OPEN } from "./projection-tables.ts";
import { among, heldAt, Shapes } from "./statements.ts";

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

const CONDITIONS = {
  coalitions: among(inForce.coalition, "coalitions"),
  // As a list of ids, so that the few declarations of a party lead to the rows and not the other way round.
  party: sql`${inForce.declaration} in (select ${declarations.id} from ${declarations} where ${names})`,
};

export class Pending {
  readonly #rows;
  readonly #asked;

  constructor(connection: Connection) {
    this.#rows = new DeclarationRows(connection);
    const on = sql.placeholder("on");
    this.#asked = new Shapes(CONDITIONS, (conditions: readonly SQL[]) =>
      connection.query
        .select({
          row: declarationColumns,
          earliest: inForce.effectiveEarliest,
          latest: inForce.effectiveLatest,
        })
        .from(inForce)
        .innerJoin(declarations, eq(declarations.id, inForce.declaration))
        .where(
          and(
            ...conditions,
            heldAt(inForce),
            gt(inForce.effectiveEarliest, on),
            lte(declarations.declaredLatest, on),
            or(isNull(inForce.rescindedLatest), gt(inForce.rescindedLatest, on)),
          ),
        )
        .orderBy(
          // The plus makes it no column: SQLite shall search for the few days to come, then sort.
          sql`+${inForce.coalition}`,
          asc(inForce.effectiveEarliest),
          asc(declarations.revision),
          asc(declarations.place),
        )
        .prepare(),
    );
  }

  at(question: PendingQuestion): readonly PendingAct[] {
    const { coalitions, ...rest } = question;
    const found = this.#asked.for(question).all({ ...rest, coalitions: JSON.stringify(coalitions) });
    const whole = this.#rows.whole(found.map(({ row }) => row));
    return whole.map((declaration, index) => {
      const { earliest, latest } = found[index] as (typeof found)[number];
      return { declaration, effective: { earliest, latest } };
    });
  }
}
