/** Spells of a party as rows of bars: by the day of joining, one for each coalition and role. */
import { describe, expect, it } from "vitest";
import type { Schemas } from "../../src/client/client.ts";
import { toSpells } from "../../src/explorer/answers/spells.ts";
import { membershipRows, spanOf } from "../../src/explorer/pages/party/membership-rows.ts";

type SpellRow = Schemas["Spell"];
type DateRow = Schemas["PartialDate"];

const date = (edtf: string, earliest: string | null = edtf, latest: string | null = earliest): DateRow => ({
  edtf,
  earliest,
  latest,
});
const SPELL = {
  party: { id: "AAA", kind: "country", name: "Aland" },
  role: "member",
  standing: "active",
  to: null,
  ended: false,
  endedBy: null,
  confidence: null,
  declarations: ["d"],
  ordinal: null,
  claimedOrdinals: [],
  pending: [],
  alternatives: [],
} as const;

type Given = Omit<Partial<SpellRow>, "coalition"> & { coalition: string; from: DateRow };

/** In the order in which the service gives them. */
function spells(...given: Given[]) {
  return toSpells(
    given.map(({ coalition, ...spell }) => ({
      ...SPELL,
      pending: [],
      declarations: ["d"],
      claimedOrdinals: [],
      alternatives: [],
      joined: spell.from,
      ...spell,
      coalition: { id: coalition, name: coalition.toUpperCase() },
    })),
  );
}

const END = date("2004-01-01");

describe("the rows of the bars", () => {
  it("stand in the order of joining, whatever that of the coalitions", () => {
    const rows = membershipRows(
      spells(
        { coalition: "a", from: date("1999-05-05") },
        { coalition: "b", from: date("1999", "1999-01-01", "1999-12-31") },
        { coalition: "c", from: date("1949-04-04") },
        { coalition: "d", from: date("1999-05-05") },
        { coalition: "e", from: date("1999-01-01") },
      ),
    );
    expect(rows.map(({ coalition }) => coalition.id)).toEqual(["c", "e", "b", "a", "d"]);
  });

  it("keep the roles in one coalition apart", () => {
    const rows = membershipRows(
      spells(
        { coalition: "a", from: date("2000-01-01"), role: "observer", to: END, endedBy: "role-change" },
        { coalition: "a", from: END },
      ),
    );
    expect(rows.map(({ role, years, held }) => [role, years, held.length])).toEqual([
      ["observer", "2000–2003", 1],
      ["member", "2004–", 1],
    ]);
  });

  it("hold a suspension within the membership, and not beside it", () => {
    const back = date("2010/2011", "2010-01-01", "2011-12-31");
    const joined = date("2000-01-01");
    const [row] = membershipRows(
      spells(
        { coalition: "a", from: joined, to: END, endedBy: "suspend" },
        { coalition: "a", from: END, joined, standing: "suspended", to: back, endedBy: "reinstate" },
        { coalition: "a", from: back, joined },
      ),
    );
    expect(row?.held).toMatchObject([{ from: { edtf: "2000-01-01" }, to: null }]);
    expect(row?.suspended).toMatchObject([{ from: { edtf: "2004-01-01" }, to: { edtf: "2010/2011" } }]);
    expect(row?.years).toBe("2000–; suspended 2004–2009/2011");
  });

  it("tell of a time out", () => {
    const [row] = membershipRows(
      spells(
        { coalition: "a", from: date("1949-04-04"), to: date("1966-07-01"), endedBy: "withdraw" },
        { coalition: "a", from: date("2009-04-04") },
      ),
    );
    expect(row?.held).toHaveLength(2);
    expect(row?.years).toBe("1949–1966, 2009–");
  });

  it.each([
    [date("2024-01-01/..", "2024-01-01", null), null, "2024 or later"],
    [date("../1966-06-30", "1951-01-01", "1966-06-30"), null, "1966 or before"],
    [date("../1966-06-30", "1951-01-01", "1966-06-30"), date("1966-07-01"), "until 1966"],
    [date("2014-09", "2014-09-01", "2014-09-30"), date("2015-01-01"), "2014"],
    [date("2019/2020", "2019-10-01", "2020-02-28"), null, "2019/2020–"],
  ])("name the years of %j to %j", (from, to, years) => {
    const [row] = membershipRows(spells({ coalition: "a", from, to, endedBy: to && "withdraw" }));
    expect(row?.years).toBe(years);
  });
});

describe("the days that the picture spans", () => {
  it("begin with a year, and end today", () => {
    const given = spells(
      { coalition: "a", from: date("1949-04-04") },
      { coalition: "b", from: date("2024-01-01/..", "2024-01-01", null) },
    );
    expect(spanOf(given, "2026-11-22")).toEqual({ from: "1949-01-01", to: "2026-11-22" });
  });

  it("go on beyond what is to come", () => {
    const given = spells({ coalition: "a", from: date("2027-07-24") });
    expect(spanOf(given, "2026-11-22")).toEqual({ from: "2026-01-01", to: "2028-01-01" });
  });

  it("are those of this year where nothing is known", () => {
    expect(spanOf([], "2026-11-22")).toEqual({ from: "2026-01-01", to: "2027-01-01" });
  });
});
