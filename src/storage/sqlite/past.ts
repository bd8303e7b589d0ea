/** What a decision reads of the ledger, over the connection that will write the decision. */
import { and, desc, eq, sql } from "drizzle-orm";
import type { Claim } from "../../domain/claim.ts";
import type { Declaration } from "../../domain/declaration.ts";
import type { Projection } from "../../domain/projection.ts";
import type { Registry } from "../../domain/registry.ts";
import type { Revision } from "../../ledger/command.ts";
import type { Past } from "../../ledger/past.ts";
import { Claims } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { DeclarationRows, declarationColumns } from "./declaration-rows.ts";
import { names } from "./declarations.ts";
import { declarations, retractions, revisions } from "./ledger-tables.ts";
import { inForce, OPEN } from "./projection-tables.ts";
import { Projections } from "./projections.ts";
import { Registries } from "./registry.ts";
import { Revisions } from "./revisions.ts";

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

  underRef(ref: string): { readonly declaration: Declaration; readonly author: string } | null {
    const found = this.#statements.underRef.get({ ref });
    if (found === undefined) return null;
    return { declaration: this.declaration(found.id) as Declaration, author: found.author };
  }

  withDigest(digest: string): Declaration | null {
    const found = this.#statements.withDigest.get({ digest });
    return found === undefined ? null : this.declaration(found.id);
  }

  supersededBy(id: string): string | null {
    return this.#statements.supersededBy.get({ id })?.id ?? null;
  }

  isRetracted(id: string): boolean {
    const { declarationRetracted, claimRetracted } = this.#statements;
    return declarationRetracted.get({ id }) !== undefined || claimRetracted.get({ id }) !== undefined;
  }

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
    return this.#rows.whole(this.#statements.inForce.all({ coalition }).map(({ row }) => row));
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

function statements({ query }: Connection) {
  const id = sql.placeholder("id");
  const open = eq(inForce.knownTo, OPEN);
  const retracted = (column: typeof retractions.declaration | typeof retractions.claim) =>
    query.select({ revision: retractions.revision }).from(retractions).where(eq(column, id)).prepare();
  const newestFirst = [desc(declarations.revision), desc(declarations.place)];
  return {
    underRef: query
      .select({ id: declarations.id, author: revisions.recordedBy })
      .from(declarations)
      .innerJoin(revisions, eq(revisions.number, declarations.revision))
      .where(eq(declarations.ref, sql.placeholder("ref")))
      .orderBy(...newestFirst)
      .limit(1)
      .prepare(),
    withDigest: query
      .select({ id: declarations.id })
      .from(declarations)
      .where(eq(declarations.digest, sql.placeholder("digest")))
      .orderBy(...newestFirst)
      .limit(1)
      .prepare(),
    supersededBy: query
      .select({ id: declarations.id })
      .from(declarations)
      .where(eq(declarations.supersedes, id))
      .prepare(),
    declarationRetracted: retracted(retractions.declaration),
    claimRetracted: retracted(retractions.claim),
    inForce: query
      .select({ row: declarationColumns })
      .from(inForce)
      .innerJoin(declarations, eq(declarations.id, inForce.declaration))
      .where(and(eq(inForce.coalition, sql.placeholder("coalition")), open))
      .orderBy(declarations.revision, declarations.place)
      .prepare(),
    naming: query
      .selectDistinct({ coalition: inForce.coalition })
      .from(declarations)
      .innerJoin(inForce, eq(inForce.declaration, declarations.id))
      .where(and(names, open))
      .prepare(),
  };
}
