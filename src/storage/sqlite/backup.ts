/** Copies of a database file: made while it is in use, checked, and put in the place of another. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type SqliteDatabase from "better-sqlite3";
import { connect } from "./connection.ts";
import { openDatabase } from "./database.ts";
import { pendingMigrations, UnusableDatabase } from "./migrations.ts";
import { Revisions } from "./revisions.ts";

export interface Copied {
  /** The newest revision in the copy; 0 where the ledger is empty. */
  readonly revisions: number;
  readonly bytes: number;
}

export interface CopyProgress {
  readonly done: number;
  readonly total: number;
}

const PAGES_AT_A_TIME = 1_000;

/**
 * Copies a database into a new file, as it stands at one moment, while others read and write it.
 * The copy is there whole and checked, or not at all.
 */
export async function backUp(
  file: string,
  copy: string,
  progress: (progress: CopyProgress) => void,
): Promise<Copied> {
  checked(file);
  const partial = `${copy}.partial`;
  mkdirSync(dirname(copy), { recursive: true });
  remove(partial);
  try {
    await copyAsItStands(file, partial, progress);
    const copied = checked(partial);
    withoutLog(partial);
    renameSync(partial, copy);
    return copied;
  } finally {
    remove(partial);
  }
}

/** Puts a checked copy in the place of a database that nobody has open. */
export async function putInPlace(
  copy: string,
  file: string,
  progress: (progress: CopyProgress) => void,
): Promise<Copied> {
  const partial = `${file}.partial`;
  mkdirSync(dirname(file), { recursive: true });
  remove(partial);
  try {
    await copyAsItStands(copy, partial, progress);
    const copied = checked(partial);
    withoutLog(partial);
    if (existsSync(file)) setAside(file);
    renameSync(partial, file);
    return copied;
  } finally {
    remove(partial);
  }
}

/** How many revisions a database has that may be damaged or missing; null where it cannot be told. */
export function revisionsIn(file: string): number | null {
  if (!existsSync(file)) return 0;
  try {
    const connection = connect(file, { purpose: "read" });
    try {
      return newestRevision(connection);
    } finally {
      connection.sqlite.close();
    }
  } catch {
    return null;
  }
}

/** @throws {UnusableDatabase} where it is damaged, or no database that this version can read. */
export function checked(file: string): Copied {
  if (!existsSync(file)) throw new UnusableDatabase(`There is no file ${file}.`);
  try {
    return found(file);
  } catch (error) {
    const { code = "", message } = error as { readonly code?: string; readonly message: string };
    if (!code.startsWith("SQLITE_")) throw error;
    throw new UnusableDatabase(`${file} is damaged, or no database: ${message}.`);
  }
}

function found(file: string): Copied {
  const connection = connect(file, { purpose: "read" });
  const { sqlite } = connection;
  try {
    pendingMigrations(connection, file);
    const fault = faultIn(sqlite);
    if (fault !== null) throw new UnusableDatabase(`${file} is damaged: ${fault}.`);
    const pages = sqlite.pragma("page_count", { simple: true }) as number;
    const size = sqlite.pragma("page_size", { simple: true }) as number;
    return { revisions: newestRevision(connection), bytes: pages * size };
  } finally {
    sqlite.close();
  }
}

function faultIn(sqlite: SqliteDatabase.Database): string | null {
  const said = sqlite.pragma("integrity_check(1)", { simple: true });
  if (said !== "ok") return String(said);
  const [loose] = sqlite.pragma("foreign_key_check") as { readonly table: string }[];
  return loose === undefined ? null : `a row of ${loose.table} names what is not there`;
}

/** Of a file with an older schema too, which may not have the table yet. */
function newestRevision(connection: ReturnType<typeof connect>): number {
  const tables = connection.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  return tables.includes("revisions") ? (new Revisions(connection).newest()?.number ?? 0) : 0;
}

/** Over one reading transaction, so that what others write meanwhile neither shows nor makes it begin again. */
async function copyAsItStands(
  from: string,
  to: string,
  progress: (progress: CopyProgress) => void,
): Promise<void> {
  const { sqlite } = connect(from, { purpose: "read" });
  try {
    sqlite.exec("BEGIN");
    sqlite.prepare("SELECT count(*) FROM sqlite_schema").get();
    await sqlite.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        progress({ done: totalPages - remainingPages, total: totalPages });
        return PAGES_AT_A_TIME;
      },
    });
    sqlite.exec("COMMIT");
  } finally {
    sqlite.close();
  }
}

/**
 * Brings all of a database into its one file, so that no log of it is left beside.
 * @throws {UnusableDatabase} where somebody has it open.
 */
function withoutLog(file: string): void {
  const sqlite = openDatabase(file, { timeout: 1_000 });
  try {
    // As long as another connection is open, the file cannot leave the log.
    sqlite.pragma("locking_mode = EXCLUSIVE");
    sqlite.exec("BEGIN EXCLUSIVE; COMMIT");
    sqlite.pragma("wal_checkpoint(TRUNCATE)");
    sqlite.pragma("journal_mode = DELETE");
  } catch (error) {
    if ((error as { readonly code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new UnusableDatabase(`${file} is open in another process: stop it first.`);
  } finally {
    sqlite.close();
  }
}

/** What was committed to a log would be taken for part of the file that comes instead. */
function setAside(file: string): void {
  try {
    withoutLog(file);
  } catch (error) {
    if (error instanceof UnusableDatabase) throw error;
    // It is too damaged to be tidied up, and goes as it is.
    for (const log of [`${file}-wal`, `${file}-shm`, `${file}-journal`]) rmSync(log, { force: true });
  }
}

function remove(file: string): void {
  for (const part of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${part}`, { force: true });
}
