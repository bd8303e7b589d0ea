/** Keys over a SQLite file, in the same one as the ledger. */
import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { KeptKey, Key } from "../../ledger/key.ts";
import type { Keys } from "../../ledger/keys.ts";
import type { Connection } from "./connection.ts";
import { keys } from "./key-tables.ts";
import { inserting } from "./statements.ts";

export class SqliteKeys implements Keys {
  readonly #connection: Connection;
  readonly #all;
  readonly #byId;
  readonly #insert;
  readonly #usable;

  constructor(connection: Connection) {
    const { query } = connection;
    this.#connection = connection;
    this.#all = query.select().from(keys).orderBy(asc(keys.createdAt), asc(keys.id)).prepare();
    this.#byId = query
      .select()
      .from(keys)
      .where(eq(keys.id, sql.placeholder("id")))
      .prepare();
    this.#insert = inserting(connection, keys);
    const named = sql.placeholder("named");
    this.#usable = query
      .update(keys)
      .set({ revokedAt: sql`${sql.placeholder("at")}` })
      .where(and(or(eq(keys.id, named), eq(keys.name, named)), isNull(keys.revokedAt)))
      .returning()
      .prepare();
  }

  async create(key: KeptKey): Promise<void> {
    this.#insert(key);
  }

  async list(): Promise<readonly Key[]> {
    return this.#all.all().map(shownKey);
  }

  async find(id: string): Promise<KeptKey | null> {
    return this.#byId.get({ id }) ?? null;
  }

  async revoke(idOrName: string, at: string): Promise<readonly Key[]> {
    return this.#usable.all({ named: idOrName, at }).map(shownKey);
  }

  async close(): Promise<void> {
    this.#connection.sqlite.close();
  }
}

function shownKey({ hash: _hash, ...key }: KeptKey): Key {
  return key;
}
