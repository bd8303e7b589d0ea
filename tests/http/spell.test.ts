/** A spell on the wire: what is open is null, and an end that may never come is none. */
import { expect, it } from "vitest";
import { AFTER_ALL, BEFORE_ALL } from "../../src/domain/day.ts";
import { exactly, type PartialDate, parsePartialDate } from "../../src/domain/partial-date.ts";
import { Registry } from "../../src/domain/registry.ts";
import { toSpell } from "../../src/http/spell.ts";

const EMPTY = new Registry([], []);

function written(from: PartialDate, to: PartialDate | null) {
  const spell = {
    coalition: "a",
    party: "b",
    position: 0,
    chain: 0,
    role: "member" as const,
    standing: "active" as const,
    joined: from,
    from,
    to,
    endedBy: to === null ? null : ("withdraw" as const),
    accession: null,
    confidence: null,
    declarations: [],
  };
  return toSpell(EMPTY, { spell, ordinal: null, claimedOrdinals: [], pending: [] });
}

it.each([
  ["nothing ended it", null, false, null],
  ["it ended on a day", exactly("2020-02-01"), true, "2020-02-01"],
  ["it ended, nobody knows when", parsePartialDate("../2011-06-30"), true, "2011-06-30"],
  ["it ends from a day on, if at all", parsePartialDate("2026-11-01/.."), false, null],
])("where %s", (_what, to, ended, latest) => {
  const spell = written(exactly("2000-01-01"), to);
  expect([spell.ended, spell.to?.latest ?? null]).toEqual([ended, latest]);
});

it("writes open bounds as null", () => {
  const { from } = written({ edtf: "../..", earliest: BEFORE_ALL, latest: AFTER_ALL }, null);
  expect(from).toEqual({ edtf: "../..", earliest: null, latest: null });
});
