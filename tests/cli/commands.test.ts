/** The other commands as processes, over one database with the real seed. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aligned } from "../../src/cli/output.ts";
import { openDatabase } from "../../src/storage/sqlite/database.ts";
import { run } from "../support/command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-database.ts";

const COALITION = "global-coalition-against-daesh";
let folder: TemporaryFolder;
let file: string;
let seeding: Awaited<ReturnType<typeof run>>;

beforeAll(async () => {
  folder = temporaryFolder();
  file = folder.file("accession.sqlite");
  seeding = await run(["seed", "--database", file]);
});
afterAll(() => folder.remove());

/** Runs a command on the database. */
const on = (...args: string[]) => run(args, { DATABASE_FILE: file });
const json = async (...args: string[]) => JSON.parse((await on(...args, "--json")).out);

describe("accession seed", () => {
  it("loads the seed into an empty ledger, and tells the findings", () => {
    expect(seeding).toMatchObject({ code: 0, err: "" });
    expect(seeding.out).toMatch(
      /^Written: \d+ new, 0 corrected, 0 unchanged\.\n\d+ revisions of the ledger\.\n/,
    );
    expect(seeding.out).toMatch(/^New findings: citation-not-read, \d+\.$/m);
  });

  it("writes nothing the second time", async () => {
    expect((await on("seed")).out).toMatch(/^Nothing to write: 0 new, 0 corrected, \d+ unchanged\.\n$/);
    expect(await json("seed")).toMatchObject({ revisions: 0, created: 0, gone: [], findings: {} });
  });

  it("makes no database on a dry run", async () => {
    const other = folder.file("dry.sqlite");
    const { code, out } = await run(["seed", "--dry-run", "--database", other]);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Would be written: \d+ new/),
    });
    expect(existsSync(other)).toBe(false);
  });
});

describe("accession members", () => {
  it("lists the members with tabs where no terminal is, and the numbers below", async () => {
    const { code, out } = await on("members", COALITION, "--on", "2025-11-12");
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe("party\tname\tcertainty\tstanding\tordinal\tjoined");
    expect(lines).toContain("SYR\tSyria\tcertain\tactive\t90\t2025-11-10/2025-11-11");
    expect(lines.at(-2)).toMatch(/^Global Coalition against Daesh on 2025-11-12: 90 certain, 0 possible /);
    expect(lines.at(-1)).toMatch(/^Coverage partial: /);
  });

  it("answers as known at any time, in JSON too", async () => {
    const then = await json("members", COALITION, "--on", "2025-11-12", "--known", "2025-11-10T23:59:59Z");
    expect(then).toMatchObject({ on: "2025-11-12", counts: { certain: 89, possible: 0 } });
    expect(then.items).toHaveLength(89);
    const first = await json("members", COALITION, "--on", "2025-11-12", "--known", "1");
    expect(first.known).toEqual({ revision: 1, recordedAt: "2025-11-01T00:00:00.000Z" });
  });

  it("gives no number of a body whose roster is not held", async () => {
    expect((await on("members", "interpol")).out).toContain("not held here");
    expect((await json("members", "interpol")).counts).toBeNull();
  });

  it.each([
    [["--on", "2001-02-30"], 2, '--on cannot be "2001-02-30": it is a day of the calendar'],
    [["--known", "2025-11-10"], 2, "write 2025-11-10T23:59:59Z"],
    [["--known", "lately"], 2, "a revision number, or an instant like"],
    [["--known", "9999"], 2, "the ledger has the revisions 1 to "],
    [["--known", "0"], 2, "the ledger has the revisions 1 to "],
    [["--known", "2025-10-31T23:59:59Z"], 2, "the first revision is of 2025-11-01T00:00:00.000Z"],
    [["--known", "2999-01-01T00:00:00Z"], 2, "still to come"],
    [["--no"], 2, "unknown option '--no'"],
  ])("with %j ends with %i, and says what would be right", async (args, code, right) => {
    const reply = await on("members", "nato", ...args);
    expect(reply).toMatchObject({ code, out: "" });
    expect(reply.err).toContain(right);
  });

  it("refuses a coalition that there is not, and names the nearest", async () => {
    const { code, err } = await on("members", "natto");
    expect({ code, err }).toEqual({ code: 1, err: 'There is no coalition "natto". Did you mean nato?\n' });
  });
});

describe("accession claims", () => {
  it("holds totals and ordinals of one coalition against the ledger", async () => {
    const { items, total } = await json("claims", COALITION);
    expect(total).toBe(items.length);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ claims: "total", on: "2025-11-11", claimed: 90, verdict: "match" }),
        expect.objectContaining({ claims: "ordinal", party: "SYR", claimed: 90, verdict: "match" }),
      ]),
    );
  });

  it("prints a table of all of them", async () => {
    const { code, out } = await on("claims");
    const lines = out.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(lines[0]).toBe("coalition\ton\tclaims\tclaimed\tderived\tverdict\tcounted\tnote");
    expect(lines.filter((line) => line.startsWith("african-union\t")).join("\n")).toMatch(/\tMAR, by size\t/);
    expect(lines.at(-1)).toMatch(/^\d+ claims: \d+ match, \d+ consistent, \d+ mismatch$/);
  });
});

describe("accession verify and rebuild", () => {
  it("find a projection that follows from the ledger, and tell how well it is sourced", async () => {
    const { code, out } = await on("verify");
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ declarations stand\.\n\d+ \(\d+\.\d %\) give an exact day\.\n\d+ \(\d/);
    expect(await json("verify")).toMatchObject({ sound: true, discrepancies: [] });
  });

  it("catch and mend a projection that was meddled with", async () => {
    const sqlite = openDatabase(file);
    sqlite.exec("UPDATE spells SET known_to = known_from + 1 WHERE coalition = 'nato' AND party = 'SWE'");
    sqlite.close();
    const { code, err } = await on("verify");
    expect(code).toBe(1);
    expect(err).toContain("spells: 1 missing, 1 too many");
    expect((await on("rebuild")).out).toMatch(
      /^Derived anew from \d+ revisions: \d+ spells, \d+ findings\.\n$/,
    );
    expect((await on("verify")).code).toBe(0);
  });
});

describe("accession migrate and openapi", () => {
  it("creates a database once", async () => {
    const other = folder.file("deep/er/new.sqlite");
    expect(await run(["migrate", "--database", other])).toMatchObject({ code: 0 });
    const again = await run(["--database", other, "migrate"]);
    expect(again.out).toBe(`${other} has the newest schema already.\n`);
  });

  it("prints the description of the service, or writes it", async () => {
    const { out } = await run(["openapi"]);
    expect(out).toMatch(/^openapi: 3\.1\.0\n/);
    const written = folder.file("openapi.yaml");
    expect((await run(["openapi", "--output", written])).code).toBe(0);
    expect(readFileSync(written, "utf8")).toBe(out);
  });
});

describe("a command that cannot be meant", () => {
  it.each([
    [["memebrs"], "(Did you mean members?)"],
    [["members"], "missing required argument 'coalition'"],
    [["members", "nato", "eu"], "too many arguments"],
    [["members", "nato", "--databse", "x"], "(Did you mean --database?)"],
    [[], "Usage: accession"],
  ])("%j ends with 2, and says what would be right", async (args, right) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(right);
  });

  it.each([[["--help"]], [["help", "seed"]], [["--version"]]])("%j is answered", async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).not.toBe("");
  });
});

describe("a database that cannot be used", () => {
  it("is not made by a question", async () => {
    const none = folder.file("none.sqlite");
    const { code, err } = await run(["members", "nato", "--database", none]);
    expect({ code, err }).toEqual({ code: 1, err: `There is no database ${none}: migrate first.\n` });
    expect(existsSync(none)).toBe(false);
  });

  it("is empty", async () => {
    const empty = folder.file("empty.sqlite");
    await run(["migrate", "--database", empty]);
    const { code, err } = await run(["claims", "--database", empty]);
    expect({ code, err }).toEqual({
      code: 1,
      err: "The ledger is empty: load the seed with `accession seed`.\n",
    });
  });

  it("is no database at all", async () => {
    const text = folder.file("text.sqlite");
    writeFileSync(text, "This is a text, and far too long to be taken for an empty file. ".repeat(50));
    const { code, err } = await run(["members", "nato", "--database", text]);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("not a database") });
  });
});

describe("a table on a terminal", () => {
  it("lines up", () => {
    const rows = [
      ["party", "name"],
      ["SYR", "Syria"],
      ["x-movement", ""],
    ];
    expect(aligned(rows)).toEqual(["party       name", "SYR         Syria", "x-movement"]);
  });
});
