/** Published totals. One stands until it is retracted or a newer one comes under its ref. */
import { and, asc, desc, eq, gt, lte, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Claim } from "../../domain/claim.ts";
import type { Citation } from "../../domain/source.ts";
import { Citations } from "./citations.ts";
import type { Connection } from "./connection.ts";
import { claims, retractions, revisions } from "./ledger-tables.ts";
import { inserting, ONE, Shapes } from "./statements.ts";

type Row = typeof claims.$inferSelect;

const CONDITIONS = { coalition: eq(claims.coalition, sql.placeholder("coalition")) };

export class Claims {
  readonly #citations;
  readonly #standing;
  readonly #count;
  readonly #byId;
  readonly #byRef;
  readonly #after;
  readonly #insert;

  constructor(connection: Connection) {
    const { query } = connection;
    this.#citations = new Citations(connection);
    this.#insert = inserting(connection, claims);
    const known = sql.placeholder("known");
    const one = { one: sql`1` };
    const newer = alias(claims, "newer");
    const stands = and(
      lte(claims.revision, known),
      notExists(
        query
          .select(one)
          .from(retractions)
          .where(and(eq(retractions.claim, claims.id), lte(retractions.revision, known))),
      ),
      notExists(
        query
          .select(one)
          .from(newer)
          .where(
            and(eq(newer.ref, claims.ref), gt(newer.revision, claims.revision), lte(newer.revision, known)),
          ),
      ),
    );
    const rows = () => query.select().from(claims).$dynamic();
    this.#standing = new Shapes(CONDITIONS, (conditions: readonly SQL[]) =>
      rows()
        .where(and(...conditions, stands))
        .orderBy(asc(claims.coalition), asc(claims.onEarliest), asc(claims.onLatest), asc(claims.id))
        .prepare(),
    );
    this.#count = query.select({ total: sql<number>`count(*)` }).from(claims).where(stands).prepare();
    this.#byId = rows()
      .where(eq(claims.id, sql.placeholder("id")))
      .prepare();
    this.#byRef = query
      .select({ id: claims.id, author: revisions.recordedBy })
      .from(claims)
      .innerJoin(revisions, eq(revisions.number, claims.revision))
      .where(eq(claims.ref, sql.placeholder("ref")))
      .orderBy(desc(claims.revision), desc(claims.place))
      .limit(ONE)
      .prepare();
    this.#after = rows()
      .where(
        and(eq(claims.revision, sql.placeholder("revision")), gt(claims.place, sql.placeholder("place"))),
      )
      .orderBy(asc(claims.place))
      .limit(sql.placeholder("limit"))
      .prepare();
  }

  standing(known: number, coalition?: string): readonly Claim[] {
    const question = coalition === undefined ? { known } : { known, coalition };
    return this.#whole(this.#standing.for(question).all(question));
  }

  count(known: number): number {
    return this.#count.get({ known })?.total ?? 0;
  }

  byId(id: string): Claim | null {
    return this.#whole(this.#byId.all({ id }))[0] ?? null;
  }

  /** The newest under a ref, and who recorded it. */
  byRef(ref: string): { readonly claim: Claim; readonly author: string } | null {
    const found = this.#byRef.get({ ref });
    return found === undefined ? null : { claim: this.byId(found.id) as Claim, author: found.author };
  }

  /** Those of a revision that come after a place, in their order. */
  after(revision: number, place: number, limit: number): { place: number; claim: Claim; digest: string }[] {
    const rows = this.#after.all({ revision, place, limit });
    return this.#whole(rows).map((claim, index) => {
      const { place, digest } = rows[index] as Row;
      return { place, claim, digest };
    });
  }

  insert(claim: Claim, digest: string, place: number): void {
    const { on, source, ...rest } = claim;
    this.#insert({
      ...rest,
      place,
      digest,
      onEdtf: on.edtf,
      onEarliest: on.earliest,
      onLatest: on.latest,
    });
    this.#citations.insert("claim", claim.id, [source]);
  }

  #whole(rows: readonly Row[]): Claim[] {
    const ids = rows.map((row) => row.id);
    const sources = this.#citations.of("claim", ids);
    return rows.map((row) => ({
      id: row.id,
      revision: row.revision,
      ref: row.ref,
      coalition: row.coalition,
      on: { edtf: row.onEdtf, earliest: row.onEarliest, latest: row.onLatest },
      total: row.total,
      role: row.role,
      standing: row.standing,
      counting: row.counting,
      except: row.except,
      source: sources.get(row.id)?.[0] as Citation,
      note: row.note,
    }));
  }
}
