/** A row of a roster written piece by piece, or taken from the sheet of its coalition, is what `JSON.stringify` makes of it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ROLES } from "../../src/domain/declaration.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { rosterOfSheet, rowsOfSheet, sheetOf } from "../../src/http/roster-sheet.ts";
import { toSpell } from "../../src/http/spell.ts";
import { spellText } from "../../src/http/spell-text.ts";
import { dressRow, roster, writtenRoster } from "../../src/ledger/roster.ts";
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
const DAYS = Array.from({ length: 9 }, (_, number) => `2014-01-0${number + 1}`);

it("for ledgers by chance", async () => {
  const seen = { rows: 0, possible: 0, alternatives: 0, pending: 0, claimed: 0, ended: 0, open: 0 };
  const holds = fc.asyncProperty(script, async (steps) => {
    const store = new MemoryStore(() => 0);
    await store.append(FIRST);
    await store.append(SOME);
    for (const step of steps) await store.append(commandOf(step, store.state()));
    const known = (await store.newest())?.number ?? 0;
    const registry = await store.registry(known);
    for (const coalition of ["alliance", "union"]) {
      for (const on of DAYS) {
        const asked = { known, coalition, on, roles: ROLES };
        const found = await roster(store, registry, asked);
        const written = await writtenRoster(store, registry, asked);
        const texts = written.rows.map((each) => spellText(registry, dressRow(written, each)));
        assert.deepEqual(written.counts, found.counts);
        assert.deepEqual(
          texts,
          found.rows.map((each) => JSON.stringify(toSpell(registry, dressRow(found, each)))),
        );
        const sheet = await sheetOf(store, registry, { known, coalition, lang: null });
        const onSheet = await rosterOfSheet(store, registry, asked, sheet);
        assert.deepEqual(onSheet.counts, found.counts);
        assert.deepEqual(rowsOfSheet(registry, sheet, onSheet, onSheet.rows), texts.join());
        for (const row of found.rows.map((each) => dressRow(found, each))) {
          seen.rows += 1;
          if (row.certainty === "possible") seen.possible += 1;
          if (row.alternatives.length > 0) seen.alternatives += 1;
          if (row.pending.length > 0) seen.pending += 1;
          if (row.claimedOrdinals.length > 0) seen.claimed += 1;
          if (row.spell.to === null) seen.open += 1;
          else seen.ended += 1;
        }
      }
    }
  });
  await fc.assert(holds, { numRuns: 60 });
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(5);
}, 60_000);
