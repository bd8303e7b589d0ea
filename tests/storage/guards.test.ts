/** The guards of the database itself, on a migrated file: they hold whatever program writes to it. */
import type SqliteDatabase from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../src/storage/sqlite/connection.ts";
import { openDatabase } from "../../src/storage/sqlite/database.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { WriterHere } from "../../src/storage/sqlite/writing.ts";
import { citation, claim, content, FIRST } from "./scripts.ts";
import { scratchFile } from "./subjects.ts";

const LEDGER = [
  "revisions",
  "coalitions",
  "parties",
  "coalition_versions",
  "party_versions",
  "declarations",
  "predecessors",
  "ordinal_claims",
  "claims",
  "citations",
  "retractions",
];
/** Guarded by tests of their own. */
const OTHERS = ["keys", "__drizzle_migrations"];
const FIRST_TO_JOIN = { ordinal: 1, effective: null };
const PROJECTION = ["spells", "accessions", "findings", "in_force"];

let scratch: ReturnType<typeof scratchFile>;
let database: SqliteDatabase.Database;

/** A file with a row in every table, and a connection that knows nothing of this program. */
beforeEach(async () => {
  scratch = scratchFile();
  migrateFile(scratch.file);
  const writer = new WriterHere(connect(scratch.file, { purpose: "write" }), () => 0);
  await writer.append(FIRST);
  const first = await writer.append({
    ...FIRST,
    findings: "accept",
    entries: [
      { kind: "declaration", content: content({ sources: [citation({ claims: FIRST_TO_JOIN })] }) },
      {
        kind: "declaration",
        content: content({ party: "BBB", act: "succeed", role: null, predecessors: ["AAA"] }),
      },
      { kind: "claim", content: claim() },
      { kind: "declaration", content: content({ party: "CCC" }) },
    ],
  });
  const of = first.taken ? (first.entries.at(-1)?.id ?? "") : "";
  await writer.append({ ...FIRST, entries: [{ kind: "retraction", of, reason: "Mistaken" }] });
  await writer.close();
  database = openDatabase(scratch.file);
});

afterEach(() => {
  database.close();
  scratch.remove();
});

/** Copies a row of a table with some columns changed; what is changed is SQL. */
function copying(table: string, changed: Readonly<Record<string, string>>, how = "INSERT"): () => void {
  const columns = database
    .prepare<[], { name: string }>(`PRAGMA table_info(${table})`)
    .all()
    .map(({ name }) => name);
  const values = columns.map((name) => changed[name] ?? `"${name}"`);
  const quoted = columns.map((name) => `"${name}"`).join();
  return () => {
    database.exec(`${how} INTO ${table} (${quoted}) SELECT ${values.join()} FROM ${table} LIMIT 1`);
  };
}

describe("the migrated database", () => {
  it.each([...LEDGER, ...PROJECTION])("is STRICT in %s, and has a row there", (table) => {
    const [listed] = database.pragma(`table_list(${table})`) as { strict: number }[];
    expect(listed?.strict).toBe(1);
    expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBeGreaterThan(0);
  });

  it("has no table that these tests do not know", () => {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
      .pluck()
      .all();
    expect(tables.sort()).toEqual([...LEDGER, ...PROJECTION, ...OTHERS].sort());
  });

  it("keeps the rows of a coalition's spells together", () => {
    const [listed] = database.pragma("table_list(spells)") as { wr: number }[];
    expect(listed?.wr).toBe(1);
    const columns = database.pragma("table_info(spells)") as { name: string; pk: number }[];
    expect(columns.find(({ pk }) => pk === 1)?.name).toBe("coalition");
  });
});

describe("the ledger", () => {
  it.each(LEDGER)("refuses UPDATE of %s", (table) => {
    const [column] = database.pragma(`table_info(${table})`) as { name: string }[];
    expect(() => database.exec(`UPDATE ${table} SET "${column?.name}" = "${column?.name}"`)).toThrow(
      "the ledger only grows",
    );
  });

  it.each(LEDGER)("refuses DELETE from %s", (table) => {
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow("the ledger only grows");
  });

  it.each(LEDGER)("refuses to replace a row of %s, with the triggers of DELETE passed over", (table) => {
    database.pragma("recursive_triggers = OFF");
    database.pragma("foreign_keys = OFF");
    const before = database.prepare(`SELECT * FROM ${table}`).all();
    expect(copying(table, {}, "INSERT OR REPLACE")).toThrow();
    expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
  });

  it.each([
    ["a number left out", { number: "5", recorded_at: "'2020-01-01T00:00:00.000Z'" }],
    ["an instant that steps back", { number: "4", recorded_at: "'1969-01-01T00:00:00.000Z'" }],
  ])("refuses a revision with %s", (_what, changed) => {
    expect(copying("revisions", changed)).toThrow("the next number and a later instant");
  });

  it.each(["coalition_versions", "party_versions", "declarations", "claims", "retractions"])(
    "refuses a line of %s in a revision that is past",
    (table) => {
      const id = { id: "'new'", entry: '\'{"id":"new"}\'', declaration: "NULL", claim: "'new'" };
      expect(copying(table, { revision: "2", place: "99", ...id })).toThrow("only to the newest revision");
    },
  );

  it("refuses a second line in one place, and a second supersession of one declaration", () => {
    const newest = { revision: "3", supersedes: "id" };
    copying("declarations", { ...newest, id: "'new'", place: "8" })();
    expect(copying("declarations", { ...newest, id: "'newer'", place: "9" })).toThrow("added once");
    expect(copying("declarations", { ...newest, id: "'newer'", place: "8", supersedes: "NULL" })).toThrow(
      "added once",
    );
  });
});

describe("bad values", () => {
  const line = { id: "'new'", revision: "3", place: "9" };

  it.each([
    ["revisions", { number: "4", recorded_at: "'2020-01-01T00:00:00Z'" }, "revisions_recorded_at"],
    ["revisions", { number: "4", recorded_at: "'2020-02-30T00:00:00.000Z'" }, "revisions_recorded_at"],
    [
      "revisions",
      { number: "4", recorded_at: "'2020-01-01T00:00:00.000Z'", claims: "-1" },
      "revisions_counts",
    ],
    ["coalition_versions", { ...line, entry: "'{}'" }, "coalition_versions_entry"],
    ["coalition_versions", { ...line, entry: "'{'" }, "malformed JSON"],
    ["declarations", { ...line, act: "'leave'" }, "declarations_act"],
    ["declarations", { ...line, role: "'guest'" }, "declarations_role"],
    ["declarations", { ...line, role: "NULL" }, "declarations_role_of_join"],
    ["declarations", { ...line, party: "NULL" }, "declarations_party"],
    ["declarations", { ...line, rescinds: "id" }, "declarations_rescinds"],
    ["declarations", { ...line, effective_latest: "'2001-02-30'" }, "declarations_effective"],
    ["declarations", { ...line, effective_earliest: "'2014'" }, "declarations_effective"],
    ["declarations", { ...line, effective_earliest: "'2014-01-05'" }, "declarations_effective"],
    ["declarations", { ...line, declared_edtf: "'2014'" }, "declarations_declared_whole"],
    ["declarations", { ...line, predecessors: "'AAA'" }, "declarations_predecessors"],
    ["declarations", { ...line, scope: "'{}'" }, "declarations_scope"],
    ["declarations", { ...line, confidence: "'none'" }, "declarations_confidence"],
    ["declarations", { ...line, effective_edtf: "NULL" }, "NOT NULL"],
    ["declarations", { ...line, place: "'first'" }, "cannot store TEXT"],
    ["declarations", { ...line, coalition: "'nowhere'" }, "FOREIGN KEY"],
    ["declarations", { ...line, party: "'ZZZ'" }, "FOREIGN KEY"],
    ["declarations", { ...line, supersedes: "'nothing'" }, "FOREIGN KEY"],
    ["declarations", { ...line, predecessors: "'[\"ZZZ\"]'" }, "FOREIGN KEY"],
    ["claims", { ...line, total: "-1" }, "claims_total"],
    ["claims", { ...line, counting: "'heads'" }, "claims_counting"],
    ["claims", { ...line, on_latest: "'2013-12-31'" }, "claims_on"],
    ["retractions", { ...line, declaration: "NULL" }, "retractions_of"],
    ["spells", { position: "9", known_to: "known_from" }, "spells_known"],
    ["spells", { position: "9", role: "'guest'" }, "spells_role"],
    ["spells", { position: "9", standing: "'away'" }, "spells_standing"],
    ["spells", { position: "9", from_earliest: "'2015-01-01'" }, "spells_from"],
    ["spells", { position: "9", to_edtf: "NULL", to_earliest: "'2015-01-01'" }, "spells_open"],
    ["spells", { position: "9", ended_by: "'magic'" }, "spells_ended_by"],
    ["findings", { id: "99", kind: "'gossip'" }, "findings_kind"],
    ["in_force", { effective_earliest: "'2014-13-01'" }, "in_force_effective"],
    ["in_force", { known_from: "99", known_to: "100" }, "FOREIGN KEY"],
  ])("are refused in %s: %o", (table, changed, reason) => {
    expect(copying(table, changed)).toThrow(reason);
  });

  it("are refused in citations", () => {
    copying("declarations", line)();
    const cited = { declaration: "'new'", claim: "NULL" };
    expect(copying("citations", { ...cited, accessed: "'2014'" })).toThrow("citations_accessed");
    expect(copying("citations", { ...cited, claims: "'ninetieth'" })).toThrow("citations_claims");
    expect(copying("citations", { ...cited, place: "9", claim: "(SELECT id FROM claims)" })).toThrow(
      "citations_owner",
    );
    expect(
      copying("citations", { declaration: "(SELECT min(id) FROM declarations WHERE revision = 2)" }),
    ).toThrow("comes with what it is cited for");
    copying("citations", cited)();
  });

  it("are all that is refused: the same row without them is taken", () => {
    copying("declarations", line)();
    copying("spells", { position: "9" })();
    copying("revisions", { number: "4", recorded_at: "'2020-01-01T00:00:00.000Z'" })();
  });
});

describe("the projection", () => {
  it.each(PROJECTION)("refuses in %s a change of anything but known_to", (table) => {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => name !== "known_to");
    for (const name of columns) {
      expect(() => database.exec(`UPDATE ${table} SET "${name}" = "${name}"`)).toThrow(
        "only known_to is changed",
      );
    }
  });

  it.each(PROJECTION)("closes a row of %s once", (table) => {
    database.exec(`UPDATE ${table} SET known_to = 98 WHERE known_to > 98`);
    expect(() => database.exec(`UPDATE ${table} SET known_to = 99 WHERE known_to = 98`)).toThrow(
      "stays as it is",
    );
  });
});

describe("a connection", () => {
  it.each(["read", "write"] as const)("to %s is set up as it must be", (purpose) => {
    const { sqlite } = connect(scratch.file, { purpose });
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect({
      journal: pragma("journal_mode"),
      synchronous: pragma("synchronous"),
      foreignKeys: pragma("foreign_keys"),
      trustedSchema: pragma("trusted_schema"),
      queryOnly: pragma("query_only"),
      waits: Number(pragma("busy_timeout")) >= 1000,
    }).toEqual({
      journal: "wal",
      synchronous: 2,
      foreignKeys: 1,
      trustedSchema: 0,
      queryOnly: purpose === "read" ? 1 : 0,
      waits: true,
    });
    sqlite.close();
  });

  it("to read cannot write", () => {
    const { sqlite } = connect(scratch.file, { purpose: "read" });
    expect(() => sqlite.exec("UPDATE spells SET known_to = 3")).toThrow("readonly");
    sqlite.close();
  });
});
