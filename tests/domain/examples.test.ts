/** Every example by which the rules were explained, as a case of its own. */
import { describe, expect, it } from "vitest";
import { count, partiesOn } from "../../src/domain/certainty.ts";
import { ordinalOf } from "../../src/domain/ordinal.ts";
import type { Projection } from "../../src/domain/projection.ts";
import { inWords, told } from "../support/told.ts";

const spells = (projection: Projection) => projection.spells.map(inWords);
const kinds = (projection: Projection) => projection.findings.map((finding) => finding.kind);

describe("narrowing", () => {
  it("lets no act step over its neighbours", () => {
    const projection = told(["A join 2000-01-01", "A suspend 2015-05-01", "A withdraw 2015"]);
    expect(spells(projection)).toEqual([
      "A member active 2000-01-01 → 2015-05-01 (suspend)",
      "A member suspended 2015-05-01 → {2015-05-01 … 2015-12-31} (withdraw)",
    ]);
    expect(projection.spells[1]?.to?.edtf).toBe("2015");
  });

  it("works along each line of a succession", () => {
    const lines = ["A join 1950", "A suspend 1963-03-01", "B join 1951", "C succeed from A+B 1962/1964"];
    const projection = told(lines);
    const ended = projection.spells.find((spell) => spell.party === "B");
    expect(ended?.to).toMatchObject({ edtf: "1962/1964", earliest: "1963-03-01", latest: "1964-12-31" });
    expect(kinds(projection)).toEqual([]);
  });
});

describe("reading order", () => {
  it("takes the more precise telling of what is told twice", () => {
    const projection = told(["A join 2014", "A join 2014-02-01", "A withdraw 2014-06-01"]);
    expect(spells(projection)).toEqual(["A member active 2014-02-01 → 2014-06-01 (withdraw)"]);
    expect(projection.findings).toMatchObject([{ kind: "told-twice", declarations: ["d1", "d2"] }]);
  });

  it("finds an order open that decides what follows", () => {
    const projection = told(["A join observer 2000", "A join 2014", "A withdraw 2014"]);
    expect(projection.findings).toMatchObject([{ kind: "order-open", declarations: ["d2", "d3"] }]);
    expect(projection.spells.at(-1)).toMatchObject({ role: "member", endedBy: "withdraw" });
  });

  it("reads a join and an exit within one year in the only order that makes sense", () => {
    const projection = told(["A withdraw 2014", "A join 2014"]);
    expect(spells(projection)).toEqual([
      "A member active {2014-01-01 … 2014-12-31} → {2014-01-01 … 2014-12-31} (withdraw)",
    ]);
    expect(kinds(projection)).toEqual([]);
  });

  it("takes over every seat where the old states end on the day of the new one", () => {
    const union = [
      "T join 1961-12-14",
      "Z join 1963-12-16",
      "T dissolve 1964-04-26",
      "Z dissolve 1964-04-26",
    ];
    const projection = told([...union, "TZ succeed from T+Z 1964-04-26"]);
    expect(kinds(projection)).toEqual([]);
    expect(projection.spells.find((spell) => spell.party === "TZ")).toMatchObject({
      joined: { edtf: "1961-12-14" },
      accession: "T",
    });
  });

  it("gives up the search above its bound and says so", () => {
    const many = Array.from({ length: 9 }, (_, i) => [`P${i} join ${2000 + i}`, `P${i} suspend 2014`]).flat();
    const predecessors = Array.from({ length: 9 }, (_, i) => `P${i}`).join("+");
    const projection = told([
      ...many,
      `N succeed from ${predecessors} 2014`,
      "N withdraw 2014",
      "N join observer 2014",
    ]);
    expect(kinds(projection)).toContain("order-open");
  });
});

describe("acts", () => {
  it("keep a suspended party in, and leave out of a suspension too", () => {
    const lines = ["A join 1945-03-22", "A suspend 2011-11-12", "A reinstate 2023-05-07"];
    expect(spells(told(lines))).toEqual([
      "A member active 1945-03-22 → 2011-11-12 (suspend)",
      "A member suspended 2011-11-12 → 2023-05-07 (reinstate)",
      "A member active 2023-05-07 →",
    ]);
    expect(spells(told([...lines.slice(0, 2), "A expel 2012"])).at(-1)).toContain("(expel)");
  });

  it("change a role and keep the standing", () => {
    const projection = told(["A join observer 2000-01-01", "A suspend 2005-01-01", "A join 2010-01-01"]);
    expect(projection.spells.at(-1)).toMatchObject({ role: "member", standing: "suspended" });
    expect(projection.spells.at(-2)).toMatchObject({ endedBy: "role-change" });
    expect(projection.spells.at(-1)?.joined.edtf).toBe("2010-01-01");
  });

  it("pass on a seat with its place, suspended only if all were", () => {
    const before = ["A join 1945-10-24", "B join 1950-01-01", "A suspend 1980-01-01"];
    const half = told([...before, "C succeed from A+B 1991-12-24"]).spells.at(-1);
    expect(half).toMatchObject({
      party: "C",
      standing: "active",
      joined: { edtf: "1945-10-24" },
      accession: "A",
    });
    const whole = told([...before, "B suspend 1980", "C succeed from A+B 1991-12-24"]).spells.at(-1);
    expect(whole).toMatchObject({ party: "C", standing: "suspended" });
  });

  it("leave a party that is in already its own, but lift a lower role", () => {
    const own = told(["A join 1945", "B join 1950", "B succeed from A 1990"]);
    expect(own.spells.filter(({ party }) => party === "B")).toMatchObject([
      { to: null, joined: { edtf: "1950" } },
    ]);
    const lifted = told(["A join 1945", "B join observer 1950", "B succeed from A 1990"]);
    expect(lifted.spells.at(-1)).toMatchObject({ party: "B", role: "member", accession: "A" });
  });

  it("let a party enter that succeeds nobody, and say so", () => {
    const projection = told(["B succeed from A 1990-10-03"]);
    expect(spells(projection)).toEqual(["B member active 1990-10-03 →"]);
    expect(kinds(projection)).toEqual(["succession-from-nobody"]);
  });

  it("end every membership with the coalition, and say nothing new of a party that is out", () => {
    const projection = told([
      "A join 2003",
      "B join 2004",
      "A withdraw 2005",
      "A dissolve 2006",
      "- dissolve 2010-01-01",
    ]);
    expect(kinds(projection)).toEqual([]);
    expect(projection.spells.map(({ party, endedBy }) => [party, endedBy])).toEqual([
      ["A", "withdraw"],
      ["B", "coalition-dissolved"],
    ]);
  });

  it("are taken back before their day, and too late on it", () => {
    const lines = ["H join 2002-07-01", "H withdraw 2026-06-02"];
    const inTime = told([...lines, "H rescind #2 2026-05-29"]);
    expect(inTime.spells).toMatchObject([{ to: null }]);
    expect(inTime.inForce[1]?.rescinded).toEqual({ by: "d3", latest: "2026-05-29" });
    const late = told([...lines, "H rescind #2 2026-06-02"]);
    expect(late.spells).toMatchObject([{ endedBy: "withdraw" }]);
    expect(kinds(late)).toEqual(["rescinded-too-late"]);
  });

  it.each([
    ["exit-without-membership", ["A withdraw 2000"]],
    ["second-join", ["A join 2000", "A join 2001"]],
    ["suspension-without-active-membership", ["A suspend 2000"]],
    ["suspension-without-active-membership", ["A join 2000", "A suspend 2001", "A suspend 2002"]],
    ["reinstatement-without-suspension", ["A join 2000", "A reinstate 2001"]],
  ])("find %s", (kind, lines) => {
    expect(kinds(told(lines))).toEqual([kind]);
  });

  it("find what lies before the founding or outside a lifetime", () => {
    expect(kinds(told(["A join 2013"], { founded: "2014-09" }))).toEqual(["before-founding"]);
    const lifetimes = { A: { from: "1993-01-01", until: "2000-01-01" } };
    expect(kinds(told(["A join 1992"], { lifetimes }))).toEqual(["join-outside-lifetime"]);
    expect(kinds(told(["A join 2000-01-01"], { lifetimes }))).toEqual(["join-outside-lifetime"]);
  });
});

describe("lifetimes", () => {
  const lifetimes = { Y: { from: null, until: "1992-04-27" } };

  it("close an open spell that began before", () => {
    const projection = told(["Y join 1945-10-24"], { lifetimes });
    expect(spells(projection)).toEqual(["Y member active 1945-10-24 → 1992-04-27 (party-ended)"]);
  });

  it("leave a seat alone that an act ends later", () => {
    const projection = told(["Y join 1945-10-24", "Y dissolve 2000-11-01"], { lifetimes });
    expect(spells(projection)).toEqual(["Y member active 1945-10-24 → 2000-11-01 (dissolve)"]);
  });
});

describe("dates", () => {
  it("begin `../b` with the founding, but never after b", () => {
    const founded = "2014-09";
    expect(told(["A join ../2015-11-18"], { founded }).spells[0]?.from.earliest).toBe("2014-09-01");
    expect(told(["A join ../2014-09-01"], { founded: "2014-09~" }).spells[0]?.from.earliest).toBe(
      "2014-09-01",
    );
  });

  it("never make certain what begins, if at all, from a day on", () => {
    const { spells } = told(["S join 2024-01-01/.."]);
    expect(count(partiesOn(spells, "2023-12-31"))).toEqual({ certain: 0, possible: 0 });
    expect(count(partiesOn(spells, "2024-01-01"))).toEqual({ certain: 0, possible: 1 });
    expect(count(partiesOn(spells, "2999-01-01"))).toEqual({ certain: 0, possible: 1 });
  });

  it("end a membership whose last day is not known", () => {
    const [spell] = told(["A join 2003-03-20", "A withdraw ../2011-06-30"]).spells;
    expect(spell?.to).toMatchObject({ earliest: "2003-03-20", latest: "2011-06-30" });
  });
});

describe("certainty", () => {
  it("is a party's: suspended on some day of a month, a certain member on every day of it", () => {
    const { spells } = told(["CAR join 1963-05-25", "CAR suspend 2003-03", "CAR reinstate 2005"]);
    expect(count(partiesOn(spells, "2003-03-15"))).toEqual({ certain: 1, possible: 0 });
    const suspended = spells.filter((spell) => spell.standing === "suspended");
    expect(count(partiesOn(suspended, "2003-03-15"))).toEqual({ certain: 0, possible: 1 });
  });
});

describe("ordinals", () => {
  it("are a range for founders of one day, and count accessions only", () => {
    const founders = Array.from({ length: 12 }, (_, i) => `P${i} join 1949-04-04`);
    const { accessions } = told([
      ...founders,
      "Q join 1952",
      "P3 withdraw 1966",
      "P3 join 2009",
      "R succeed from Q 1990",
    ]);
    const ordinal = (party: string) =>
      accessions.filter((each) => each.party === party).map((each) => ordinalOf(each, accessions));
    expect(ordinal("P3")).toEqual([{ earliest: 1, latest: 12 }]);
    expect(ordinal("Q")).toEqual([{ earliest: 13, latest: 13 }]);
    expect(ordinal("R")).toEqual([]);
  });
});
