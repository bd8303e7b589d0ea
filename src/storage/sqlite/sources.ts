/** Sources, each with all that cites it. */
import { and, asc, eq, getTableColumns, lte, or, type SQL, sql } from "drizzle-orm";
import type { Page, Paged, SourceQuestion, SourceRecord } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { citations, claims, declarations } from "./ledger-tables.ts";
import { among, Recent, Shapes } from "./statements.ts";

const revision = sql<number>`coalesce(${declarations.revision}, ${claims.revision})`;
const place = sql<number>`coalesce(${declarations.place}, ${claims.place})`;

const CONDITIONS = {
  coalition: or(
    sql`${citations.declaration} in (select id from declarations where coalition = ${sql.placeholder("coalition")})`,
    sql`${citations.claim} in (select id from claims where coalition = ${sql.placeholder("coalition")})`,
  ) as SQL,
  ids: among(citations.source, "ids"),
};

type Row = typeof citations.$inferSelect;
type Asked = SourceQuestion & { readonly ids?: string };

export class Sources {
  readonly #cited;
  readonly #first;
  /** Which sources a state of the ledger has: it takes a walk through all citations, and never changes. */
  readonly #recent = new Recent<string, readonly string[]>(8);

  constructor({ query }: Connection) {
    const where = (conditions: readonly SQL[]) => and(...conditions, lte(revision, sql.placeholder("known")));
    this.#cited = new Shapes(CONDITIONS, (conditions) =>
      query
        .select(getTableColumns(citations))
        .from(citations)
        .leftJoin(declarations, eq(declarations.id, citations.declaration))
        .leftJoin(claims, eq(claims.id, citations.claim))
        .where(where(conditions))
        .orderBy(asc(revision), asc(place), asc(citations.place))
        .prepare(),
    );
    this.#first = new Shapes(CONDITIONS, (conditions) =>
      query
        .select({ id: citations.source })
        .from(citations)
        .leftJoin(declarations, eq(declarations.id, citations.declaration))
        .leftJoin(claims, eq(claims.id, citations.claim))
        .where(where(conditions))
        .groupBy(citations.source)
        .orderBy(sql`min(printf('%016d%016d%08d', ${revision}, ${place}, ${citations.place}))`)
        .prepare(),
    );
  }

  page(question: SourceQuestion, { offset, limit }: Page): Paged<SourceRecord> {
    const all = this.#recent.get(JSON.stringify([question.known, question.coalition]), () =>
      this.#first
        .for(question)
        .all({ ...question })
        .map(({ id }) => id),
    );
    return { items: this.#records(question, all.slice(offset, offset + limit)), total: all.length };
  }

  one(id: string, known: number): SourceRecord | null {
    return this.#records({ known }, [id])[0] ?? null;
  }

  /** In the order of the ids. */
  #records(question: SourceQuestion, ids: readonly string[]): SourceRecord[] {
    const asked: Asked = { ...question, ids: JSON.stringify(ids) };
    const cited = new Map<string, Row[]>(ids.map((each) => [each, []]));
    for (const row of this.#cited.for(asked).all({ ...asked })) cited.get(row.source)?.push(row);
    return ids.flatMap((id) => {
      const rows = cited.get(id) ?? [];
      const newest = rows.at(-1);
      if (newest === undefined) return [];
      const { url, title, publisher, published } = newest;
      const read = rows.flatMap(({ accessed }) => accessed ?? []).sort();
      const distinct = (owners: readonly (string | null)[]) => [
        ...new Set(owners.filter((owner) => owner !== null)),
      ];
      return [
        {
          id,
          url,
          title,
          publisher,
          published,
          accessed: read.at(-1) ?? null,
          declarations: distinct(rows.map(({ declaration }) => declaration)),
          claims: distinct(rows.map(({ claim }) => claim)),
        },
      ];
    });
  }
}
