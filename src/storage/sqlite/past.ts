/** What a write reads of the ledger, over the connection that will write. */
import { and, asc, desc, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Claim } from "../../domain/claim.ts";
import type { Declaration } from "../../domain/declaration.ts";
import type { Projection } from "../../domain/projection.ts";
import type { Registry } from "../../domain/registry.ts";
import { standingOf } from "../../domain/supersession.ts";
import type { Revision } from "../../ledger/command.ts";
import type { Past, Told } from "../../ledger/past.ts";
import { Claims } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { DeclarationRows } from "./declaration-rows.ts";
import { names } from "./declarations.ts";
import {
  claims,
  coalitions,
  declarations,
  ordinalClaims,
  predecessors,
  retractions,
  revisions,
} from "./ledger-tables.ts";
import { inForce, OPEN } from "./projection-tables.ts";
import { Projections } from "./projections.ts";
import { Registries } from "./registry.ts";
import { Revisions } from "./revisions.ts";
import { among, asking } from "./statements.ts";

/** Before any revision has a number as large, so that everything written is known. */
const NEWEST = OPEN - 1;

/** So many declarations are kept ready for the next write to their coalition. */
const KEPT = 20_000;
/** And so many that were just added, for the derivation at the end of their write. */
const MOST_ADDED = 1_000;

export class SqlitePast implements Past {
  readonly #revisions;
  readonly #registries;
  readonly #rows;
  readonly #claims;
  readonly #projections;
  readonly #statements;
  /** Declarations that were read, by id: a line that is committed never changes. */
  readonly #kept = new Map<string, Declaration>();
  /** Those that were added since, as far as they are few; gone with a rollback. */
  readonly #added = new Map<string, Declaration>();
  /** The newest revision that is committed. */
  #settled = 0;
  /** The newest that is complete, in the transaction that is open. */
  #newest: Revision | null = null;

  constructor(connection: Connection) {
    this.#revisions = new Revisions(connection);
    this.#registries = new Registries(connection);
    this.#rows = new DeclarationRows(connection);
    this.#claims = new Claims(connection);
    this.#projections = new Projections(connection);
    this.#statements = statements(connection);
  }

  newest(): Revision | null {
    return this.#newest;
  }

  registry(): Registry {
    return this.#registries.at(NEWEST);
  }

  declaration(id: string): Declaration | null {
    return this.#rows.byIds([id])[0] ?? null;
  }

  underRef(ref: string): Told | null {
    return this.#statements.underRef.get({ ref });
  }

  withDigest(digest: string): Told | null {
    return this.#statements.withDigest.get({ digest });
  }

  predecessor = (id: string): string | null => this.#statements.predecessor.get({ id })?.id ?? null;

  successor = (id: string): string | null => this.#statements.successor.get({ id })?.id ?? null;

  isRetracted = (id: string): boolean => {
    const { declarationRetracted, claimRetracted } = this.#statements;
    return declarationRetracted.get({ id }) !== undefined || claimRetracted.get({ id }) !== undefined;
  };

  claim(id: string): Claim | null {
    return this.#claims.byId(id);
  }

  claimUnderRef(ref: string): { readonly claim: Claim; readonly author: string } | null {
    return this.#claims.byRef(ref);
  }

  claims(coalition: string): readonly Claim[] {
    return this.#claims.standing(NEWEST, coalition);
  }

  readWith(coalition: string, parties: readonly string[]): readonly string[] | null {
    const { countsAll, successions } = this.#statements;
    if (countsAll.get({ coalition }) !== null) return null;
    const together = new Set(parties);
    for (let asked = [...together]; asked.length > 0; ) {
      const found = successions.all({ coalition, parties: JSON.stringify(asked) });
      const named = found.flatMap(({ party, predecessors }) => [party as string, ...predecessors]);
      asked = [...new Set(named)].filter((party) => !together.has(party));
      for (const party of asked) together.add(party);
    }
    return [...together];
  }

  inForce(coalition: string, parties: readonly string[] | null): readonly Declaration[] {
    const { lived, livedOf } = this.#statements;
    const found =
      parties === null
        ? lived.all({ coalition })
        : livedOf.all({ coalition, parties: JSON.stringify(parties) });
    // The end of a line stands unless it was retracted; of the others few do, and each is asked.
    const standing = found.flatMap(({ id, retracted, successor }) => {
      if (retracted !== null) return [];
      return successor === null || standingOf(successor, this) === id ? [id] : [];
    });
    return this.#whole(standing);
  }

  #whole(ids: readonly string[]): Declaration[] {
    const missing = ids.filter((id) => !this.#kept.has(id) && !this.#added.has(id));
    const rows = missing.length === 0 ? [] : this.#rows.byIds(missing);
    const read = new Map(rows.map((declaration) => [declaration.id, declaration]));
    const found = ids.map((id) => (this.#kept.get(id) ?? this.#added.get(id) ?? read.get(id)) as Declaration);
    if (this.#kept.size > KEPT) this.#kept.clear();
    for (const [id, declaration] of read) {
      if (declaration.revision <= this.#settled) this.#kept.set(id, declaration);
    }
    return found;
  }

  projection(coalition: string, parties: readonly string[] | null): Projection {
    return this.#projections.at(NEWEST, coalition, parties);
  }

  coalitionsNaming(party: string): readonly string[] {
    return this.#statements.naming.all({ party }).map(({ coalition }) => coalition);
  }

  protected added(declaration: Declaration): void {
    if (this.#added.size < MOST_ADDED) this.#added.set(declaration.id, declaration);
  }

  /** To be said at the beginning of a transaction: what is there now will not be rolled back. */
  settle(): void {
    this.#newest = this.#revisions.newest();
    this.#settled = this.#newest?.number ?? 0;
    this.#added.clear();
  }

  protected completed(revision: Revision): void {
    this.#newest = revision;
  }

  /** To be said after a rollback. */
  forget(): void {
    this.#registries.forget();
    this.#added.clear();
  }
}

function statements(connection: Connection) {
  const { query } = connection;
  const id = sql.placeholder("id");
  const open = eq(inForce.knownTo, OPEN);
  const newer = alias(declarations, "newer");
  const coalition = sql.placeholder("coalition");
  const lived = { id: declarations.id, retracted: retractions.revision, successor: newer.id };
  const livedIn = (condition: SQL, ...order: readonly SQL[]) =>
    asking(
      connection,
      lived,
      query
        .select(lived)
        .from(declarations)
        .leftJoin(retractions, eq(retractions.declaration, declarations.id))
        .leftJoin(newer, eq(newer.supersedes, declarations.id))
        .where(condition)
        .orderBy(...order),
    );
  const inCoalition = eq(declarations.coalition, coalition);
  const ofParties = and(inCoalition, among(declarations.party, "parties")) as SQL;
  const succession = { party: declarations.party, predecessors: declarations.predecessors };
  const retracted = (column: typeof retractions.declaration | typeof retractions.claim) =>
    query.select({ revision: retractions.revision }).from(retractions).where(eq(column, id)).prepare();
  const told = (condition: SQL) => {
    const { id, revision, supersedes, digest } = declarations;
    const fields = { id, revision, supersedes, digest, author: revisions.recordedBy };
    return asking(
      connection,
      fields,
      query
        .select(fields)
        .from(declarations)
        .innerJoin(revisions, eq(revisions.number, declarations.revision))
        .where(condition)
        // Only the first is read, so no limit is needed.
        .orderBy(desc(declarations.revision), desc(declarations.place)),
    );
  };
  return {
    lived: livedIn(inCoalition, asc(declarations.revision), asc(declarations.place)),
    // A plus makes it no column: SQLite shall search for the few of the parties, and sort them or look into them then.
    livedOf: livedIn(ofParties, sql`+${declarations.revision}`, sql`+${declarations.place}`),
    countsAll: asking(
      connection,
      { id: coalitions.id },
      query
        .select({ id: coalitions.id })
        .from(coalitions)
        .where(
          and(
            eq(coalitions.id, coalition),
            or(
              exists(query.select({ id: claims.id }).from(claims).where(eq(claims.coalition, coalition))),
              exists(
                query
                  .select({ id: ordinalClaims.declaration })
                  .from(ordinalClaims)
                  .where(eq(ordinalClaims.coalition, coalition)),
              ),
              exists(
                query
                  .select({ id: declarations.id })
                  .from(declarations)
                  .where(and(eq(declarations.coalition, coalition), isNull(declarations.party))),
              ),
            ),
          ),
        ),
    ),
    successions: asking(
      connection,
      succession,
      query
        .select(succession)
        .from(declarations)
        .where(and(ofParties, eq(declarations.act, sql.raw("'succeed'") as SQL<"succeed">)))
        .unionAll(
          query
            .select(succession)
            .from(predecessors)
            .innerJoin(declarations, eq(declarations.id, predecessors.declaration))
            .where(and(among(predecessors.party, "parties"), sql`+${declarations.coalition} = ${coalition}`)),
        ),
    ),
    underRef: told(eq(declarations.ref, sql.placeholder("ref"))),
    withDigest: told(eq(declarations.digest, sql.placeholder("digest"))),
    predecessor: query
      .select({ id: declarations.supersedes })
      .from(declarations)
      .where(eq(declarations.id, id))
      .prepare(),
    successor: query
      .select({ id: declarations.id })
      .from(declarations)
      .where(eq(declarations.supersedes, id))
      .prepare(),
    declarationRetracted: retracted(retractions.declaration),
    claimRetracted: retracted(retractions.claim),
    naming: query
      .selectDistinct({ coalition: inForce.coalition })
      .from(declarations)
      .innerJoin(inForce, eq(inForce.declaration, declarations.id))
      .where(and(names, open))
      .prepare(),
  };
}
