/** Sources as declarations and claims cite them. */
import { asc, getTableColumns } from "drizzle-orm";
import type { Citation, CitedClaims } from "../../domain/source.ts";
import { sourceId } from "../../ledger/source-id.ts";
import type { Connection } from "./connection.ts";
import { citations } from "./ledger-tables.ts";
import { among, asking, inserting } from "./statements.ts";

type Row = typeof citations.$inferSelect;

function citationOf({ url, title, publisher, published, accessed, claims }: Row): Citation {
  return { url, title, publisher, published, accessed, claims: claimsOf(claims) };
}

function claimsOf(text: string | null): CitedClaims | null {
  return text === null ? null : (JSON.parse(text) as CitedClaims);
}

type Owner = "declaration" | "claim";

export class Citations {
  readonly #of;
  readonly #insert;

  constructor(connection: Connection) {
    const columns = getTableColumns(citations);
    const asked = (owner: Owner) =>
      asking(
        connection,
        columns,
        connection.query
          .select(columns)
          .from(citations)
          .where(among(citations[owner], "ids"))
          .orderBy(asc(citations[owner]), asc(citations.place)),
      );
    this.#of = { declaration: asked("declaration"), claim: asked("claim") };
    this.#insert = inserting(connection, citations);
  }

  /** By the id of the declaration or claim, each in the order cited. */
  of(owner: Owner, ids: readonly string[]): ReadonlyMap<string, readonly Citation[]> {
    const cited = new Map<string, Citation[]>();
    for (const row of this.#of[owner].all({ ids: JSON.stringify(ids) })) {
      const id = row[owner] as string;
      const list = cited.get(id) ?? [];
      list.push(citationOf(row));
      cited.set(id, list);
    }
    return cited;
  }

  insert(owner: Owner, id: string, sources: readonly Citation[]): void {
    for (const [place, citation] of sources.entries()) {
      const { url, title, publisher, published, accessed, claims } = citation;
      this.#insert({
        source: sourceId(citation),
        declaration: owner === "declaration" ? id : null,
        claim: owner === "claim" ? id : null,
        place,
        url,
        title,
        publisher,
        published,
        accessed,
        claims:
          claims === null ? null : JSON.stringify({ ordinal: claims.ordinal, effective: claims.effective }),
      });
    }
  }
}
