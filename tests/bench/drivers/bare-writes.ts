/**
 * What SQLite itself takes: the rows of a finished database inserted into another one, from one revision on,
 * in one transaction or in one for each revision. Only inserts and commits are timed.
 */
import SqliteDatabase from "better-sqlite3";
import type { BareWrites, BareWritesJob } from "../bare-writes-job.ts";

/** In the order in which they lean on each other; other tables are filled by triggers. */
const TABLES: Readonly<Record<string, { readonly revision: string; readonly order: string }>> = {
  revisions: { revision: "number", order: "number" },
  party_versions: { revision: "revision", order: "revision, place" },
  coalition_versions: { revision: "revision", order: "revision, place" },
  declarations: { revision: "revision", order: "revision, place" },
  claims: { revision: "revision", order: "revision, place" },
  retractions: { revision: "revision", order: "revision, place" },
  citations: { revision: "(SELECT revision FROM declarations WHERE id = declaration)", order: "rowid" },
  spells: { revision: "known_from", order: "coalition, party, position" },
  accessions: { revision: "known_from", order: "coalition, party" },
  findings: { revision: "known_from", order: "id" },
  in_force: { revision: "known_from", order: "coalition, effective_earliest, declaration" },
};
const ROWS_AT_A_TIME = 5_000;
/** Of the transactions, where each revision is one. */
const WARM_SHARE = 0.2;

const { source, target, from, each, guarded } = JSON.parse(process.argv[2] ?? "") as BareWritesJob;
const rows = new SqliteDatabase(source, { readonly: true });
const sqlite = new SqliteDatabase(target);
// As the service has them.
for (const setting of [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "recursive_triggers = ON",
]) {
  sqlite.pragma(setting);
}
const insert = Object.fromEntries(
  Object.keys(TABLES).map((table) => {
    const columns = rows.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
    const names = columns.map((name) => `"${name}"`).join();
    const places = columns.map(() => "?").join();
    return [table, sqlite.prepare(`INSERT INTO ${table} (${names}) VALUES (${places})`)];
  }),
);
if (!guarded) {
  // What triggers fill is then missing, so nothing can be held against it either.
  sqlite.pragma("foreign_keys = OFF");
  const triggers = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) sqlite.exec(`DROP TRIGGER "${name}"`);
}
console.log(JSON.stringify((each ? oneByOne() : allAtOnce()) satisfies BareWrites));
rows.close();
sqlite.close();

function found(table: string) {
  const { revision, order } = TABLES[table] as (typeof TABLES)[string];
  return rows
    .prepare(`SELECT ${revision} AS revision, * FROM ${table} WHERE ${revision} >= ? ORDER BY ${order}`)
    .raw()
    .iterate(from) as IterableIterator<[revision: number, ...row: unknown[]]>;
}

function allAtOnce(): BareWrites {
  let [ms, count] = [0, 0];
  const timed = (work: () => void) => {
    const begun = performance.now();
    work();
    ms += performance.now() - begun;
  };
  timed(() => sqlite.exec("BEGIN IMMEDIATE"));
  for (const table of Object.keys(TABLES)) {
    let page: unknown[][] = [];
    const flush = () => {
      timed(() => {
        for (const row of page) insert[table]?.run(row);
      });
      count += page.length;
      page = [];
    };
    for (const [, ...row] of found(table)) {
      page.push(row);
      if (page.length === ROWS_AT_A_TIME) flush();
    }
    flush();
  }
  timed(() => sqlite.exec("COMMIT"));
  return { seconds: ms / 1000, rows: count, transactions: 1 };
}

function oneByOne(): BareWrites {
  const revisions = new Map<number, (readonly [table: string, row: unknown[]])[]>();
  for (const table of Object.keys(TABLES)) {
    for (const [revision, ...row] of found(table)) {
      const of = revisions.get(revision);
      if (of === undefined) revisions.set(revision, [[table, row]]);
      else of.push([table, row]);
    }
  }
  const all = [...revisions].sort(([a], [b]) => a - b);
  const warm = Math.floor(all.length * WARM_SHARE);
  let [begun, count] = [performance.now(), 0];
  for (const [at, [, lines]] of all.entries()) {
    if (at === warm) [begun, count] = [performance.now(), 0];
    sqlite.exec("BEGIN IMMEDIATE");
    for (const [table, row] of lines) insert[table]?.run(row);
    sqlite.exec("COMMIT");
    count += lines.length;
  }
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, rows: count, transactions: all.length - warm };
}
