/** Differences between two days: the arithmetic of rosters, and each kind of change made by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partiesOn } from "../../src/domain/certainty.ts";
import { CHANGE_KINDS, type Changes, changesWithin } from "../../src/domain/changes.ts";
import { type Day, plusDays } from "../../src/domain/day.ts";
import { ROLES, type Role } from "../../src/domain/declaration.ts";
import type { Spell } from "../../src/domain/spell.ts";
import { type Derived, derived, exactActs, tellingDays, vagueActs } from "../support/chance-spells.ts";

const ROLE_QUESTIONS: readonly (readonly Role[])[] = [ROLES, ["member"], ["observer"]];

function ask(
  { spells, declarationOf }: Derived,
  from: Day | null,
  to: Day | null,
  roles = ROLES as readonly Role[],
) {
  return changesWithin(spells, roles, { from, to }, declarationOf);
}

function membersOn(spells: readonly Spell[], roles: readonly Role[], day: Day): string[] {
  const asked = spells.filter((spell) => roles.includes(spell.role));
  return partiesOn(asked, day).map(({ party }) => party);
}

/** Who is in after: those before, with those who came, without those who left. */
function sum(before: readonly string[], changes: Changes): string[] {
  const tally = new Map(before.map((party) => [party, 1]));
  const add = (party: string, by: number) => tally.set(party, (tally.get(party) ?? 0) + by);
  for (const { party } of [...changes.joined, ...changes.succeeded]) add(party, 1);
  for (const { party } of changes.left) add(party, -1);
  return [...tally].flatMap(([party, times]) => Array<string>(times).fill(party)).sort();
}

function listed(changes: Changes): string[] {
  return CHANGE_KINDS.flatMap((kind) => changes[kind].map((each) => JSON.stringify([kind, each]))).sort();
}

describe("the changes of a coalition", () => {
  it("lead from the roster before to the roster after, where days are exact", () => {
    let met = 0;
    fc.assert(
      fc.property(
        exactActs,
        fc.constantFrom(...ROLE_QUESTIONS),
        fc.nat(),
        fc.nat(),
        (told, roles, start, length) => {
          const ledger = derived(told);
          const days = tellingDays(ledger.spells);
          if (days.length === 0) return;
          const from = days[start % days.length] as Day;
          const to = days[Math.min(days.indexOf(from) + (length % 9), days.length - 1)] as Day;
          const changes = ask(ledger, from, to, roles);
          const before = membersOn(ledger.spells, roles, plusDays(from, -1));
          met += changes.left.length + changes.succeeded.length;
          if (from === to) expect(listed(changes)).toEqual([]);
          else expect(sum(before, changes)).toEqual(membersOn(ledger.spells, roles, plusDays(to, -1)));
        },
      ),
      { numRuns: 1000, seed: 5 },
    );
    expect(met).toBeGreaterThan(50);
  });

  it("of a stretch of days are those of its parts; certain in a part is certain in the whole", () => {
    fc.assert(
      fc.property(vagueActs, fc.constantFrom(...ROLE_QUESTIONS), fc.nat(), (told, roles, cut) => {
        const ledger = derived(told);
        const days = tellingDays(ledger.spells);
        const middle = days[cut % Math.max(days.length, 1)] ?? "2020-01-01";
        const whole = listed(ask(ledger, null, null, roles));
        const parts = [ask(ledger, null, middle, roles), ask(ledger, middle, null, roles)].map(listed);
        const certain = (part: readonly string[]) => part.filter((each) => each.includes('"certain"'));
        const what = (part: readonly string[]) =>
          part.map((each) => each.replace(/"(certain|possible)"/, ""));
        expect(new Set(parts.flatMap(what))).toEqual(new Set(what(whole)));
        expect(whole).toEqual(expect.arrayContaining(parts.flatMap(certain)));
        expect(new Set(parts.flatMap(certain)).size).toBe(parts.flatMap(certain).length);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  const life = derived([
    { party: "AAA", act: "join", role: "observer", effective: "2000" },
    { party: "AAA", act: "join", effective: "2004-05-01" },
    { party: "AAA", act: "suspend", effective: "2010-03" },
    { party: "AAA", act: "reinstate", effective: "2011-01-01" },
    { party: "BBB", act: "succeed", effective: "2012-01-01", predecessors: ["AAA"] },
  ]);
  const on = (day: string) => ({ earliest: day, latest: day });

  it("tells an observer who becomes a member as joined, with the role that it had", () => {
    const joined = {
      party: "AAA",
      on: on("2004-05-01"),
      certainty: "certain",
      roleFrom: "observer",
      declaration: "d1",
    };
    expect(ask(life, "2003-12-31", "2004-12-31", ["member"])).toEqual({ ...nothing(), joined: [joined] });
    expect(ask(life, "2003-12-31", "2004-12-31")).toEqual({ ...nothing(), roleChanged: [joined] });
    expect(ask(life, "2003-12-31", "2004-12-31", ["observer"]).left).toEqual([
      { party: "AAA", on: on("2004-05-01"), certainty: "certain", declaration: "d1" },
    ]);
  });

  it("is possible where the day may lie outside", () => {
    const suspended = (from: string, to: string) => ask(life, from, to, ["member"]).suspended;
    const certainties = (from: string, to: string) => suspended(from, to).map((each) => each.certainty);
    expect(certainties("2010-03-01", "2010-04-01")).toEqual(["certain"]);
    expect(certainties("2010-03-01", "2010-03-31")).toEqual(["possible"]);
    expect(certainties("2010-03-31", "2011-01-01")).toEqual(["possible"]);
    expect(certainties("2010-04-01", "2011-01-01")).toEqual([]);
    expect(suspended("2010-01-01", "2011-01-01")[0]?.on).toEqual({
      earliest: "2010-03-01",
      latest: "2010-03-31",
    });
  });

  it("tells a succession of both: the holder has left, the heir has succeeded", () => {
    const change = { on: on("2012-01-01"), certainty: "certain", declaration: "d4" };
    expect(ask(life, "2011-01-01", "2013-01-01", ["member"])).toEqual({
      ...nothing(),
      reinstated: [{ party: "AAA", on: on("2011-01-01"), certainty: "certain", declaration: "d3" }],
      succeeded: [{ party: "BBB", ...change }],
      left: [{ party: "AAA", ...change }],
    });
  });

  it("tells a join that was suspended on the same day as both", () => {
    const ledger = derived([
      { party: "AAA", act: "join", effective: "2004-05-01" },
      { party: "AAA", act: "suspend", effective: "2004-05-01" },
    ]);
    const { joined, suspended } = ask(ledger, null, null);
    expect([joined[0]?.declaration, suspended[0]?.declaration]).toEqual(["d0", "d1"]);
  });

  it("names no declaration where the registry ended the party, and no day that never comes", () => {
    const ended = derived([{ party: "AAA", act: "join", effective: "2004" }], "c", () => "2006-01-01");
    expect(ask(ended, "2005-01-01", null).left).toEqual([
      { party: "AAA", on: on("2006-01-01"), certainty: "certain", declaration: null },
    ]);
    const open = derived([{ party: "AAA", act: "join", effective: "2024-01-01/.." }]);
    expect(ask(open, null, null).joined.map((each) => each.certainty)).toEqual(["possible"]);
  });

  function nothing(): Changes {
    return { joined: [], left: [], suspended: [], reinstated: [], succeeded: [], roleChanged: [] };
  }
});
