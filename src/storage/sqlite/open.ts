/** Opens the store over a database file that has the newest schema. */
import { existsSync } from "node:fs";
import { type Connection, type ConnectionOptions, connect } from "./connection.ts";
import { SqliteKeys } from "./keys.ts";
import { pendingMigrations, UnusableDatabase } from "./migrations.ts";
import { SqliteStore } from "./store.ts";
import { WriterHere, WriterThread } from "./writing.ts";

export interface StoreOptions {
  readonly file: string;
  /** On a thread of its own, so that writes never make reads wait; or in this one. */
  readonly writer: "thread" | "here";
  /** The clock of a writer in this thread, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** @throws {UnusableDatabase} where the file is missing, not migrated, or made by a newer version. */
export async function openStore({ file, writer, now }: StoreOptions): Promise<SqliteStore> {
  const connection = connectMigrated(file, "read");
  try {
    const here = () => new WriterHere(connect(file, { purpose: "write" }), now);
    return new SqliteStore(connection, writer === "thread" ? () => new WriterThread(file) : here);
  } catch (error) {
    connection.sqlite.close();
    throw error;
  }
}

/**
 * The keys in the same file, over a connection of their own: the service reads them, the command line writes.
 * @throws {UnusableDatabase} as `openStore` does.
 */
export function openKeys(file: string, purpose: ConnectionOptions["purpose"]): SqliteKeys {
  return new SqliteKeys(connectMigrated(file, purpose));
}

function connectMigrated(file: string, purpose: ConnectionOptions["purpose"]): Connection {
  if (!existsSync(file)) throw new UnusableDatabase(`There is no database ${file}: migrate first.`);
  const connection = connect(file, { purpose });
  try {
    const pending = pendingMigrations(connection, file);
    if (pending === 0) return connection;
    throw new UnusableDatabase(`${file} lacks ${pending} migration(s): migrate first.`);
  } catch (error) {
    connection.sqlite.close();
    throw error;
  }
}
