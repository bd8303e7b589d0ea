/** One connection to the database file, set up for what it is for. */
import SqliteDatabase from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";

export interface Connection {
  readonly sqlite: SqliteDatabase.Database;
  /** The same connection through Drizzle's query builder. */
  readonly query: BetterSQLite3Database;
}

export interface ConnectionOptions {
  readonly purpose: "read" | "write";
  /** Is told every statement that runs, with its parameters in it. */
  readonly watch?: ((statement: string) => void) | undefined;
}

/** How long a connection waits for the lock of another process. */
export const BUSY_TIMEOUT_MS = 10_000;

export function connect(file: string, { purpose, watch }: ConnectionOptions): Connection {
  const sqlite = new SqliteDatabase(file, {
    timeout: BUSY_TIMEOUT_MS,
    fileMustExist: purpose === "read",
    ...(watch === undefined ? {} : { verbose: (statement: unknown) => watch(String(statement)) }),
  });
  if (purpose === "write") sqlite.pragma("journal_mode = WAL");
  // NORMAL can lose an acknowledged write when the power fails.
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("recursive_triggers = ON");
  sqlite.pragma("trusted_schema = OFF");
  sqlite.pragma("cell_size_check = ON");
  if (purpose === "read") sqlite.pragma("query_only = ON");
  return { sqlite, query: drizzle({ client: sqlite }) };
}
