/** Shared memberships held against the rosters of every day that may tell, and cases made by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendances } from "../../src/domain/attendance.ts";
import { overlaps } from "../../src/domain/overlap.ts";
import { shared } from "../../src/domain/shared.ts";
import { derived, tellingDays, vagueActs } from "../support/chance-spells.ts";

const PAIR = ["AAA", "BBB"];

describe("shared coalitions", () => {
  it("are those that all the parties are in on the day, as surely as the least sure of them", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(vagueActs, fc.constantFrom(PAIR, ["AAA", "BBB", "CCC"], ["CCC"]), (told, parties) => {
        const { spells } = derived(told);
        for (const day of tellingDays(spells)) {
          const attendance = attendances(spells, ["coalition"], day).get("coalition");
          const answers = parties.map((party) => attendance?.get(party) ?? "no");
          const all = ["no", "possible", "certain"].find((answer) => (answers as string[]).includes(answer));
          const [found, ...more] = shared(spells, parties, day);
          expect(found?.certainty ?? "no").toBe(all);
          expect(more).toEqual([]);
          met.add(`${all}`);
          const stretches = shared(spells, parties, null).filter(
            ({ from, to }) => from.earliest <= day && (to === null || day < to.latest),
          );
          const sure = stretches.some(
            ({ from, to }) => from.latest <= day && (to === null || day < to.earliest),
          );
          expect(sure ? "certain" : stretches.length > 0 ? "possible" : "no").toBe(all);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(met.size).toBe(3);
  });

  it("begin when the later one has joined and end when the earlier one has left", () => {
    const { spells } = derived([
      { party: "AAA", act: "join", effective: "2000-01-01" },
      { party: "AAA", act: "withdraw", effective: "2010" },
      { party: "BBB", act: "join", effective: "1999-06/2000-06" },
      { party: "CCC", act: "join", effective: "2010-06-01" },
    ]);
    expect(shared(spells, PAIR, null)).toEqual([
      {
        coalition: "coalition",
        from: { edtf: "2000-01-01/2000-06-30", earliest: "2000-01-01", latest: "2000-06-30" },
        to: { edtf: "2010", earliest: "2010-01-01", latest: "2010-12-31" },
        certainty: "certain",
      },
    ]);
    expect(shared(spells, ["AAA", "CCC"], null)[0]?.certainty).toBe("possible");
    expect(shared(spells, ["BBB", "CCC"], null)[0]?.to).toBeNull();
    expect(shared(spells, ["AAA", "DDD"], null)).toEqual([]);
    expect(shared(spells, PAIR, "2011-01-01")).toEqual([]);
  });

  it("writes an open end as EDTF does", () => {
    const { spells } = derived([
      { party: "AAA", act: "join", effective: "2024-01-01/.." },
      { party: "BBB", act: "join", effective: "2025" },
    ]);
    expect(shared(spells, PAIR, null)[0]?.from.edtf).toBe("2025-01-01/..");
  });
});

describe("overlaps", () => {
  const join = (party: string, effective = "2000-01-01") => ({ party, act: "join" as const, effective });
  const spells = [
    ...derived([join("AAA"), join("BBB"), join("CCC", "2024-01-01/..")], "a").spells,
    ...derived([join("BBB"), join("CCC"), join("DDD")], "b").spells,
  ];

  it("count parties in both, and Jaccard's index of those who are certain", () => {
    expect(overlaps(attendances(spells, ["a", "b"], "2025-01-01"))).toEqual([
      {
        a: "a",
        b: "b",
        sizeA: { certain: 2, possible: 1 },
        sizeB: { certain: 3, possible: 0 },
        both: { certain: 1, possible: 1 },
        jaccard: 1 / 4,
      },
    ]);
  });

  it("have each pair once, and no index where nobody is in", () => {
    const pairs = overlaps(attendances(spells, ["b", "a", "empty"], "1990-01-01"));
    expect(pairs.map(({ a, b, jaccard }) => [a, b, jaccard])).toEqual([
      ["b", "a", null],
      ["b", "empty", null],
      ["a", "empty", null],
    ]);
  });
});
