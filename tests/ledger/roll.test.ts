/** Rolls: a roster is the same whatever it is made of, and turns only on the days told. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { expect, it } from "vitest";
import { plusDays } from "../../src/domain/day.ts";
import { ordinalOf, ordinalsOf } from "../../src/domain/ordinal.ts";
import { pendingOn, rollOf, turningDays } from "../../src/ledger/roll.ts";
import { dressRow, dressRows, roster } from "../../src/ledger/roster.ts";
import { commandOf, FIRST, script } from "../storage/scripts.ts";
import { MemoryStore } from "../support/memory-store.ts";

const COALITIONS = ["alliance", "union"];
const DAYS = Array.from({ length: 60 }, (_, number) => plusDays("2013-12-20", number));

it("holds for ledgers by chance", async () => {
  let [turned, stayed, announced] = [0, 0, 0];
  const holds = fc.asyncProperty(script, async (steps) => {
    const store = new MemoryStore(() => 0);
    await store.append(FIRST);
    for (const step of steps) await store.append(commandOf(step, store.state()));
    const newest = (await store.newest())?.number ?? 0;
    // What is kept of one state is not taken for another.
    for (const [known, coalition] of COALITIONS.flatMap((each) => [
      [newest, each] as const,
      [Math.ceil(newest / 2), each] as const,
    ])) {
      const registry = await store.registry(known);
      const roll = await rollOf(store, known, coalition);
      const days = turningDays(roll);
      let before: string | null = null;
      for (const on of DAYS) {
        const found = await roster(store, registry, { known, coalition, on });
        const rows = found.rows.map((row) => dressRow(found, row));
        assert.deepStrictEqual(rows, await dressRows(store, known, found.rows, on), `${coalition} ${on}`);
        announced += pendingOn(roll.announced, on).length;
        assert.deepStrictEqual(pendingOn(roll.announced, on), found.announced, `${coalition} ${on}`);
        const said = JSON.stringify([rows, found.counts, found.pending]);
        if (before !== null && !days.includes(on)) assert.equal(said, before, `${coalition} turns on ${on}`);
        if (before !== null && said !== before) turned += 1;
        else stayed += 1;
        before = said;
      }
    }
  });
  await fc.assert(holds, { numRuns: 60 });
  expect([turned > 40, stayed > 400, announced > 10]).toEqual([true, true, true]);
}, 60_000);

it("gives the places of all at once as it gives them one by one", () => {
  const day = fc.integer({ min: 1, max: 9 }).map((number) => `2014-01-0${number}`);
  const bounds = fc.tuple(day, day).map((days) => days.sort());
  fc.assert(
    fc.property(fc.array(bounds, { maxLength: 12 }), (all) => {
      const accessions = all.map(([earliest = "", latest = ""], number) => ({
        ...{ coalition: "alliance", party: `x-${number}`, declarations: [] },
        ...{ earliest, latest },
      }));
      const ordinals = ordinalsOf(accessions);
      for (const each of accessions) expect(ordinals.get(each.party)).toEqual(ordinalOf(each, accessions));
    }),
  );
});
