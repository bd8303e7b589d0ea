/** The revisions of a database, read beside the service. */
import SqliteDatabase from "better-sqlite3";

export function newestRevision(database: string): number {
  const sqlite = new SqliteDatabase(database, { readonly: true });
  const newest = sqlite.prepare("SELECT max(number) FROM revisions").pluck().get() as number;
  sqlite.close();
  return newest;
}
