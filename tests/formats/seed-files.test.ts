/** The seed's files are read whole and strictly: each planted fault is told with its file and line. */
import { describe, expect, it } from "vitest";
import { SeedFaults } from "../../src/formats/seed-faults.ts";
import { readSeed } from "../../src/formats/seed-files.ts";
import { SMALL_SEED, withText } from "../support/small-seed.ts";

function faultsOf(files: ReadonlyMap<string, string>): readonly string[] {
  try {
    readSeed(files);
  } catch (error) {
    if (error instanceof SeedFaults) return error.faults;
    throw error;
  }
  return [];
}

const league = readSeed(SMALL_SEED).coalitions[0];
const line = (ref: string) => league?.declarations.find(({ content }) => content.ref === `league/${ref}`);

describe("the small seed", () => {
  it("is read without a fault", () => {
    expect(faultsOf(SMALL_SEED)).toEqual([]);
  });

  it("gives the country with all its fields", () => {
    expect(readSeed(SMALL_SEED).parties[0]).toEqual({
      place: { file: "seed/parties/countries.yaml", line: 1 },
      party: {
        kind: "country",
        id: "AAA",
        name: "Aland",
        names: { fr: "Alande" },
        aliases: [{ name: "Old Aland", lang: "en", until: "1990-01-01" }],
        note: "A country made up.",
        retired: false,
        codeStatus: "official",
        alpha2: "AA",
        numeric: "004",
        codesFrom: "1993-06-15",
        otherCodes: [{ code: "AX", from: "1974-01-01", until: "1993-06-15" }],
        region: "Europe",
        subregion: "Northern Europe",
        independent: true,
        capital: "Alville",
        flag: "🏳️",
        position: { latitude: 1.5, longitude: -2 },
        predecessors: ["BBBB"],
        successors: [],
        from: null,
        until: null,
      },
    });
  });

  it("fills in what a party leaves out", () => {
    const [, bland, second] = readSeed(SMALL_SEED).parties;
    expect(bland?.party).toMatchObject({ kind: "country", alpha2: null, independent: false, names: {} });
    expect(second?.party).toEqual({
      kind: "unidentified",
      id: "x-league-2nd",
      name: "Unidentified second member of the League",
      names: {},
      aliases: [],
      note: null,
      retired: false,
    });
  });

  it("gives the coalition with all its fields", () => {
    expect(league?.coalition).toEqual({
      id: "league",
      kind: "alliance",
      name: "The League",
      shortName: "L",
      names: { es: "La Liga" },
      aliases: [{ name: "The Old League", until: "2001-05-01" }],
      founded: { edtf: "1980-01", earliest: "1980-01-01", latest: "1980-01-31" },
      website: "https://league.example",
      coverage: "complete",
      coverageNote: "Everyone.",
      note: null,
      retired: false,
    });
  });

  it("gives a declaration under the ref that it has in the ledger, with its sources written out", () => {
    expect(line("BBBB-join-1980")).toEqual({
      place: { file: "seed/coalitions/league.yaml", line: 17 },
      content: {
        ref: "league/BBBB-join-1980",
        coalition: "league",
        party: "BBBB",
        act: "join",
        role: "member",
        predecessors: [],
        declared: null,
        effective: { edtf: "1980-01-05", earliest: "1980-01-05", latest: "1980-01-05" },
        rescinds: null,
        supersedes: null,
        title: null,
        scope: [],
        confidence: "high",
        note: null,
        sources: [
          {
            url: "https://league.example/charter",
            title: "Charter",
            publisher: "The League",
            published: "1980-01-05",
            accessed: "2026-11-22",
            claims: { ordinal: 1, effective: null },
          },
          {
            url: null,
            title: "General knowledge",
            publisher: null,
            published: null,
            accessed: null,
            claims: null,
          },
        ],
      },
    });
  });

  it("gives the role of a join only, and the full ref of what is rescinded", () => {
    expect(line("movement-join-2000")?.content.role).toBe("observer");
    expect(line("AAA-succeed-1991")?.content).toMatchObject({ role: null, predecessors: ["BBBB"] });
    expect(line("AAA-rescind-2025")?.content.rescinds).toBe("league/AAA-withdraw-2027");
  });

  it("gives the claims", () => {
    expect(league?.claims.map(({ content }) => content)).toMatchObject([
      { ref: "league/total-1981", total: 1, role: "member", standing: null, counting: "members", except: [] },
      {
        ref: "league/total-2026",
        total: 2,
        standing: "active",
        counting: "countries",
        except: ["x-league-2nd"],
        note: "a note",
      },
    ]);
  });
});

const C = "parties/countries.yaml";
const O = "parties/others.yaml";
const L = "coalitions/league.yaml";

describe("a fault in the files", () => {
  it.each([
    ["an unknown key of a country", C, "capital:", "capitol:", ':12: A party has no key "capitol"'],
    [
      "a key that only countries have",
      O,
      "name: The M",
      "capital: X\n  name: The M",
      ":6: `capital` is of countries",
    ],
    ["a position off the globe", C, "[1.5, -2]", "[91, 0]", "`position` should be [latitude, longitude]"],
    ["a missing name", C, "  name: Bland\n", "", ":21: A party lacks `name`."],
    ["an empty value", C, "name: Bland", "name:", ":22: `name` is empty"],
    ["a list for a text", C, "name: Bland", "name: [Bland]", ":22: `name` should be a text."],
    ["a text for a list", C, "successors: [ AAA ]", "successors: AAA", ":24: `successors` should be a list"],
    ["a text for a mapping", C, "names: { fr: Alande }", "names: Alande", ":3: `names` should be a mapping"],
    ["an alias of YAML", C, "name: Bland", "name: *x", ":22: "],
    ["a bad code status", C, "codeStatus: withdrawn", "codeStatus: withdrawed", 'did you mean "withdrawn"?'],
    ["a bad day of a code", C, "from: 1974-01-01", "from: 1974", ':8: `from` cannot be "1974"'],
    [
      "a day that no calendar has",
      C,
      "until: 1991-12-26",
      "until: 1991-02-30",
      ':25: `until` cannot be "1991-02-30"',
    ],
    ["a bad language", C, "{ fr: Alande }", "{ french!: Alande }", ':3: "french!" is no language'],
    [
      "a flag that is none of true and false",
      C,
      "independent: true",
      "independent: yes",
      ":11: `independent` cannot be",
    ],
    [
      "a party twice",
      O,
      "id: x-movement",
      "id: AAA",
      'seed/parties/others.yaml:4: The id "AAA" stands already in seed/parties/countries.yaml:1',
    ],
    [
      "a party with the id of a coalition",
      O,
      "id: x-movement",
      "id: post",
      'The id "post" stands already in',
    ],
    ["a bad kind", O, "kind: other", "kind: others", ':5: `kind` cannot be "others"'],
    ["a key twice", L, "name: The League\n", "name: The League\nname: B\n", ":3: Map keys must be unique"],
    ["broken YAML", L, "names: { es: La Liga }", "names: { es: La Liga", ":"],
    [
      "an id that is not the file's",
      L,
      "id: league",
      "id: ligue",
      ':1: `id` is "ligue", but the file is called league.yaml',
    ],
    ["a missing coverage", L, "coverage: complete\n", "", "A coalition lacks `coverage`."],
    ["a bad founding", L, "founded: 1980-01", "founded: 1980-13", ":8: `founded`: "],
    [
      "an unknown source",
      L,
      "sources: [charter, hearsay]",
      "sources: [charte, hearsay]",
      ':17: There is no source "charte": did you mean "charter"?',
    ],
    [
      "an unknown source of a claim",
      L,
      "source: charter }",
      "source: chart }",
      ':24: There is no source "chart"',
    ],
    [
      "a source never cited",
      L,
      "source: gazette",
      "source: charter",
      ':14: No line cites the source "gazette"',
    ],
    [
      "an address twice",
      L,
      "https://gazette.example/1",
      "https://league.example/charter",
      ':14: The address of "gazette" is that of "charter"',
    ],
    ["an address that is none", L, "https://gazette.example/1", "gazette, page 1", ":14: `url` cannot be"],
    [
      "a source without a title",
      L,
      "title: General knowledge",
      "publisher: Nobody",
      ":15: A source lacks `title`.",
    ],
    ["a bad day of publication", L, "published: 2025-12", "published: December 2025", ":14: `published`: "],
    [
      "a day of reading that is none",
      L,
      "accessed: 2026-11-22",
      "accessed: 2026-11",
      ":13: `accessed` cannot be",
    ],
    [
      "an unknown key of a line",
      L,
      "note: as a guest",
      "remark: as a guest",
      ':19: A declaration has no key "remark"',
    ],
    ["a line without ref", L, "ref: movement-join-2000, ", "", ":19: A declaration lacks `ref`."],
    [
      "a ref twice",
      L,
      "ref: x-join-2026",
      "ref: BBBB-join-1980",
      ':20: The ref "BBBB-join-1980" stands twice',
    ],
    [
      "the ref of a claim twice",
      L,
      "ref: total-2026",
      "ref: total-1981",
      ':25: The ref "total-1981" stands twice',
    ],
    [
      "an unknown act",
      L,
      "act: succeed",
      "act: suceed",
      ':18: `act` cannot be "suceed": did you mean "succeed"?',
    ],
    [
      "an unknown role",
      L,
      "role: observer",
      "role: guest",
      ':19: `role` cannot be "guest": it is one of member, ',
    ],
    ["an unknown confidence", L, "confidence: high", "confidence: sure", ":17: `confidence` cannot be"],
    ["a bad date of effect", L, "effective: ../2000", "effective: ../2000-02-30", ":19: `effective`: "],
    ["a missing date of effect", L, "effective: ../2000, ", "", ":19: A declaration lacks `effective`."],
    ["a bad day of declaration", L, "declared: 2025-11-15", "declared: 15.11.2025", ":21: `declared`: "],
    [
      "a line without sources",
      L,
      "sources: [charter] }",
      "note: none }",
      ":22: A declaration lacks `sources`.",
    ],
    ["an ordinal that is none", L, "ordinal: 1", "ordinal: first", ":17: `ordinal` cannot be"],
    [
      "a rescission of nothing",
      L,
      "rescinds: AAA-withdraw-2027",
      "rescinds: AAA-withdraw-2028",
      ':22: `rescinds` names no line of this file, "AAA-withdraw-2028": did you mean',
    ],
    [
      "a correction of nothing",
      L,
      "note: as a guest",
      "supersedes: nothing",
      ":19: `supersedes` names no line of this file",
    ],
    ["a bad total", L, "total: 1,", "total: one,", ":24: `total` cannot be"],
    ["a bad standing", L, "standing: active", "standing: actve", ":25: `standing` cannot be"],
    ["a bad counting", L, "counting: countries", "counting: states", ":25: `counting` cannot be"],
    ["a claim without source", L, ", source: charter }", " }", ":24: A claim lacks `source`."],
  ])("is told: %s", (_what, path, text, instead, told) => {
    const faults = faultsOf(withText(path, text, instead));
    expect(faults.filter((fault) => fault.startsWith("seed/"))).toEqual(faults);
    expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(told)]));
  });

  it("is told with all the others, in the order of file and line", () => {
    const files = withText(L, "act: succeed", "act: suceed");
    files.set("coalitions/post.yaml", "name: The Post\nkind: other\ncoverage: nothing\n");
    files.set("parties/others.yaml", "not a list\n");
    expect(faultsOf(files).map((fault) => fault.split(": ")[0])).toEqual([
      "seed/coalitions/league.yaml:18",
      "seed/coalitions/post.yaml:1",
      "seed/coalitions/post.yaml:1",
      "seed/coalitions/post.yaml:3",
      "seed/parties/others.yaml:1",
    ]);
  });
});
