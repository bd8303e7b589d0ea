/** What SQLite itself takes: a bare loop that inserts the rows of a finished database in one transaction. */
import SqliteDatabase from "better-sqlite3";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";

/** In the order in which they lean on each other; other tables are filled by triggers. */
const TABLES: Readonly<Record<string, string>> = {
  revisions: "number",
  party_versions: "place",
  coalition_versions: "place",
  declarations: "place",
  claims: "place",
  retractions: "place",
  citations: "rowid",
  spells: "coalition, party, position",
  accessions: "coalition, party",
  findings: "id",
  in_force: "coalition, effective_earliest, declaration",
};
const PROJECTION = ["spells", "accessions", "findings", "in_force"];
const ROWS_AT_A_TIME = 5_000;

export interface BareLoop {
  readonly seconds: number;
  readonly rows: number;
}

/**
 * Into a new database of the same schema, with the same settings. Only the inserts and the commit are timed.
 * @param from the rows of revisions before this one are copied first, and do not count.
 * @param guarded whether the triggers of the schema stay.
 */
export function bareLoop(source: string, target: string, from: number, guarded: boolean): BareLoop {
  migrateFile(target);
  const rows = new SqliteDatabase(source, { readonly: true });
  const sqlite = new SqliteDatabase(target);
  for (const setting of [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
  ]) {
    sqlite.pragma(setting);
  }
  const newest = rows.prepare("SELECT max(number) FROM revisions").pluck().get() as number;
  copy(rows, sqlite, range(1, from - 1));
  if (!guarded) {
    // What triggers fill is then missing, so nothing can be held against it either.
    sqlite.pragma("foreign_keys = OFF");
    const triggers = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
    for (const name of triggers) sqlite.exec(`DROP TRIGGER "${name}"`);
  }
  const timed = copy(rows, sqlite, range(from, newest));
  rows.close();
  sqlite.close();
  return timed;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function copy(
  rows: SqliteDatabase.Database,
  sqlite: SqliteDatabase.Database,
  revisions: readonly number[],
): BareLoop {
  let [ms, count] = [0, 0];
  const timed = (work: () => void) => {
    const begun = performance.now();
    work();
    ms += performance.now() - begun;
  };
  timed(() => sqlite.exec("BEGIN IMMEDIATE"));
  for (const revision of revisions) {
    for (const [table, order] of Object.entries(TABLES)) {
      const columns = rows.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
      const names = columns.map((name) => `"${name}"`).join();
      const insert = sqlite.prepare(
        `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => "?").join()})`,
      );
      let page: unknown[] = [];
      const flush = () => {
        const waiting = page;
        timed(() => {
          for (const row of waiting) insert.run(row);
        });
        count += waiting.length;
        page = [];
      };
      const found = rows
        .prepare(`SELECT * FROM ${table} WHERE ${conditionOf(table)} ORDER BY ${order}`)
        .raw();
      for (const row of found.iterate(revision)) {
        page.push(row);
        if (page.length === ROWS_AT_A_TIME) flush();
      }
      flush();
    }
  }
  timed(() => sqlite.exec("COMMIT"));
  return { seconds: ms / 1000, rows: count };
}

function conditionOf(table: string): string {
  if (table === "revisions") return "number = ?";
  if (PROJECTION.includes(table)) return "known_from = ?";
  if (table !== "citations") return "revision = ?";
  return "(SELECT revision FROM declarations WHERE id = declaration) = ?";
}
