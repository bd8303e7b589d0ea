/**
 * Opens database files, and holds on to every native object made for them until the process ends.
 *
 * From Node 24.19 on the process aborts when V8 collects one of better-sqlite3's objects outside a context
 * ("RemoveEnvironmentCleanupHook … env != nullptr", better-sqlite3 up to 12.11). The version that mends it
 * has left Node 20. Statements are prepared once here, so there are few, and what is held is not collected.
 */
import SqliteDatabase from "better-sqlite3";

const held = new Set<object>();

export function openDatabase(file: string, options: SqliteDatabase.Options = {}): SqliteDatabase.Database {
  const sqlite = new SqliteDatabase(file, options);
  held.add(sqlite);
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((source: string) => {
    const statement = prepare(source);
    held.add(statement);
    return statement;
  }) as typeof sqlite.prepare;
  // The driver's own makes a statement out of reach. One that sets a value needs none.
  sqlite.pragma = (source: string, { simple = false }: SqliteDatabase.PragmaOptions = {}) => {
    if (source.includes("=")) return sqlite.exec(`PRAGMA ${source}`);
    const statement = sqlite.prepare(`PRAGMA ${source}`);
    return simple ? statement.pluck().get() : statement.all();
  };
  return sqlite;
}

/** How many native objects are held: it must not grow while the service answers. */
export function heldObjects(): number {
  return held.size;
}
