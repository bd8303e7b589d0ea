/** The number of common parties over time, held against who is in on each single day. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { attendances } from "../../src/domain/attendance.ts";
import { inAll } from "../../src/domain/overlap.ts";
import type { Spell } from "../../src/domain/spell.ts";
import { sizeOf } from "../../src/explorer/pages/compare/sentences.ts";
import { sharedSteps } from "../../src/explorer/pages/compare/shared-steps.ts";
import { derived, tellingDays, vagueActs } from "../support/chance-spells.ts";

const rosters = fc
  .array(vagueActs, { minLength: 2, maxLength: 3 })
  .map((all) => all.map((acts, index) => derived(acts, `coalition-${index}`).spells));

it("has on every day the numbers of that day, and a step only where somebody comes or goes", () => {
  fc.assert(
    fc.property(rosters, (coalitions) => {
      const steps = sharedSteps(coalitions);
      const all = coalitions.flat();
      const ids = coalitions.map((_, index) => `coalition-${index}`);
      for (const day of tellingDays(all)) {
        const expected = sizeOf(inAll([...attendances(all, ids, day).values()]));
        const { certain, possible } = steps.findLast(({ on }) => on <= day) ?? { certain: 0, possible: 0 };
        expect({ day, certain, possible }).toEqual({ day, ...expected });
      }
      expect(steps.every(({ turns }) => turns.length > 0 && turns.every(({ was, is }) => was !== is))).toBe(
        true,
      );
    }),
    { numRuns: 300 },
  );
});

it("names who came and who went", () => {
  const join = (party: string, effective: string) => ({ party, act: "join", effective }) as const;
  const a = derived([join("AAA", "2019-01-01"), join("BBB", "2019-03")], "a").spells;
  const b = derived(
    [
      join("AAA", "2019-02-01"),
      join("BBB", "2019-01-01"),
      { party: "AAA", act: "withdraw", effective: "2019-05-01" },
    ],
    "b",
  ).spells;
  expect(sharedSteps([a, b])).toEqual([
    { on: "2019-02-01", certain: 1, possible: 0, turns: [{ party: "AAA", was: null, is: "certain" }] },
    { on: "2019-03-01", certain: 1, possible: 1, turns: [{ party: "BBB", was: null, is: "possible" }] },
    { on: "2019-03-31", certain: 2, possible: 0, turns: [{ party: "BBB", was: "possible", is: "certain" }] },
    { on: "2019-05-01", certain: 1, possible: 0, turns: [{ party: "AAA", was: "certain", is: null }] },
  ]);
});

it("has nothing in common with a coalition that nobody is in", () => {
  const spells: readonly Spell[] = derived([{ party: "AAA", act: "join", effective: "2019" }]).spells;
  expect(sharedSteps([spells, []])).toEqual([]);
});
