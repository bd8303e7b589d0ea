/** Files brought into a ledger by the command line: every shape, told by its first line, all or nothing. */
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../support/command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-database.ts";

const COUNTRIES = "id,name\nAAA,Aland\nBBB,Bland\nCCC,Cland\n";
const COALITIONS = "id,name,kind,founded\nleague,The League,alliance,1980\nunion,The Union,union,\n";
const HEADER = "ref,coalition,party,act,role,effective,source_url,source_title,source_accessed";
const SOURCE = "https://example.org/a,A source,2026-11-22";
const joins = (ref: string, party: string, day: string, coalition = "league") =>
  `${ref},${coalition},${party},join,member,${day},${SOURCE}`;

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = temporaryFolder();
  const entered = await bring({ "countries.csv": COUNTRIES, "coalitions.csv": COALITIONS });
  expect(entered).toMatchObject({
    code: 0,
    out: "Written as revision 1: 5 new, 0 corrected, 0 unchanged.\n",
  });
});
afterEach(() => folder.remove());

/** Imports files of these names and texts. */
function bring(files: Readonly<Record<string, string>>, ...options: string[]) {
  const names = Object.entries(files).map(([name, text]) => {
    writeFileSync(folder.file(name), text);
    return folder.file(name);
  });
  return run(["import", ...names, ...options, "--database", folder.file("accession.sqlite")]);
}

async function ask(...args: string[]) {
  return JSON.parse((await run([...args, "--json", "--database", folder.file("accession.sqlite")])).out);
}

async function members(coalition: string, on: string): Promise<string[]> {
  const { items } = await ask("members", coalition, "--on", on);
  return items.map((item: { party: { id: string } }) => item.party.id);
}

const lines = (...all: string[]) => `${all.join("\n")}\n`;

describe("declarations", () => {
  it("sent again change nothing, corrected ones supersede, and so do those corrected back", async () => {
    const rows = (day: string) =>
      lines(HEADER, joins("a", "AAA", "1990-01-01"), joins("b", "BBB", day), joins("c", "CCC", "1992"));
    const send = async (day: string) => (await bring({ "d.csv": rows(day) })).out;
    expect(await send("1991")).toBe("Written as revision 2: 3 new, 0 corrected, 0 unchanged.\n");
    expect(await send("1991")).toBe("Nothing to write: 0 new, 0 corrected, 3 unchanged.\n");
    expect(await send("1995-05-05")).toBe("Written as revision 3: 0 new, 1 corrected, 2 unchanged.\n");
    expect(await members("league", "1993-01-01")).toEqual(["AAA", "CCC"]);
    expect(await send("1991")).toBe("Written as revision 4: 0 new, 1 corrected, 2 unchanged.\n");
    expect(await members("league", "1993-01-01")).toEqual(["AAA", "BBB", "CCC"]);
    expect(await ask("verify")).toMatchObject({ sound: true, revisions: 4, declarations: 3 });
  });

  it("come as NDJSON too, from standard input, and as one JSON value", async () => {
    const source = { url: "https://example.org/a", title: "A source" };
    const said = (ref: string, party: string) => ({
      ...{ ref, coalition: "league", party, act: "join", effective: "1990" },
      sources: [source],
    });
    const ndjson = lines(JSON.stringify(said("a", "AAA")), "", JSON.stringify(said("b", "BBB")));
    const piped = await run(
      ["import", "-", "--message", "By pipe", "--author", "ann"],
      { DATABASE_FILE: folder.file("accession.sqlite") },
      ndjson,
    );
    expect(piped).toMatchObject({ code: 0, err: "" });
    expect(piped.out).toContain("Written as revision 2: 2 new, 0 corrected, 0 unchanged.\n");
    const whole = JSON.stringify({ declarations: [said("b", "BBB"), said("c", "CCC")] }, null, 2);
    const { out } = await bring({ "d.json": whole }, "--author", "ann", "--json");
    expect(JSON.parse(out)).toMatchObject({ taken: true, created: 1, unchanged: 1, superseded: 0 });
    expect(JSON.parse(out).revision).toMatchObject({
      number: 3,
      recordedBy: "ann",
      message: "Import of d.json",
    });
    expect(await members("league", "1991-01-01")).toEqual(["AAA", "BBB", "CCC"]);
  });

  it("are told at file and line where they are wrong, all of them, and none is written", async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => joins(`m-${index}`, "AAA", "1990"));
    const { code, out, err } = await bring({
      "good.csv": lines(HEADER, joins("a", "AAA", "1990")),
      "bad.csv": lines(HEADER, ...many, joins("b", "BBB", "2001-02-30"), "too,few", joins("c", "CCC", "")),
    });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.replaceAll(folder.file("bad.csv"), "bad.csv").split("\n")).toEqual([
      'bad.csv:1002: "2001-02-30" is not in the calendar: 2001-02 has 28 days.',
      "bad.csv:1003: This line has 2 cells and the header 9: quote a cell with a comma.",
      "bad.csv:1004: `effective` is needed.",
      "Nothing was written.",
      "",
    ]);
    expect((await ask("verify")).revisions).toBe(1);
  });

  it("that the ledger refuses are told at file and line, with what they clash with", async () => {
    await bring({ "d.csv": lines(HEADER, joins("a", "AAA", "1990")) });
    const second = {
      "c.csv": lines(HEADER, joins("b", "BBB", "1990")),
      "d.csv": lines(HEADER, joins("c", "CCC", "1991"), joins("x", "AAA", "1995"), joins("y", "BBC", "1990")),
    };
    const wrong = await bring(second, "--json");
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out)).toMatchObject({
      taken: false,
      total: 1,
      errors: [{ file: folder.file("d.csv"), line: 4, code: "unknown-party", suggestion: "BBB" }],
    });
    const mended = { ...second, "d.csv": second["d.csv"].replace("BBC", "CCC").replace("y,", "y,") };
    const clash = await bring(mended, "--json");
    const { errors } = JSON.parse(clash.out);
    expect(errors.map((each: { line: number; code: string }) => [each.line, each.code])).toEqual([
      [2, "new-finding"],
      [3, "new-finding"],
    ]);
    expect(errors[1].clashesWith).toHaveLength(1);
    const accepted = await bring(mended, "--findings", "accept");
    expect(accepted).toMatchObject({ code: 0, err: "" });
    expect(accepted.out).toContain("second-join in league: ");
  });

  it("are tried and not written on a dry run", async () => {
    const rows = lines(HEADER, joins("a", "AAA", "1990"));
    expect((await bring({ "d.csv": rows }, "--dry-run")).out).toBe(
      "Would be written: 1 new, 0 corrected, 0 unchanged.\n",
    );
    expect((await ask("verify")).revisions).toBe(1);
    expect((await bring({ "d.csv": rows })).out).toContain("revision 2: 1 new");
  });
});

describe("spells", () => {
  it("are joins and withdrawals, and a change of role where one begins as the other ends", async () => {
    const rows = [
      "league,AAA,observer,1981-01-01,1985-01-01,https://example.org/a,A source,",
      ...Array.from({ length: 600 }, (_, year) => `union,BBB,,${1000 + year}-01-01,${1000 + year}-07-01,,T,`),
      "league,AAA,member,1985-01-01,1990-01-01,https://example.org/a,A source,",
    ];
    const header = "coalition,party,role,from,to,source_url,source_title,note";
    const { code, out } = await bring({ "s.csv": lines(header, ...rows) });
    expect(code).toBe(0);
    // Two joins and one withdrawal in the league, though the two lines are far apart.
    expect(out).toContain("Written as revision 2: 1203 new, 0 corrected, 0 unchanged.\n");
    expect(await members("league", "1984-01-01")).toEqual([]);
    expect(await members("league", "1985-01-01")).toEqual(["AAA"]);
    expect(await members("league", "1990-01-01")).toEqual([]);
    expect(await members("union", "1599-06-30")).toEqual(["BBB"]);
    expect(await members("union", "1599-07-01")).toEqual([]);
  });
});

describe("parties, claims and registry entries", () => {
  it("come as NDJSON, and edits of the registry as the columns that a table has", async () => {
    const party = { id: "x-guest", kind: "other", name: "The Guest" };
    const claim = {
      ref: "t",
      coalition: "league",
      on: "1991-01-01",
      total: 3,
      source: { title: "A source" },
    };
    const entered = await bring({
      "parties.ndjson": lines(JSON.stringify(party)),
      "claims.ndjson": lines(JSON.stringify(claim)),
      "coalitions.csv": "id,name,short_name\nleague,The League,L\n",
    });
    expect(entered).toMatchObject({ code: 0, err: "" });
    expect(entered.out).toContain("Written as revision 2: 2 new, 1 corrected, 0 unchanged.\n");
    expect((await ask("claims", "league")).items).toMatchObject([{ claimed: 3, verdict: "mismatch" }]);
    const again = await bring({
      "coalitions.csv": "id,name,kind,founded\nleague,The League,alliance,1980\n",
    });
    expect(again.out).toContain("Nothing to write");
  });
});

describe("what cannot be meant", () => {
  it.each([
    ["an empty file", { "x.csv": "" }, [], 1, "there is nothing in it."],
    [
      "an unknown header",
      { "x.csv": "who,when\n1,2\n" },
      [],
      1,
      "x.csv:1: It cannot be told what this holds",
    ],
    ["an unknown column", { "x.csv": `${HEADER},efective\n` }, [], 1, 'There is no column "efective".'],
    ["claims as CSV", { "x.csv": "a,b\n1,2\n" }, ["--as", "claims"], 1, "write claims as NDJSON"],
    [
      "a first line of NDJSON that is broken, and the second for its own fault",
      { "x.ndjson": '{"coalition": "league"\n{"coalition": "league", "act": "joyn"}\n' },
      [],
      1,
      "`act` is one of join",
    ],
    ["an unknown kind", { "x.csv": COUNTRIES }, ["--as", "things"], 2, "Allowed choices are declarations"],
    [
      "a ledger beside others",
      { "x.csv": COUNTRIES, "y.csv": COUNTRIES },
      ["--as", "ledger"],
      2,
      "comes alone",
    ],
    ["a ledger into a used one", { "x.ndjson": "{}\n" }, ["--as", "ledger"], 1, "has revisions already"],
  ])("is refused: %s", async (_what, files, options, code, said) => {
    const ended = await bring(files as Record<string, string>, ...options);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(said);
  });

  it("is refused: a file that is not there, and standard input twice", async () => {
    const on = { DATABASE_FILE: folder.file("accession.sqlite") };
    expect(await run(["import", folder.file("none.csv")], on)).toMatchObject({ code: 1 });
    expect(await run(["import", "-", "-"], on, "")).toMatchObject({ code: 2 });
    expect(await run(["import"], on)).toMatchObject({ code: 2 });
  });
});
