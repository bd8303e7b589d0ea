/** Brings a database file to the newest schema, and tells which schema one has. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type Connection, connect } from "./connection.ts";

/** Found from src/ and from dist/ alike: both stand at the root of the package. */
const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL("../../../migrations", import.meta.url)) };

/** Said where a database cannot be opened by this version; the message tells what would help. */
export class UnusableDatabase extends Error {
  override readonly name = "UnusableDatabase";
}

/** How many migrations the database has yet to take in. */
export function pendingMigrations(connection: Connection, file: string): number {
  const applied = appliedInstants(connection);
  const known = readMigrationFiles(MIGRATIONS).map((migration) => migration.folderMillis);
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
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  const connection = connect(file, { purpose: "write" });
  try {
    if (pendingMigrations(connection, file) === 0) return 0;
    // Alone from here on, so that of two processes that start at once only one migrates.
    connection.sqlite.pragma("locking_mode = EXCLUSIVE");
    connection.sqlite.exec("BEGIN EXCLUSIVE; COMMIT");
    const pending = pendingMigrations(connection, file);
    migrate(connection.query, MIGRATIONS);
    return pending;
  } finally {
    connection.sqlite.close();
  }
}
