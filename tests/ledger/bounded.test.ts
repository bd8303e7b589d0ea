/** What is kept within bounds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { Bounded } from "../../src/ledger/bounded.ts";

it("holds what it was last given, or nothing, and never more than there is room for", () => {
  const step = fc.record({ key: fc.constantFrom(..."abcdefgh"), size: fc.nat(15), gone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const bounded = new Bounded<number>(100);
      const given = new Map<string, { value: number; size: number }>();
      for (const [value, { key, size, gone }] of steps.entries()) {
        if (gone) {
          bounded.delete(key);
          given.delete(key);
        } else {
          bounded.set(key, value, size);
          given.set(key, { value, size });
        }
        const held = [...given].filter(([each]) => bounded.get(each) !== undefined);
        for (const [each, { value: last }] of held) expect(bounded.get(each)).toBe(last);
        expect(bounded.size).toBe(held.reduce((sum, [, { size: each }]) => sum + each, 0));
        expect(bounded.size).toBeLessThanOrEqual(100);
      }
    }),
  );
});

it("drops nothing while there is room, and then no more than it must", () => {
  const bounded = new Bounded<string>(100);
  for (let number = 0; number < 10; number += 1) bounded.set(String(number), "x", 10);
  expect(bounded.size).toBe(100);
  bounded.set("one more", "x", 10);
  expect(bounded.size).toBe(100);
});

it("does not give up all the rest for one", () => {
  const bounded = new Bounded<string>(80);
  for (let number = 0; number < 8; number += 1) bounded.set(String(number), "x", 10);
  bounded.set("large", "x", 50);
  expect([bounded.get("large"), bounded.size]).toEqual([undefined, 80]);
});
