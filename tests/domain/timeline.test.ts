/** The timeline held against the rosters of every day that may tell (law 7), and cases made by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, partiesOn } from "../../src/domain/certainty.ts";
import { AFTER_ALL, BEFORE_ALL, plusDays } from "../../src/domain/day.ts";
import type { Spell } from "../../src/domain/spell.ts";
import { type TimelineRow, timeline, within } from "../../src/domain/timeline.ts";
import { type Derived, derived, rosterOn, tellingDays, vagueActs } from "../support/chance-spells.ts";

const QUESTIONS: readonly ((spell: Spell) => boolean)[] = [
  () => true,
  (spell) => spell.role === "member",
  (spell) => spell.standing === "suspended",
  (spell) => spell.role === "member" && spell.standing === "active",
];

function ask({ spells, declarationOf }: Derived, answers: (spell: Spell) => boolean) {
  const asked = spells.filter(answers);
  return { asked, rows: timeline(asked, declarationOf) };
}

/** Where the rows and the rosters disagree; null where they do not. */
function lawSevenFault(spells: readonly Spell[], rows: readonly TimelineRow[]): string | null {
  for (const day of tellingDays(spells)) {
    const { certain, possible } = rows.findLast((row) => row.on <= day) ?? { certain: 0, possible: 0 };
    const truth = count(partiesOn(spells, day));
    if (truth.certain !== certain || truth.possible !== possible) return `counts of ${day}`;
    const turned = `${rosterOn(spells, day)}` !== `${rosterOn(spells, plusDays(day, -1))}`;
    if (turned !== rows.some((row) => row.on === day)) return `row of ${day}`;
  }
  return null;
}

describe("the timeline", () => {
  it("gives for any day the counts of its roster, and a row for each day on which somebody's being in changes", () => {
    let seen = 0;
    fc.assert(
      fc.property(vagueActs, fc.constantFrom(...QUESTIONS), (told, answers) => {
        const { asked, rows } = ask(derived(told), answers);
        seen += rows.length;
        expect(lawSevenFault(asked, rows)).toBeNull();
        expect(rows.map((row) => row.on)).toEqual([...new Set(rows.map((row) => row.on))].sort());
        for (const row of rows) {
          expect(row.changes.length).toBeGreaterThan(0);
          expect(row.on).not.toBe(AFTER_ALL);
        }
      }),
      { numRuns: 600, seed: 5 },
    );
    expect(seen).toBeGreaterThan(1000);
  });

  it("is caught when a row is lost, shifted or miscounted", () => {
    const { asked, rows } = ask(
      derived([
        { party: "AAA", act: "join", effective: "2019-05" },
        { party: "BBB", act: "join", effective: "2020-02-01" },
      ]),
      () => true,
    );
    const [first, ...rest] = rows as [TimelineRow, ...TimelineRow[]];
    expect(lawSevenFault(asked, rows)).toBeNull();
    expect(lawSevenFault(asked, rest)).not.toBeNull();
    expect(lawSevenFault(asked, [{ ...first, on: "2019-05-02" }, ...rest])).not.toBeNull();
    expect(lawSevenFault(asked, [{ ...first, certain: 1 }, ...rest])).not.toBeNull();
  });

  it("says of each change which act it was, when it may and when it must have been", () => {
    const { rows } = ask(
      derived([
        { party: "AAA", act: "join", effective: "2019-05" },
        { party: "AAA", act: "suspend", effective: "2019-08-01" },
        { party: "AAA", act: "expel", effective: "2020-01-01" },
      ]),
      () => true,
    );
    expect(rows).toEqual([
      { on: "2019-05-01", certain: 0, possible: 1, changes: [change("join", "possible", "d0")] },
      { on: "2019-05-31", certain: 1, possible: 0, changes: [change("join", "certain", "d0")] },
      { on: "2020-01-01", certain: 0, possible: 0, changes: [change("expel", "certain", "d2")] },
    ]);
    function change(act: string, certainty: string, declaration: string) {
      return { act, party: "AAA", certainty, declaration };
    }
  });

  it("counts by standing as asked", () => {
    const { rows } = ask(
      derived([
        { party: "AAA", act: "join", effective: "2019-05-01" },
        { party: "AAA", act: "suspend", effective: "2019-08-01" },
        { party: "AAA", act: "reinstate", effective: "2020-01-01" },
      ]),
      (spell) => spell.standing === "suspended",
    );
    expect(rows.map(({ on, certain, changes }) => [on, certain, changes[0]?.act])).toEqual([
      ["2019-08-01", 1, "suspend"],
      ["2020-01-01", 0, "reinstate"],
    ]);
  });

  it("has a row where one takes over from another, though the number stays", () => {
    const { rows } = ask(
      derived([
        { party: "AAA", act: "join", effective: "2019-05-01" },
        { party: "BBB", act: "succeed", effective: "2020-01-01", predecessors: ["AAA"] },
      ]),
      () => true,
    );
    expect(rows[1]).toEqual({
      on: "2020-01-01",
      certain: 1,
      possible: 0,
      changes: [
        { act: "succeed", party: "AAA", certainty: "certain", declaration: "d1" },
        { act: "succeed", party: "BBB", certainty: "certain", declaration: "d1" },
      ],
    });
  });

  it("tells the succession that began a spell from the one that ended it, though both are known to the year", () => {
    const { rows } = ask(
      derived([
        { party: "AAA", act: "join", effective: "2018-05-01" },
        { party: "BBB", act: "succeed", effective: "2019", predecessors: ["AAA"] },
        { party: "CCC", act: "succeed", effective: "2019", predecessors: ["BBB"] },
      ]),
      () => true,
    );
    const of = (party: string) =>
      rows
        .flatMap((row) => row.changes.filter((each) => each.party === party))
        .map((each) => each.declaration);
    expect(new Set(of("AAA"))).toEqual(new Set(["d0", "d1"]));
    expect(new Set(of("BBB"))).toEqual(new Set(["d1", "d2"]));
    expect(new Set(of("CCC"))).toEqual(new Set(["d2"]));
  });

  it("names the telling that counts of an act told twice", () => {
    const { rows } = ask(
      derived([
        { party: "AAA", act: "join", effective: "2018-05-01" },
        { party: "AAA", act: "withdraw", effective: "2019-01-01" },
        { party: "AAA", act: "withdraw", effective: "2019-01-01" },
        { party: "AAA", act: "withdraw", effective: "2018-12/2019-02" },
      ]),
      () => true,
    );
    expect(rows[1]?.changes.map((each) => each.declaration)).toEqual(["d1"]);
  });

  it("names no declaration where the party ceased to exist, and no day that never comes", () => {
    const ended = derived(
      [{ party: "AAA", act: "join", effective: "../2019-05-01" }],
      "c",
      () => "2021-01-01",
    );
    const { rows } = ask(ended, () => true);
    expect(rows.map((row) => row.on)).toEqual([BEFORE_ALL, "2019-05-01", "2021-01-01"]);
    expect(rows.at(-1)?.changes).toEqual([
      { act: "party-ended", party: "AAA", certainty: "certain", declaration: null },
    ]);
    const open = ask(derived([{ party: "AAA", act: "join", effective: "2024-01-01/.." }]), () => true);
    expect(open.rows.map(({ on, certain, possible }) => [on, certain, possible])).toEqual([
      ["2024-01-01", 0, 1],
    ]);
  });

  it("opens a window with the count of its first day", () => {
    const { rows } = ask(
      derived([
        { party: "AAA", act: "join", effective: "2019-05-01" },
        { party: "BBB", act: "join", effective: "2020-02-01" },
      ]),
      () => true,
    );
    const days = (from: string | null, to: string | null) =>
      within(rows, from, to).map((row) => [row.on, row.certain, row.changes.length]);
    expect(days("2020-01-01", "2020-02-01")).toEqual([["2020-01-01", 1, 0]]);
    expect(days("2020-02-01", null)).toEqual([["2020-02-01", 2, 1]]);
    expect(days(null, "2020-02-01")).toEqual([["2019-05-01", 1, 1]]);
    expect(days("2019-01-01", "2019-03-01")).toEqual([]);
  });

  it("takes 1,000 spells in one sweep", () => {
    const told = Array.from({ length: 1000 }, (_, place) => ({
      party: `P${String(place).padStart(4, "0")}`,
      act: "join" as const,
      effective: plusDays("2000-01-01", place),
    }));
    const { spells, declarationOf } = derived(told);
    let looked = 0;
    const rows = timeline(spells, (id) => {
      looked += 1;
      return declarationOf(id);
    });
    expect(rows.at(-1)?.certain).toBe(1000);
    expect(looked).toBe(1000);
  });
});
