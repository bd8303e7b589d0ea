/** Declarations as the table holds them, and made whole again with their sources. */
import { and, asc, eq, getTableColumns, lte, sql } from "drizzle-orm";
import type { Declaration } from "../../domain/declaration.ts";
import { Citations } from "./citations.ts";
import type { Connection } from "./connection.ts";
import { declarations } from "./ledger-tables.ts";
import { OPEN } from "./projection-tables.ts";
import { among, inserting } from "./statements.ts";

export type DeclarationRow = typeof declarations.$inferSelect;

/** All columns, for a select that joins other tables. */
export const declarationColumns = getTableColumns(declarations);

export class DeclarationRows {
  readonly #citations;
  readonly #byId;
  readonly #ofRevision;
  readonly #insert;

  constructor(connection: Connection) {
    this.#citations = new Citations(connection);
    this.#insert = inserting(connection, declarations);
    const rows = () => connection.query.select().from(declarations).$dynamic();
    this.#byId = rows()
      .where(and(among(declarations.id, "ids"), lte(declarations.revision, sql.placeholder("known"))))
      .prepare();
    this.#ofRevision = rows()
      .where(eq(declarations.revision, sql.placeholder("revision")))
      .orderBy(asc(declarations.place))
      .prepare();
  }

  /** Those that exist at `known`, in the order of the ids. */
  byIds(ids: readonly string[], known = OPEN): readonly Declaration[] {
    const found = this.whole(this.#byId.all({ ids: JSON.stringify(ids), known }));
    const byId = new Map(found.map((declaration) => [declaration.id, declaration]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  ofRevision(revision: number): { place: number; declaration: Declaration; digest: string }[] {
    const rows = this.#ofRevision.all({ revision });
    return this.whole(rows).map((declaration, index) => {
      const { place, digest } = rows[index] as DeclarationRow;
      return { place, declaration, digest };
    });
  }

  /** The declarations of rows, in their order. */
  whole(rows: readonly DeclarationRow[]): Declaration[] {
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
    const { declared, effective, sources, ...rest } = declaration;
    this.#insert({
      ...rest,
      place,
      digest,
      declaredEdtf: declared?.edtf ?? null,
      declaredEarliest: declared?.earliest ?? null,
      declaredLatest: declared?.latest ?? null,
      effectiveEdtf: effective.edtf,
      effectiveEarliest: effective.earliest,
      effectiveLatest: effective.latest,
    });
    this.#citations.insert("declaration", declaration.id, sources);
  }
}

function declaredOf({ declaredEdtf, declaredEarliest, declaredLatest }: DeclarationRow) {
  if (declaredEdtf === null || declaredEarliest === null || declaredLatest === null) return null;
  return { edtf: declaredEdtf, earliest: declaredEarliest, latest: declaredLatest };
}
