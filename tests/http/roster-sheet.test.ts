/** Law: a roster from the sheet of its coalition is what `JSON.stringify` makes of the same roster row by row. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ROLES } from "../../src/domain/declaration.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { PARTY_KINDS } from "../../src/domain/party.ts";
import { STANDINGS } from "../../src/domain/spell.ts";
import { sheetOf } from "../../src/http/roster-sheet.ts";
import { toSpell } from "../../src/http/spell.ts";
import { dressRow, type RostersQuestion, roster } from "../../src/ledger/roster.ts";
import { citation, commandOf, content, FIRST, script } from "../storage/scripts.ts";
import { MemoryStore } from "../support/memory-store.ts";

/** A member that is called the first and will leave, and one that is suspended on a day not quite known. */
const SOME = {
  ...FIRST,
  entries: [
    { coalition: "union", party: "x-observer", effective: parsePartialDate("2013") },
    {
      ...{ coalition: "union", party: "x-observer", act: "suspend" as const, role: null },
      effective: parsePartialDate("2014-01-03/2014-01-05"),
    },
    {
      effective: parsePartialDate("2013"),
      sources: [citation({ title: 'A "source"\n', claims: { ordinal: 1, effective: null } })],
    },
    {
      act: "withdraw" as const,
      role: null,
      declared: parsePartialDate("2014-01-02"),
      effective: parsePartialDate("2014-01-08/2014-01-09"),
    },
  ].map((more) => ({ kind: "declaration" as const, content: content({ party: "CCC", ...more }) })),
};
const NOBODY = { certain: 0, possible: 0 };
const DAYS = Array.from({ length: 9 }, (_, number) => `2014-01-0${number + 1}`);

const asked = fc.record(
  {
    roles: fc.constantFrom(["member" as const], ["observer" as const]),
    standings: fc.constantFrom(["active" as const], ["suspended" as const]),
    certainty: fc.constantFrom("certain" as const, "possible" as const),
    kind: fc.constantFrom("country" as const, "other" as const),
  },
  { requiredKeys: [] },
);
const page = fc.record({ offset: fc.nat({ max: 2 }), limit: fc.integer({ min: 1, max: 3 }) });

async function ledgerOf(steps: typeof script extends fc.Arbitrary<infer T> ? T : never) {
  const store = new MemoryStore(() => 0);
  await store.append(FIRST);
  await store.append(SOME);
  for (const step of steps) await store.append(commandOf(step, store.state()));
  const known = (await store.newest())?.number ?? 0;
  return { store, known, registry: await store.registry(known) };
}

it("for ledgers and questions by chance", async () => {
  const seen = {
    rows: 0,
    possible: 0,
    alternatives: 0,
    pending: 0,
    claimed: 0,
    ended: 0,
    open: 0,
    counted: 0,
  };
  const holds = fc.asyncProperty(script, asked, page, async (steps, restricted, part) => {
    const { store, known, registry } = await ledgerOf(steps);
    for (const coalition of ["alliance", "union"]) {
      for (const filter of [{ roles: ROLES }, { certainty: "possible" as const }, restricted]) {
        const question: RostersQuestion = { known, coalition, ...filter };
        const sheet = await sheetOf(store, registry, null, question)();
        let before: string | null = null;
        for (const on of DAYS) {
          const found = await roster(store, registry, { ...question, on });
          const rows = found.rows.map((row) => dressRow(found, row));
          const texts = rows.map((row) => JSON.stringify(toSpell(registry, row)));
          const written = sheet.on(on);
          const textOf = (of: typeof part) => Buffer.concat([...written.rows(of).pieces]).toString();
          assert.equal(textOf({ offset: 0, limit: 1_000 }), texts.join());
          assert.equal(textOf(part), texts.slice(part.offset, part.offset + part.limit).join());
          assert.equal(written.rows(part).total, texts.length);
          assert.deepEqual([written.counts, written.pending], [found.counts, found.pending]);
          const said = JSON.stringify([texts, found.counts, found.pending]);
          if (before !== null && !sheet.days.includes(on)) assert.equal(said, before);
          before = said;
          for (const row of rows) {
            seen.rows += 1;
            if (row.certainty === "possible") seen.possible += 1;
            if (row.alternatives.length > 0) seen.alternatives += 1;
            if (row.pending.length > 0) seen.pending += 1;
            if (row.claimedOrdinals.length > 0) seen.claimed += 1;
            if (row.spell.to === null) seen.open += 1;
            else seen.ended += 1;
          }
          if (rows.length < written.counts.byStanding.active.possible) seen.counted += 1;
        }
      }
    }
  });
  await fc.assert(holds, { numRuns: 60 });
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(5);
}, 60_000);

it("counts as it would list, asked for each kind and standing", async () => {
  const holds = fc.asyncProperty(script, asked, async (steps, restricted) => {
    const { store, known, registry } = await ledgerOf(steps);
    for (const on of DAYS) {
      const question = { known, coalition: "union", ...restricted, on };
      const { counts } = await roster(store, registry, question);
      const listed = async (more: object) => {
        const { rows } = await roster(store, registry, { ...question, ...more });
        return {
          certain: rows.filter(({ certainty }) => certainty === "certain").length,
          possible: rows.filter(({ certainty }) => certainty === "possible").length,
        };
      };
      const { byKind, byStanding, ...all } = counts;
      assert.deepEqual(all, await listed({}));
      const isAsked = (name: "kind" | "standings", of: string) => [restricted[name] ?? of].flat()[0] === of;
      for (const kind of PARTY_KINDS)
        assert.deepEqual(byKind[kind], isAsked("kind", kind) ? await listed({ kind }) : NOBODY);
      for (const of of STANDINGS)
        assert.deepEqual(
          byStanding[of],
          isAsked("standings", of) ? await listed({ standings: [of] }) : NOBODY,
        );
    }
  });
  await fc.assert(holds, { numRuns: 60 });
}, 60_000);
