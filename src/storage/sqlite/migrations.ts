/** Brings a database file to the newest schema, and tells which schema one has. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { BUSY_TIMEOUT_MS, type Connection, connect } from "./connection.ts";
import { openDatabase } from "./database.ts";

/** Found from src/ and from dist/ alike: both stand at the root of the package. */
const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL("../../../migrations", import.meta.url)) };

/** Said where a database cannot be opened by this version; the message tells what would help. */
export class UnusableDatabase extends Error {
  override readonly name = "UnusableDatabase";
}

/** When the known migrations were made, which tells them apart; read once. */
let known: readonly number[] | null = null;

function knownInstants(): readonly number[] {
  known ??= readMigrationFiles(MIGRATIONS).map((migration) => migration.folderMillis);
  return known;
}

/** How many migrations the database has yet to take in. */
export function pendingMigrations(connection: Connection, file: string): number {
  const applied = appliedInstants(connection);
  const known = knownInstants();
  const newest = Math.max(0, ...known);
  if (applied.some((instant) => instant > newest)) {
    throw new UnusableDatabase(
      `${file} was made by a newer version of this program: open it with that version or a later one.`,
    );
  }
  return known.filter((instant) => !applied.includes(instant)).length;
}

function appliedInstants({ sqlite }: Connection): number[] {
  const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (!tables.includes("__drizzle_migrations")) {
    if (tables.length > 0) {
      throw new UnusableDatabase(`${sqlite.name} is a database of another program: name another file.`);
    }
    return [];
  }
  return sqlite.prepare("SELECT created_at FROM __drizzle_migrations").pluck().all().map(Number);
}

/** Creates the file where there is none. Returns how many migrations were applied. */
export function migrateFile(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  return alone(`${file}-lock`, () => {
    const connection = connect(file, { purpose: "write" });
    try {
      const pending = pendingMigrations(connection, file);
      if (pending > 0) migrate(connection.query, MIGRATIONS);
      return pending;
    } finally {
      connection.sqlite.close();
    }
  });
}

/**
 * Of processes that start at once, lets one after the other do its work. The lock is that of an empty file
 * beside the database, which stays: two connections to the database itself would each wait for the other.
 */
function alone<T>(lock: string, work: () => T): T {
  const holder = openDatabase(lock, { timeout: BUSY_TIMEOUT_MS });
  try {
    holder.exec("BEGIN EXCLUSIVE");
    return work();
  } finally {
    holder.close();
  }
}
