/** What a write reads of the ledger, over the connection that will write. */
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
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
import { declarations, retractions, revisions } from "./ledger-tables.ts";
import { inForce, OPEN } from "./projection-tables.ts";
import { Projections } from "./projections.ts";
import { Registries } from "./registry.ts";
import { Revisions } from "./revisions.ts";
import { asking } from "./statements.ts";

/** Before any revision has a number as large, so that everything written is known. */
const NEWEST = OPEN - 1;

export class SqlitePast implements Past {
  readonly #revisions;
  readonly #registries;
  readonly #rows;
  readonly #claims;
  readonly #projections;
  readonly #statements;

  constructor(connection: Connection) {
    this.#revisions = new Revisions(connection);
    this.#registries = new Registries(connection);
    this.#rows = new DeclarationRows(connection);
    this.#claims = new Claims(connection);
    this.#projections = new Projections(connection);
    this.#statements = statements(connection);
  }

  newest(): Revision | null {
    return this.#revisions.newest();
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

  inForce(coalition: string): readonly Declaration[] {
    // The end of a line stands unless it was retracted; of the others few do, and each is asked.
    return this.#rows.ofCoalition(coalition).flatMap(({ declaration, retracted, successor }) => {
      if (retracted !== null) return [];
      return successor === null || standingOf(successor, this) === declaration.id ? [declaration] : [];
    });
  }

  projection(coalition: string): Projection {
    return this.#projections.at(NEWEST, coalition);
  }

  coalitionsNaming(party: string): readonly string[] {
    return this.#statements.naming.all({ party }).map(({ coalition }) => coalition);
  }

  /** To be said after a rollback. */
  forget(): void {
    this.#registries.forget();
  }
}

function statements(connection: Connection) {
  const { query } = connection;
  const id = sql.placeholder("id");
  const open = eq(inForce.knownTo, OPEN);
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
