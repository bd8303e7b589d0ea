/** Stores for the tests to hold against the oracle, each over a fresh file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ledger/store.ts";
import { type Connection, connect } from "../../src/storage/sqlite/connection.ts";
import { openDatabase } from "../../src/storage/sqlite/database.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { SqliteStore } from "../../src/storage/sqlite/store.ts";
import { WriterHere, WriterThread } from "../../src/storage/sqlite/writing.ts";

export interface Subject {
  readonly store: Store;
  /** Lets every write fail when half of it is done, until what is returned is called. */
  breakWrites(): () => void;
  close(): Promise<void>;
}

export type Open = (now: () => number) => Promise<Subject>;

/** What is done to a connection before statements are made on it. */
export type Tamper = (connection: Connection) => void;

/** A folder that is gone after the test. */
export function scratchFile(): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "accession-"));
  return { file: join(folder, "test.sqlite"), remove: () => rmSync(folder, { recursive: true }) };
}

export const openHere: Open = (now) => openTampered({}, now);

export async function openTampered(
  { reader, writer }: { readonly reader?: Tamper; readonly writer?: Tamper },
  now: () => number,
): Promise<Subject> {
  const { file, remove } = scratchFile();
  migrateFile(file);
  const [reading, writing] = [connect(file, { purpose: "read" }), connect(file, { purpose: "write" })];
  reader?.(reading);
  writer?.(writing);
  return subject(new SqliteStore(reading, () => new WriterHere(writing, now)), file, remove);
}

/** With its own clock. */
export const openOnThread: Open = async () => {
  const { file, remove } = scratchFile();
  migrateFile(file);
  return subject(
    new SqliteStore(connect(file, { purpose: "read" }), () => new WriterThread(file)),
    file,
    remove,
  );
};

function subject(store: SqliteStore, file: string, remove: () => void): Subject {
  return {
    store,
    breakWrites: () => {
      inDatabase(
        file,
        `CREATE TRIGGER broken BEFORE INSERT ON spells BEGIN SELECT raise(FAIL, 'broken'); END`,
      );
      return () => inDatabase(file, "DROP TRIGGER broken");
    },
    close: async () => {
      await store.close();
      remove();
    },
  };
}

export function inDatabase(file: string, statements: string): void {
  const database = openDatabase(file);
  try {
    database.exec(statements);
  } finally {
    database.close();
  }
}
