/** What the figures were taken on. */
import { cpus, loadavg, totalmem } from "node:os";
import SqliteDatabase from "better-sqlite3";

export function machine() {
  const sqlite = new SqliteDatabase(":memory:");
  const sqliteVersion = sqlite.prepare("SELECT sqlite_version()").pluck().get() as string;
  sqlite.close();
  const all = cpus();
  return {
    processors: `${all.length} × ${all[0]?.model ?? "unknown"}`,
    memoryInGb: Math.round(totalmem() / 1024 ** 3),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    sqlite: sqliteVersion,
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}
