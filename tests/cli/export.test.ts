/** Law 6: a ledger exported and imported into an empty database is the same ledger, byte for byte. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../src/ledger/store.ts";
import { openStore } from "../../src/storage/sqlite/open.ts";
import { run } from "../support/command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-database.ts";

const FILES = ["coalitions.csv", "countries.csv", "declarations.csv", "ledger.ndjson", "spells.csv"];

let folder: TemporaryFolder;
const on = (database: string, ...args: string[]) => run([...args, "--database", folder.file(database)]);

beforeAll(async () => {
  folder = temporaryFolder();
  await on("seeded.sqlite", "seed");
  await on("seeded.sqlite", "key", "create", "--name", "robot", "--scope", "declare");
  // Beside the seed: a correction, and what is accepted though it clashes.
  const rows = [
    "ref,coalition,party,act,effective,source_title",
    "a,nato,CHE,join,2020,A source",
    "b,nato,CHE,join,2021,Another",
  ];
  writeFileSync(folder.file("d.csv"), `${rows.join("\n")}\n`);
  await on("seeded.sqlite", "import", folder.file("d.csv"), "--findings", "accept");
  writeFileSync(folder.file("d.csv"), `${rows.join("\n").replace("2021", "2022-03~")}\n`);
  await on("seeded.sqlite", "import", folder.file("d.csv"), "--findings", "accept", "--author", "import");
  expect((await on("seeded.sqlite", "export", folder.file("first"))).code).toBe(0);
}, 120_000);
afterAll(() => folder.remove());

const read = (name: string, file: string) => readFileSync(join(folder.file(name), file), "utf8");
const ledgerOf = (name: string) => join(folder.file(name), "ledger.ndjson");

/** Every roster of a revision, and who recorded it when. */
async function everythingAt(store: Store, known: number) {
  const registry = await store.registry(known);
  const all = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  return {
    revision: await store.revision(known),
    coalitions: registry.coalitions,
    countries: registry.countries,
    spells: await store.spells({ known }),
    accessions: await store.accessions(
      known,
      registry.coalitions.map(({ id }) => id),
    ),
    findings: await store.findings({ known }, all),
    claims: await store.claims(known),
    declarations: await store.declarations({ known }, all),
  };
}

describe("an export", () => {
  it("imported into an empty database and exported again is the same bytes", async () => {
    expect((await on("again.sqlite", "import", "--as", "ledger", ledgerOf("first"))).code).toBe(0);
    expect((await on("again.sqlite", "export", folder.file("second"))).code).toBe(0);
    expect(readdirSync(folder.file("second")).sort()).toEqual(FILES);
    for (const file of FILES) expect(read("second", file) === read("first", file), file).toBe(true);
    expect((await on("again.sqlite", "verify")).code).toBe(0);
  }, 120_000);

  it("gives the same rosters, findings and instants at every revision", async () => {
    const stores = await Promise.all(
      ["seeded.sqlite", "again.sqlite"].map((name) => openStore({ file: folder.file(name), writer: "here" })),
    );
    const [before, after] = stores as unknown as [Store, Store];
    const newest = (await before.newest())?.number ?? 0;
    expect(newest).toBeGreaterThan(20);
    for (let known = 1; known <= newest; known += 1) {
      expect(await everythingAt(after, known)).toEqual(await everythingAt(before, known));
    }
    for (const store of stores) await store.close();
  }, 120_000);

  it("has every revision and every line, and no key", async () => {
    const lines = read("first", "ledger.ndjson").trimEnd().split("\n");
    const kinds = lines.map((line) => JSON.parse(line).kind);
    expect(new Set(kinds)).toEqual(new Set(["revision", "party", "coalition", "declaration", "claim"]));
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ kind: "revision", revision: 1, recordedBy: "seed" });
    for (const file of FILES) expect(read("first", file)).not.toMatch(/robot|acc_[0-9a-f]/);
  });

  it("has tables that another ledger takes", async () => {
    const table = (file: string) => join(folder.file("first"), file);
    const others = read("first", "ledger.ndjson")
      .split("\n")
      .filter((line) => line.includes('"kind":"party"'))
      .map((line) => JSON.parse(line).party)
      .filter(({ kind }) => kind !== "country");
    writeFileSync(
      folder.file("parties.ndjson"),
      others.map((party) => `${JSON.stringify(party)}\n`).join(""),
    );
    const registry = ["coalitions.csv", "countries.csv"].map(table);
    const entered = await on("tables.sqlite", "import", ...registry, folder.file("parties.ndjson"));
    expect(entered).toMatchObject({ code: 0, err: "" });
    const declared = await on("tables.sqlite", "import", table("declarations.csv"), "--findings", "accept");
    expect(declared).toMatchObject({ code: 0, err: "" });
    for (const [coalition, day] of [
      ["un", "1992-12-31"],
      ["nato", "2026-01-01"],
    ]) {
      const asked = ["members", coalition ?? "", "--on", day ?? "", "--json"];
      const ids = async (database: string) => {
        const { items } = JSON.parse((await on(database, ...asked)).out);
        return items.map((item: { party: { id: string } }) => item.party.id);
      };
      expect(await ids("tables.sqlite")).toEqual(await ids("seeded.sqlite"));
    }
  }, 120_000);

  it("of an empty ledger is empty files with their headers", async () => {
    await on("empty.sqlite", "migrate");
    expect((await on("empty.sqlite", "export", folder.file("nothing"))).code).toBe(0);
    expect(read("nothing", "ledger.ndjson")).toBe("");
    expect(read("nothing", "spells.csv").split("\r\n")).toHaveLength(2);
  });

  it("that cannot be whole leaves nothing", async () => {
    writeFileSync(folder.file("taken"), "");
    expect((await on("seeded.sqlite", "export", folder.file("taken"))).code).not.toBe(0);
    expect((await on("none.sqlite", "export", folder.file("no"))).code).toBe(1);
    expect(existsSync(folder.file("no"))).toBe(false);
  });
});

describe("a ledger that was tampered with", () => {
  const lines = () => read("first", "ledger.ndjson").trimEnd().split("\n");
  const last = (all: string[]) => all.findLastIndex((line) => line.includes('"kind":"revision"'));

  it.each([
    [
      "cut off in the last revision",
      (all: string[]) => all.slice(0, -1),
      /: Revision \d+ has \d+ lines, and \d+ follow\./,
    ],
    [
      "without its beginning",
      (all: string[]) => all.slice(1),
      /:1: A ledger begins with the line of its first revision\./,
    ],
    [
      "without a revision",
      (all: string[]) => all.filter((_, at) => at !== last(all)),
      /: This line is of revision \d+, and stands in/,
    ],
    [
      "with a line twice",
      (all: string[]) => [
        ...all.map((line, at) =>
          at === last(all) ? line.replace('"declarations":1', '"declarations":2') : line,
        ),
        all.at(-1) ?? "",
      ],
      /There is an entry with the id "\w+" already\./,
    ],
    [
      "with an instant that goes back",
      (all: string[]) =>
        all.map((line, at) =>
          at === last(all)
            ? line.replace(/"recordedAt":"[^"]+"/, '"recordedAt":"2001-01-01T00:00:00.000Z"')
            : line,
        ),
      /: A revision is recorded after the one before it/,
    ],
    [
      "with an unknown party",
      (all: string[]) => all.map((line) => line.replace('"party":"CHE"', '"party":"CHQ"')),
      /There is no party "CHQ"/,
    ],
    [
      "with a field that is none",
      (all: string[]) => [...all.slice(0, -1), (all.at(-1) ?? "").replace('"act"', '"acct"')],
      /There is no field "acct"/,
    ],
    ["that is no JSON", (all: string[]) => [...all, "{"], /This line is not JSON/],
  ])(
    "is refused whole: %s",
    async (name, tamper, said) => {
      const file = folder.file(`${name}.ndjson`);
      writeFileSync(file, `${tamper(lines()).join("\n")}\n`);
      const database = `${name}.sqlite`;
      const { code, err } = await on(database, "import", "--as", "ledger", file);
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(said) });
      expect(err.startsWith(`${file}:`)).toBe(true);
      expect(JSON.parse((await on(database, "verify", "--json")).out).revisions).toBe(0);
    },
    60_000,
  );
});
