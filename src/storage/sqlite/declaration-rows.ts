/** Declarations as the table holds them, and made whole again with their sources. */
import { and, asc, eq, getTableColumns, gt, inArray, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Declaration } from "../../domain/declaration.ts";
import { Citations } from "./citations.ts";
import type { Connection } from "./connection.ts";
import { declarations, ordinalClaims, retractions } from "./ledger-tables.ts";
import { OPEN } from "./projection-tables.ts";
import { among, asking, inserting } from "./statements.ts";

export type DeclarationRow = typeof declarations.$inferSelect;

/** All columns, for a select that joins other tables. */
export const declarationColumns = getTableColumns(declarations);

/** A declaration with the revision that retracted it and the declaration that supersedes it, if any. */
export interface LivedDeclaration {
  readonly declaration: Declaration;
  readonly retracted: number | null;
  readonly successor: string | null;
}

export class DeclarationRows {
  readonly #citations;
  readonly #byId;
  readonly #after;
  readonly #ofCoalition;
  readonly #claimingOrdinals;
  readonly #insert;

  constructor(connection: Connection) {
    this.#citations = new Citations(connection);
    this.#insert = inserting(connection, declarations);
    const rows = () => connection.query.select().from(declarations).$dynamic();
    this.#byId = rows()
      .where(and(among(declarations.id, "ids"), lte(declarations.revision, sql.placeholder("known"))))
      .prepare();
    this.#after = rows()
      .where(
        and(
          eq(declarations.revision, sql.placeholder("revision")),
          gt(declarations.place, sql.placeholder("place")),
        ),
      )
      .orderBy(asc(declarations.place))
      .limit(sql.placeholder("limit"))
      .prepare();
    const claiming = connection.query
      .select({ id: ordinalClaims.declaration })
      .from(ordinalClaims)
      .where(among(ordinalClaims.coalition, "coalitions"));
    this.#claimingOrdinals = asking(
      connection,
      declarationColumns,
      connection.query
        .select()
        .from(declarations)
        .where(
          and(
            inArray(declarations.id, claiming),
            eq(declarations.act, "join"),
            lte(declarations.revision, sql.placeholder("known")),
          ),
        )
        .orderBy(asc(declarations.revision), asc(declarations.place)),
    );
    const newer = alias(declarations, "newer");
    const lived = { ...declarationColumns, retracted: retractions.revision, successor: newer.id };
    this.#ofCoalition = asking(
      connection,
      lived,
      connection.query
        .select(lived)
        .from(declarations)
        .leftJoin(retractions, eq(retractions.declaration, declarations.id))
        .leftJoin(newer, eq(newer.supersedes, declarations.id))
        .where(eq(declarations.coalition, sql.placeholder("coalition")))
        .orderBy(asc(declarations.revision), asc(declarations.place)),
    );
  }

  /** Joins whose sources claim an ordinal, in the order of the ledger. */
  claimingOrdinals(known: number, coalitions: readonly string[]): readonly Declaration[] {
    return this.whole(this.#claimingOrdinals.all({ known, coalitions: JSON.stringify(coalitions) }));
  }

  /** Those that exist at `known`, in the order of the ids. */
  byIds(ids: readonly string[], known = OPEN): readonly Declaration[] {
    const found = this.whole(this.#byId.all({ ids: JSON.stringify(ids), known }));
    const byId = new Map(found.map((declaration) => [declaration.id, declaration]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Those of a revision that come after a place, in their order. */
  after(
    revision: number,
    place: number,
    limit: number,
  ): { place: number; declaration: Declaration; digest: string }[] {
    const rows = this.#after.all({ revision, place, limit });
    return this.whole(rows).map((declaration, index) => {
      const { place, digest } = rows[index] as DeclarationRow;
      return { place, declaration, digest };
    });
  }

  /** All that the ledger ever took in for a coalition, in its order, with what became of each. */
  ofCoalition(coalition: string): LivedDeclaration[] {
    const rows = this.#ofCoalition.all({ coalition });
    return this.whole(rows).map((declaration, index) => {
      const { retracted, successor } = rows[index] as (typeof rows)[number];
      return { declaration, retracted, successor };
    });
  }

  /** The declarations of rows, in their order. */
  whole(rows: readonly DeclarationRow[]): Declaration[] {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const sources = this.#citations.of("declaration", ids);
    return rows.map((row) => ({
      id: row.id,
      revision: row.revision,
      ref: row.ref,
      coalition: row.coalition,
      party: row.party,
      act: row.act,
      role: row.role,
      predecessors: row.predecessors,
      declared: declaredOf(row),
      effective: { edtf: row.effectiveEdtf, earliest: row.effectiveEarliest, latest: row.effectiveLatest },
      rescinds: row.rescinds,
      supersedes: row.supersedes,
      title: row.title,
      scope: row.scope,
      confidence: row.confidence,
      note: row.note,
      sources: sources.get(row.id) ?? [],
    }));
  }

  insert(declaration: Declaration, digest: string, place: number): void {
    const { declared, effective, sources } = declaration;
    // Written out, as are the rows of the projection: a spread takes as long as an insert.
    this.#insert({
      id: declaration.id,
      revision: declaration.revision,
      place,
      digest,
      ref: declaration.ref,
      coalition: declaration.coalition,
      party: declaration.party,
      act: declaration.act,
      role: declaration.role,
      predecessors: declaration.predecessors,
      declaredEdtf: declared?.edtf ?? null,
      declaredEarliest: declared?.earliest ?? null,
      declaredLatest: declared?.latest ?? null,
      effectiveEdtf: effective.edtf,
      effectiveEarliest: effective.earliest,
      effectiveLatest: effective.latest,
      rescinds: declaration.rescinds,
      supersedes: declaration.supersedes,
      title: declaration.title,
      scope: declaration.scope,
      confidence: declaration.confidence,
      note: declaration.note,
    });
    this.#citations.insert("declaration", declaration.id, sources);
  }
}

type DeclaredRow = Pick<DeclarationRow, "declaredEdtf" | "declaredEarliest" | "declaredLatest">;

function declaredOf({ declaredEdtf, declaredEarliest, declaredLatest }: DeclaredRow) {
  if (declaredEdtf === null || declaredEarliest === null || declaredLatest === null) return null;
  return { edtf: declaredEdtf, earliest: declaredEarliest, latest: declaredLatest };
}
