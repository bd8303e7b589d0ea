/** Opening a database: made new, used again, and refused where this version cannot use it. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "../../src/storage/sqlite/connection.ts";
import { openDatabase } from "../../src/storage/sqlite/database.ts";
import { migrateFile, pendingMigrations, UnusableDatabase } from "../../src/storage/sqlite/migrations.ts";
import { openStore } from "../../src/storage/sqlite/open.ts";
import { content, FIRST } from "./scripts.ts";
import { inDatabase, scratchFile } from "./subjects.ts";

let scratch: ReturnType<typeof scratchFile>;

beforeEach(() => {
  scratch = scratchFile();
});

afterEach(() => scratch.remove());

const opening = () => openStore({ file: scratch.file, writer: "here" });

it("makes a new file, with the folders on the way, and migrates it once", () => {
  const file = join(scratch.file, "..", "a", "b", "new.sqlite");
  expect(migrateFile(file)).toBeGreaterThan(0);
  expect(existsSync(file)).toBe(true);
  expect(migrateFile(file)).toBe(0);
});

it("refuses a file that is missing or lacks a migration", async () => {
  await expect(opening()).rejects.toThrow(UnusableDatabase);
  expect(existsSync(scratch.file)).toBe(false);
  openDatabase(scratch.file).pragma("user_version = 0");
  inDatabase(scratch.file, "CREATE TABLE __drizzle_migrations (id, hash, created_at)");
  await expect(opening()).rejects.toThrow("migrate first");
});

it("refuses a database that a newer version made", async () => {
  migrateFile(scratch.file);
  const statement = "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)";
  inDatabase(scratch.file, statement);
  await expect(opening()).rejects.toThrow("made by a newer version");
  expect(() => migrateFile(scratch.file)).toThrow("made by a newer version");
});

it("refuses the database of another program", () => {
  inDatabase(scratch.file, "CREATE TABLE songs (title TEXT)");
  expect(() => migrateFile(scratch.file)).toThrow("of another program");
});

it("lets one of several processes that start at once migrate", async () => {
  const module = new URL("../../src/storage/sqlite/migrations.ts", import.meta.url).href;
  const code = `import { migrateFile } from ${JSON.stringify(module)};
    console.log(migrateFile(${JSON.stringify(scratch.file)}));`;
  const run = () =>
    promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code]);
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.filter(({ stdout }) => Number(stdout) > 0)).toHaveLength(1);
  const { sqlite, query } = connect(scratch.file, { purpose: "read" });
  expect(pendingMigrations({ sqlite, query }, scratch.file)).toBe(0);
  sqlite.close();
});

it("sees at once what another process wrote", async () => {
  migrateFile(scratch.file);
  const [one, other] = [await opening(), await opening()];
  expect(await one.newest()).toBeNull();
  await other.append(FIRST);
  // Two processes never share a turn of the event loop, as these two stores would.
  await setImmediate();
  expect((await one.newest())?.number).toBe(1);
  await one.append({ ...FIRST, entries: [{ kind: "declaration", content: content() }] });
  expect((await other.spells({ known: 2 })).length).toBe(1);
  await one.close();
  await other.close();
});

it("keeps the event loop free while the writer thread is at work", async () => {
  migrateFile(scratch.file);
  const store = await openStore({ file: scratch.file, writer: "thread" });
  const states: string[] = [];
  const write = store.append(FIRST).then(() => states.push("written"));
  await store.newest();
  states.push("read");
  await write;
  expect(states).toEqual(["read", "written"]);
  await store.close();
  await expect(store.append(FIRST)).rejects.toThrow("stopped");
});
