/** What the explorer works out from spells is what the service answers, day by day. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Schemas } from "../../src/client/client.ts";
import { adjoining, count, edges, partiesOn } from "../../src/domain/certainty.ts";
import { type Day, isDay, plusDays } from "../../src/domain/day.ts";
import { ROLES } from "../../src/domain/declaration.ts";
import { derive } from "../../src/domain/derivation.ts";
import type { Spell } from "../../src/domain/spell.ts";
import { sizeOn, sizeSteps } from "../../src/explorer/answers/size-steps.ts";
import { type ShownSpell, toSpells } from "../../src/explorer/answers/spells.ts";
import { toStretch } from "../../src/http/spell.ts";
import { factsOf, smallLedger } from "../support/arbitraries.ts";
import { derived } from "../support/chance-spells.ts";
import { seededService } from "../support/http-service.ts";
import { ROW } from "../support/world-days.ts";

const { app } = await seededService();

async function get<T>(url: string): Promise<T> {
  return (await app.inject(url)).json() as T;
}

const { items: coalitions } = await get<Schemas["CoalitionList"]>("/v1/coalitions");

async function spellsOf(coalition: string): Promise<ShownSpell[]> {
  const list = await get<Schemas["MembershipList"]>(`/v1/memberships?coalition=${coalition}`);
  expect(list.items).toHaveLength(list.total);
  return toSpells(list.items);
}

/** Every edge, with the day before and the day after. */
function daysAround(spells: readonly ShownSpell[]): Day[] {
  const near = edges(spells)
    .filter(isDay)
    .flatMap((day) => [-1, 0, 1].map((step) => plusDays(day, step)));
  return [...new Set(near)];
}

/** A roster as both sides can tell it. */
function told(party: string, certainty: string | undefined, spells: readonly { edtf: string }[]) {
  return `${party} ${certainty} ${spells.map(({ edtf }) => edtf).join(" ")}`;
}

/** A spell as it travels. */
function sent(spell: Spell): Schemas["Spell"] {
  const coalition = { id: spell.coalition, name: "" };
  const party = { id: spell.party, kind: "country" as const, name: "" };
  const around = { ordinal: null, claimedOrdinals: [], pending: [], alternatives: [] };
  return { coalition, party, ...toStretch(spell), ...around };
}

describe("the roster that the explorer works out", () => {
  it.each(coalitions.map(({ id }) => id))(
    "of %s is that of the service on every day",
    async (id) => {
      const spells = await spellsOf(id);
      const steps = sizeSteps(spells);
      for (const on of daysAround(spells)) {
        const roster = await get<Schemas["Roster"]>(`/v1/coalitions/${id}/members?role=any&on=${on}`);
        const parties = partiesOn(spells, on);
        expect(
          parties.map((row) =>
            told(
              row.party,
              row.certainty,
              row.spells.map(({ from }) => from),
            ),
          ),
          on,
        ).toEqual(
          roster.items.map((row) =>
            told(row.party.id, row.certainty, [row.from, ...row.alternatives.map(({ from }) => from)]),
          ),
        );
        const { certain, possible } = roster.counts ?? { certain: 0, possible: 0 };
        expect(count(parties), on).toEqual({ certain, possible });
        expect(sizeOn(steps, on), on).toMatchObject({ certain, possible });
      }
    },
    60_000,
  );

  it("is drawn from spells that say which of them adjoin", async () => {
    const syria = (await spellsOf("arab-league")).filter(({ party }) => party === "SYR");
    expect(syria.map(({ position, chain, standing }) => [position, chain, standing])).toEqual([
      // Out while it was a part of the United Arab Republic.
      [0, 0, "active"],
      [1, 1, "active"],
      [2, 1, "suspended"],
      [3, 1, "active"],
    ]);
    const france = (await spellsOf("nato-integrated-command")).filter(({ party }) => party === "FRA");
    expect(france.map(({ position, chain }) => [position, chain])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe("spells that travelled", () => {
  it("answer every day like those that stayed, whatever was declared", () => {
    let adjoined = 0;
    fc.assert(
      fc.property(smallLedger, (ledger) => {
        const { spells } = derive(factsOf(ledger));
        const arrived = toSpells(spells.map(sent));
        for (const roles of [ROLES, ["member"]]) {
          const [here, there] = [spells, arrived].map((each) =>
            each.filter(({ role }) => roles.includes(role)),
          );
          for (const day of ROW) {
            const answer = (each: readonly Spell[]) =>
              partiesOn(each, day).map((row) => [row.party, row.certainty, row.spells.length]);
            expect(answer(there ?? []), day).toEqual(answer(here ?? []));
          }
        }
        adjoined += arrived.filter((spell, index) => adjoining(arrived[index - 1], spell)).length;
      }),
      { numRuns: 2000, seed: 20141110 },
    );
    expect(adjoined).toBeGreaterThan(500);
  });

  it("do not adjoin where the one between was over at once", () => {
    const { spells } = derived([
      { party: "a", act: "join", effective: "2014-01-01" },
      { party: "a", act: "suspend", effective: "2014-03-01" },
      { party: "a", act: "withdraw", effective: "2014-03-01" },
      { party: "a", act: "join", effective: "2014-06" },
    ]);
    expect(spells.map(({ endedBy }) => endedBy)).toEqual(["suspend", null]);
    expect(toSpells(spells.map(sent)).map(({ chain }) => chain)).toEqual([0, 1]);
  });
});
