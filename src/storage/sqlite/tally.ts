/** How much the ledger holds at a revision. */
import { count, lte, sql } from "drizzle-orm";
import type { Tally } from "../../ledger/store.ts";
import type { Claims } from "./claims.ts";
import type { Connection } from "./connection.ts";
import type { Findings } from "./findings.ts";
import { revisions } from "./ledger-tables.ts";
import { inForce } from "./projection-tables.ts";
import type { Registries } from "./registry.ts";
import type { Spells } from "./spells.ts";
import { heldAt, Recent } from "./statements.ts";

export interface Counted {
  readonly registries: Registries;
  readonly spells: Spells;
  readonly claims: Claims;
  readonly findings: Findings;
}

export class Tallies {
  readonly #counted;
  readonly #declarations;
  readonly #inForce;
  /** A tally walks through whole tables, and never changes for a revision that is written. */
  readonly #recent = new Recent<number, Tally>(8);

  constructor({ query }: Connection, counted: Counted) {
    this.#counted = counted;
    this.#declarations = query
      .select({
        newest: sql<number | null>`max(${revisions.number})`,
        total: sql<number | null>`sum(${revisions.declarations})`,
      })
      .from(revisions)
      .where(lte(revisions.number, sql.placeholder("known")))
      .prepare();
    this.#inForce = query.select({ total: count() }).from(inForce).where(heldAt(inForce)).prepare();
  }

  at(known: number): Tally {
    const { newest, total } = this.#declarations.get({ known }) ?? { newest: null, total: null };
    return this.#recent.get(newest ?? 0, () => this.#count(newest ?? 0, total ?? 0));
  }

  #count(known: number, declarations: number): Tally {
    const { registries, spells, claims, findings } = this.#counted;
    const registry = registries.at(known);
    return {
      coalitions: registry.coalitions.length,
      countries: registry.countries.length,
      parties: [...registry.partyIds()].length,
      declarations,
      inForce: this.#inForce.get({ known })?.total ?? 0,
      spells: spells.count({ known }),
      claims: claims.count(known),
      findings: findings.count({ known }),
    };
  }
}
