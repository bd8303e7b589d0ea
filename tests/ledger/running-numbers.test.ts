/** Numbers that mostly count on by one are given back as they came, at every place. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { RunningNumbers } from "../../src/ledger/running-numbers.ts";

it("gives back what was pushed, and nothing beyond", () => {
  const steps = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: -3, max: 5 })));
  fc.assert(
    fc.property(steps, (all) => {
      const numbers = new RunningNumbers();
      const pushed = all.map((_, place) => all.slice(0, place + 1).reduce((sum, step) => sum + step, 0));
      for (const number of pushed) numbers.push(number);
      expect(pushed.map((_, place) => numbers.at(place))).toEqual(pushed);
      expect([numbers.length, numbers.at(-1), numbers.at(pushed.length)]).toEqual([
        pushed.length,
        null,
        null,
      ]);
    }),
  );
});
