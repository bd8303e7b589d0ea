/** The life of a declaration: the whole line of supersessions that it belongs to. */
import { and, eq, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { HistoryStep } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { declarations, retractions, revisions } from "./ledger-tables.ts";
import { inForce } from "./projection-tables.ts";
import { among, heldAt } from "./statements.ts";

/** A step with its place in the revision, and its turn where one line of the ledger makes two steps. */
interface Placed extends HistoryStep {
  readonly place: number;
  readonly turn: number;
}

/** Each is superseded once, so both walks are along a line. */
const LINE = `
  WITH RECURSIVE
    older (id, supersedes) AS (
      SELECT id, supersedes FROM declarations WHERE id = :id AND revision <= :known
      UNION ALL
      SELECT d.id, d.supersedes FROM older JOIN declarations d ON d.id = older.supersedes
    ),
    newer (id) AS (
      SELECT id FROM declarations WHERE supersedes = :id AND revision <= :known
      UNION ALL
      SELECT d.id FROM newer JOIN declarations d ON d.supersedes = newer.id WHERE d.revision <= :known
    )
  SELECT id FROM older UNION ALL SELECT id FROM newer`;

export class Histories {
  readonly #line;
  readonly #declared;
  readonly #retracted;
  readonly #rescinded;

  constructor({ sqlite, query }: Connection) {
    this.#line = sqlite.prepare<{ id: string; known: number }, string>(LINE).pluck();
    const when = {
      revision: revisions.number,
      recordedAt: revisions.recordedAt,
      recordedBy: revisions.recordedBy,
    };
    this.#declared = query
      .select({
        ...when,
        place: declarations.place,
        declaration: declarations.id,
        supersedes: declarations.supersedes,
      })
      .from(declarations)
      .innerJoin(revisions, eq(revisions.number, declarations.revision))
      .where(among(declarations.id, "ids"))
      .prepare();
    this.#retracted = query
      .select({
        ...when,
        place: retractions.place,
        declaration: sql<string>`${retractions.declaration}`,
        reason: retractions.reason,
      })
      .from(retractions)
      .innerJoin(revisions, eq(revisions.number, retractions.revision))
      .where(and(among(retractions.declaration, "ids"), lte(retractions.revision, sql.placeholder("known"))))
      .prepare();
    const rescission = alias(declarations, "rescission");
    this.#rescinded = query
      .select({
        ...when,
        place: rescission.place,
        named: rescission.rescinds,
        stands: inForce.declaration,
        by: rescission.id,
      })
      .from(inForce)
      .innerJoin(rescission, eq(rescission.id, inForce.rescindedBy))
      .innerJoin(revisions, eq(revisions.number, rescission.revision))
      .where(and(among(inForce.declaration, "ids"), heldAt(inForce)))
      .prepare();
  }

  /** A rescission is told where it has effect at `known`, under the declaration that it names. */
  of(id: string, known: number): readonly HistoryStep[] {
    const line = this.#line.all({ id, known });
    const ids = JSON.stringify(line);
    const steps: Placed[] = this.#declared.all({ ids }).flatMap(({ supersedes, ...step }) => {
      const declared: Placed = { ...step, event: "declared", turn: 0 };
      if (supersedes === null) return [declared];
      const superseded = { declaration: supersedes, by: step.declaration };
      return [declared, { ...step, event: "superseded", ...superseded, turn: 1 }];
    });
    for (const step of this.#retracted.all({ ids, known })) {
      steps.push({ ...step, event: "retracted", turn: 0 });
    }
    for (const { named, stands, ...step } of this.#rescinded.all({ ids, known })) {
      // Of an act that was told twice, the rescission may name the other telling.
      const declaration = named !== null && line.includes(named) ? named : stands;
      steps.push({ ...step, event: "rescinded", declaration, turn: 2 });
    }
    steps.sort((a, b) => a.revision - b.revision || a.place - b.place || a.turn - b.turn);
    return steps.map(({ place: _place, turn: _turn, ...step }) => step);
  }
}
