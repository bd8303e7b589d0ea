/** Every question is answered by an index: no statement walks through a large table that it need not read whole. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { LedgerEntry } from "../../src/ledger/command.ts";
import { connect } from "../../src/storage/sqlite/connection.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { SqliteStore } from "../../src/storage/sqlite/store.ts";
import { WriterHere } from "../../src/storage/sqlite/writing.ts";
import { expectSameAnswers, expectSameLog } from "./questions.ts";
import { content, FIRST } from "./scripts.ts";
import { scratchFile } from "./subjects.ts";

/** Statements that ask for all that is known, so that walking in the order of the reply is right. */
const WHOLE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["spells of every coalition", /from "spells" where \(*"spells"\."(known_from|from_earliest)"/],
  ["findings of every coalition", /from "findings" where \("findings"\."known_from"/],
  ["claims of every coalition", /from "claims" where \("claims"\."revision"/],
  ["the newest revision", /from "revisions" order by "revisions"."number" desc limit 1\b/],
  ["how many declarations stand, for the tally", /count\(\*\) from "in_force" where/],
];

/** Sources stand in the order in which they were first cited: grouped in one walk, sorted, and kept. */
const SOURCES = /from "citations" .* where coalesce\("declarations"\."revision".* group by/;

const scratch = scratchFile();
const asked = new Set<string>();
const written = new Set<string>();
let plans: (statement: string) => string[];
let store: SqliteStore;

function writing(...entries: LedgerEntry[]) {
  return store.append({ ...FIRST, entries });
}

beforeAll(async () => {
  migrateFile(scratch.file);
  const reader = connect(scratch.file, { purpose: "read", watch: (statement) => asked.add(statement) });
  const writer = connect(scratch.file, { purpose: "write", watch: (statement) => written.add(statement) });
  store = new SqliteStore(reader, () => new WriterHere(writer, () => 0));
  const join = content({ ref: "a", declared: parsePartialDate("2013-01-01") });
  await store.append(FIRST);
  await writing({ kind: "declaration", content: join });
  await writing({ kind: "declaration", content: { ...join, effective: parsePartialDate("2014-01-05") } });
  const { items } = await store.declarations({ known: 3 }, { offset: 0, limit: 1 });
  await writing({ kind: "retraction", of: items[0]?.declaration.id ?? "", reason: "Mistaken" });
  await expectSameLog(store, store);
  await expectSameAnswers(store, store, [1, 3]);
  const database = connect(scratch.file, { purpose: "read" }).sqlite;
  plans = (statement) =>
    database
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map(({ detail }) => detail);
});

afterAll(async () => {
  await store.close();
  scratch.remove();
});

/** Steps of the plan that walk through a table of the ledger or the projection. */
function scans(statement: string): string[] {
  if (!/^\s*(select|insert|update|delete|with)/i.test(statement)) return [];
  return plans(statement).filter((step) => /^SCAN (?!json_each|older|newer\b(?! )|CONSTANT|\d)/.test(step));
}

const isWhole = (statement: string) =>
  SOURCES.test(statement) || WHOLE.some(([, pattern]) => pattern.test(statement));

it("sees the statements of every question, and a plan that scans", () => {
  expect(asked.size).toBeGreaterThan(100);
  expect(scans("select * from spells where chain = 1")).toEqual(["SCAN spells"]);
  expect(scans("select * from spells where coalition = 'a'")).toEqual([]);
});

it("finds no scan in a question", () => {
  const found = [...asked].filter((statement) => !isWhole(statement) && scans(statement).length > 0);
  expect(found.map((statement) => [statement, scans(statement)])).toEqual([]);
});

it("finds no scan in a write", () => {
  // The plan of an INSERT names look-ups that SQLite makes only while a foreign key is violated.
  const planned = [...written].filter((statement) => !/^insert/i.test(statement));
  const found = planned.filter((statement) => !isWhole(statement) && scans(statement).length > 0);
  expect(found.map((statement) => [statement, scans(statement)])).toEqual([]);
});

it.each(WHOLE)("reads %s in the order of the reply", (_what, pattern) => {
  const statements = [...asked].filter((statement) => pattern.test(statement));
  expect(statements).not.toEqual([]);
  for (const statement of statements) expect(plans(statement).join()).not.toContain("TEMP B-TREE");
});
