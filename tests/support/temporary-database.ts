/** A migrated database file of its own for one test file, and a store over it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ledger/store.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { openStore } from "../../src/storage/sqlite/open.ts";

export interface TemporaryFolder {
  readonly file: (name: string) => string;
  readonly remove: () => void;
}

export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(join(tmpdir(), "accession-test-"));
  return {
    file: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface TemporaryStore {
  readonly store: Store;
  readonly close: () => Promise<void>;
}

/** @param now the clock of its writer. */
export async function temporaryStore(now: () => Date): Promise<TemporaryStore> {
  const folder = temporaryFolder();
  const file = folder.file("accession.sqlite");
  migrateFile(file);
  const store = await openStore({ file, writer: "here", now: () => now().getTime() });
  return {
    store,
    close: async () => {
      await store.close();
      folder.remove();
    },
  };
}
