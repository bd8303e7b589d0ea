/** Laws of the ledger over the SQLite store: the projection is what the ledger says, and the past stays as it was. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect } from "../../src/storage/sqlite/connection.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { SqliteStore } from "../../src/storage/sqlite/store.ts";
import { WriterHere } from "../../src/storage/sqlite/writing.ts";
import { MemoryStore } from "../support/memory-store.ts";
import { answersAt } from "./questions.ts";
import { commandOf, content, FIRST, type Step, script } from "./scripts.ts";
import { inDatabase, scratchFile } from "./subjects.ts";

async function withStore(use: (store: SqliteStore, file: string) => Promise<void>) {
  const { file, remove } = scratchFile();
  migrateFile(file);
  const writer = new WriterHere(connect(file, { purpose: "write" }), () => 0);
  const store = new SqliteStore(connect(file, { purpose: "read" }), () => writer);
  try {
    await use(store, file);
  } finally {
    await store.close();
    remove();
  }
}

/** Writes the steps of a script, and tells the oracle too; `after` is called when each is written. */
async function writing(store: SqliteStore, steps: readonly Step[], after = async () => {}) {
  const oracle = new MemoryStore(() => 0);
  await store.append(FIRST);
  await oracle.append(FIRST);
  for (const step of steps) {
    const command = commandOf(step, oracle.state());
    await store.append(command);
    await oracle.append(command);
    await after();
  }
  return oracle;
}

it("law 1: at every revision the projection kept up equals the one derived anew", async () => {
  const holds = fc.asyncProperty(script, (steps) =>
    withStore(async (store) => {
      await writing(store, steps, async () => assert.deepStrictEqual(await store.verify(), []));
    }),
  );
  await fc.assert(holds, { numRuns: 15 });
}, 60_000);

it("law 2: no later write changes the answer at a past known", async () => {
  const holds = fc.asyncProperty(script, (steps) =>
    withStore(async (store) => {
      const told = new Map<number, string>();
      await writing(store, steps, async () => {
        const known = (await store.newest())?.number ?? 0;
        if (!told.has(known)) told.set(known, await answersAt(store, known));
      });
      for (const [known, answers] of told) assert.equal(await answersAt(store, known), answers);
    }),
  );
  await fc.assert(holds, { numRuns: 10 });
}, 60_000);

describe("a projection that is not what the ledger says", () => {
  it.each([
    ["a row closed", "UPDATE spells SET known_to = 3", { table: "spells", missing: 1, surplus: 1 }],
    ["a row gone", "DELETE FROM accessions", { table: "accessions", missing: 1, surplus: 0 }],
    [
      "a row too many",
      `INSERT INTO findings (coalition, kind, declarations, detail, known_from, known_to)
        VALUES ('union', 'told-twice', '[]', 'Nothing', 1, 2)`,
      { table: "findings", missing: 0, surplus: 1 },
    ],
  ])("is seen: %s; and is mended by a rebuild", async (_what, statement, discrepancy) => {
    await withStore(async (store, file) => {
      await store.append(FIRST);
      await store.append({ ...FIRST, entries: [{ kind: "declaration", content: content() }] });
      const before = await answersAt(store, 2);
      inDatabase(file, statement);
      expect(await store.verify()).toEqual([discrepancy]);
      await store.rebuild();
      expect(await store.verify()).toEqual([]);
      expect(await answersAt(store, 2)).toBe(before);
    });
  });
});
