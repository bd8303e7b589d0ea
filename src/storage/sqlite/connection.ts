/** One connection to the database file, set up for what it is for. */
import type SqliteDatabase from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { openDatabase } from "./database.ts";

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

/** The same for one that writes: others may be in the middle of a large import, and are waited for. */
const WRITER_BUSY_TIMEOUT_MS = 3_600_000;

/** What remains of the log of a large write when it is in the database. */
const LOG_SIZE_LIMIT = 67_108_864;

/** Pages of the log that are gathered before they go into the database: small writes change the same ones often. */
const CHECKPOINT_PAGES = 8_000;

/** Of a writer, which changes a page of each index for each row. */
const CACHE_KB = 16_384;

export function connect(file: string, { purpose, watch }: ConnectionOptions): Connection {
  const sqlite = openDatabase(file, {
    timeout: purpose === "write" ? WRITER_BUSY_TIMEOUT_MS : BUSY_TIMEOUT_MS,
    fileMustExist: purpose === "read",
    ...(watch === undefined ? {} : { verbose: (statement: unknown) => watch(String(statement)) }),
  });
  if (purpose === "write") {
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma(`journal_size_limit = ${LOG_SIZE_LIMIT}`);
    sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    sqlite.pragma(`cache_size = -${CACHE_KB}`);
    // A statement that fires triggers keeps what it would undo: in a file that doubles what an insert takes.
    sqlite.pragma("temp_store = MEMORY");
  }
  // NORMAL can lose an acknowledged write when the power fails.
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("recursive_triggers = ON");
  sqlite.pragma("trusted_schema = OFF");
  sqlite.pragma("cell_size_check = ON");
  if (purpose === "read") sqlite.pragma("query_only = ON");
  return { sqlite, query: drizzle({ client: sqlite }) };
}
