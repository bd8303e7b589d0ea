/** The questions about declarations: what was declared, and what became of it. */
import { and, asc, eq, gte, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { BEFORE_ALL } from "../../domain/day.ts";
import type { Declaration } from "../../domain/declaration.ts";
import type {
  DeclarationQuestion,
  DeclarationRecord,
  DeclarationState,
  Page,
  Paged,
} from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { DeclarationRows, declarationColumns } from "./declaration-rows.ts";
import { coalitionVersions, declarations, predecessors, retractions, revisions } from "./ledger-tables.ts";
import { inForce } from "./projection-tables.ts";
import { heldAt, Shapes } from "./statements.ts";

const known = sql.placeholder("known");

/** The party of a declaration, or one of its predecessors. */
export const names: SQL = or(
  eq(declarations.party, sql.placeholder("party")),
  sql`${declarations.id} in (select ${predecessors.declaration} from ${predecessors}
    where ${predecessors.party} = ${sql.placeholder("party")})`,
) as SQL;

/** `../b` begins with the founding of the coalition as known then, but never after b. */
const sinceFounding = sql<string>`case when ${declarations.effectiveEarliest} <> ${sql.raw(`'${BEFORE_ALL}'`)}
  then ${declarations.effectiveEarliest}
  else min(${declarations.effectiveLatest}, coalesce((
    select json_extract(${coalitionVersions.entry}, '$.founded.earliest') from ${coalitionVersions}
    where ${coalitionVersions.id} = ${declarations.coalition} and ${coalitionVersions.revision} <= ${known}
    order by ${coalitionVersions.revision} desc, ${coalitionVersions.place} desc limit 1
  ), ${sql.raw(`'${BEFORE_ALL}'`)})) end`;

/** One that stands is in force or rescinded; one that does not was retracted, or else superseded. */
const state = sql<DeclarationState>`coalesce(
  (select case when ${inForce.rescindedBy} is null then 'in-force' else 'rescinded' end from ${inForce}
    where ${inForce.declaration} = ${declarations.id} and ${heldAt(inForce)}),
  (select 'retracted' from ${retractions}
    where ${retractions.declaration} = ${declarations.id} and ${retractions.revision} <= ${known}),
  'superseded')`;

const CONDITIONS = {
  id: eq(declarations.id, sql.placeholder("id")),
  coalition: eq(declarations.coalition, sql.placeholder("coalition")),
  party: names,
  act: eq(declarations.act, sql.placeholder("act")),
  state: sql`${state} = ${sql.placeholder("state")}`,
  during: and(
    lt(declarations.effectiveEarliest, sql.placeholder("to")),
    gte(declarations.effectiveLatest, sql.placeholder("from")),
    or(
      ne(declarations.effectiveEarliest, sql.raw(`'${BEFORE_ALL}'`)),
      lt(sinceFounding, sql.placeholder("to")),
    ),
  ) as SQL,
};

type Asked = DeclarationQuestion & { readonly id?: string };

export class Declarations {
  readonly #rows;
  readonly #page;
  readonly #count;

  constructor(connection: Connection) {
    const { query } = connection;
    this.#rows = new DeclarationRows(connection);
    const where = (conditions: readonly SQL[]) => and(...conditions, lte(declarations.revision, known));
    this.#page = new Shapes(CONDITIONS, (conditions) =>
      query
        .select({
          row: declarationColumns,
          recordedAt: revisions.recordedAt,
          recordedBy: revisions.recordedBy,
          state,
          earliest: sinceFounding,
        })
        .from(declarations)
        .innerJoin(revisions, eq(revisions.number, declarations.revision))
        .where(where(conditions))
        .orderBy(asc(declarations.revision), asc(declarations.place))
        .limit(sql.placeholder("limit"))
        .offset(sql.placeholder("offset"))
        .prepare(),
    );
    this.#count = new Shapes(CONDITIONS, (conditions) =>
      query.select({ total: sql<number>`count(*)` }).from(declarations).where(where(conditions)).prepare(),
    );
  }

  page(question: DeclarationQuestion, page: Page): Paged<DeclarationRecord> {
    const total = this.#count.for(question).get(valuesOf(question))?.total ?? 0;
    return { items: this.#records(question, page), total };
  }

  one(id: string, known: number): DeclarationRecord | null {
    return this.#records({ id, known }, { offset: 0, limit: 1 })[0] ?? null;
  }

  byIds(ids: readonly string[], known: number): readonly Declaration[] {
    return this.#rows.byIds(ids, known);
  }

  claimingOrdinals(known: number, coalitions: readonly string[]): readonly Declaration[] {
    return this.#rows.claimingOrdinals(known, coalitions);
  }

  #records(question: Asked, page: Page): DeclarationRecord[] {
    const found = this.#page.for(question).all({ ...valuesOf(question), ...page });
    const whole = this.#rows.whole(found.map(({ row }) => row));
    return found.map(({ recordedAt, recordedBy, state, earliest }, index) => {
      const declaration = whole[index] as Declaration;
      const { latest } = declaration.effective;
      return { declaration, recordedAt, recordedBy, state, effective: { earliest, latest } };
    });
  }
}

function valuesOf({ during, ...rest }: Asked) {
  return { ...rest, ...during };
}
