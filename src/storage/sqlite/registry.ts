/** The registry as it stood at a revision. */
import { asc, desc, lte, sql } from "drizzle-orm";
import type { Coalition } from "../../domain/coalition.ts";
import type { Country, OtherParty } from "../../domain/party.ts";
import { type Entry, Registry } from "../../domain/registry.ts";
import type { Connection } from "./connection.ts";
import { coalitionVersions, partyVersions } from "./ledger-tables.ts";
import { asking, ONE, Recent } from "./statements.ts";

/** Past registries that are kept ready: questions mostly ask at the newest and at a few pinned revisions. */
const KEPT = 8;

export class Registries {
  readonly #coalitions;
  readonly #parties;
  readonly #recent = new Recent<number, Registry>(KEPT);

  constructor(connection: Connection) {
    this.#coalitions = versions<Coalition>(connection, coalitionVersions);
    this.#parties = versions<Country | OtherParty>(connection, partyVersions);
  }

  /** Known by its last edit, which makes it immutable. */
  at(known: number): Registry {
    const edited = Math.max(this.#coalitions.lastEdit(known), this.#parties.lastEdit(known));
    return this.#recent.get(
      edited,
      () => new Registry(this.#coalitions.upTo(edited), this.#parties.upTo(edited)),
    );
  }

  /** To be said after a rollback: a revision's number will be given anew. */
  forget(): void {
    this.#recent.clear();
  }
}

/** Asks one of the tables that hold whole entries. */
function versions<T extends Coalition | Country | OtherParty>(
  connection: Connection,
  table: typeof coalitionVersions | typeof partyVersions,
) {
  const { query } = connection;
  const upTo = lte(table.revision, sql.placeholder("known"));
  const edit = { revision: table.revision };
  const last = asking(
    connection,
    edit,
    query.select(edit).from(table).where(upTo).orderBy(desc(table.revision)).limit(ONE),
  );
  const all = query.select().from(table).where(upTo).orderBy(asc(table.revision), asc(table.place)).prepare();
  return {
    lastEdit: (known: number): number => last.get({ known })?.revision ?? 0,
    upTo: (known: number): Entry<T>[] => {
      const newest = new Map<string, Entry<T>>();
      for (const row of all.all({ known })) {
        newest.set(row.id, { ...(JSON.parse(row.entry) as T), edited: row.revision });
      }
      return [...newest.values()];
    },
  };
}
