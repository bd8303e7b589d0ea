/** The log of revisions. */
import { desc, eq, lte, sql } from "drizzle-orm";
import type { Revision } from "../../ledger/command.ts";
import type { Page, Paged } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { revisions } from "./ledger-tables.ts";
import { inserting, ONE } from "./statements.ts";

type Row = typeof revisions.$inferSelect;

function revisionOf(row: Row): Revision {
  const { number, recordedAt, recordedBy, message, imported, ...counts } = row;
  return { number, recordedAt, recordedBy, message, imported, counts };
}

function revisionRow({ counts, ...revision }: Revision): Row {
  return { ...revision, ...counts };
}

export class Revisions {
  readonly #newest;
  readonly #byNumber;
  readonly #byInstant;
  readonly #page;
  readonly #count;
  readonly #insert;
  readonly #complete;

  constructor(connection: Connection) {
    const { query } = connection;
    const all = () => query.select().from(revisions).$dynamic();
    this.#newest = all().orderBy(desc(revisions.number)).limit(ONE).prepare();
    this.#byNumber = all()
      .where(eq(revisions.number, sql.placeholder("number")))
      .prepare();
    this.#byInstant = all()
      .where(lte(revisions.recordedAt, sql.placeholder("instant")))
      .orderBy(desc(revisions.recordedAt))
      .limit(ONE)
      .prepare();
    const upTo = lte(revisions.number, sql.placeholder("known"));
    this.#page = all()
      .where(upTo)
      .orderBy(desc(revisions.number))
      .limit(sql.placeholder("limit"))
      .offset(sql.placeholder("offset"))
      .prepare();
    this.#count = query.select({ total: sql<number>`count(*)` }).from(revisions).where(upTo).prepare();
    this.#insert = inserting(connection, revisions);
    const given = (name: keyof Row) => sql`${sql.placeholder(name)}`;
    this.#complete = query
      .update(revisions)
      .set({
        recordedAt: given("recordedAt"),
        declarations: given("declarations"),
        retractions: given("retractions"),
        claims: given("claims"),
        coalitions: given("coalitions"),
        parties: given("parties"),
      })
      .where(eq(revisions.number, sql.placeholder("number")))
      .prepare();
  }

  newest(): Revision | null {
    return orNull(this.#newest.get());
  }

  byNumber(number: number): Revision | null {
    return orNull(this.#byNumber.get({ number }));
  }

  /** `instant` is any RFC 3339 text; parts of a millisecond are cut off, as recorded instants have none. */
  at(instant: string): Revision | null {
    return orNull(this.#byInstant.get({ instant: new Date(instant).toISOString() }));
  }

  page(known: number, { offset, limit }: Page): Paged<Revision> {
    const items = this.#page.all({ known, limit, offset }).map(revisionOf);
    return { items, total: this.#count.get({ known })?.total ?? 0 };
  }

  /** Opens a revision, which has no lines yet. */
  begin(revision: Revision): void {
    this.#insert(revisionRow(revision));
  }

  /** Gives the revision that is open its counts and the instant of its end. */
  complete(revision: Revision): void {
    this.#complete.run({ ...revisionRow(revision) });
  }
}

function orNull(row: Row | undefined): Revision | null {
  return row === undefined ? null : revisionOf(row);
}
