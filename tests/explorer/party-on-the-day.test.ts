/** What a party belongs to on a day, worked out in the browser, is what the service answers. */
import { beforeAll, describe, expect, it } from "vitest";
import { edges } from "../../src/domain/certainty.ts";
import { type Day, isDay, plusDays } from "../../src/domain/day.ts";
import { toSpells } from "../../src/explorer/answers/spells.ts";
import { membershipsOn, pendingOn } from "../../src/explorer/pages/party/on-the-day.ts";
import { type HttpService, seededService } from "../support/http-service.ts";

/** With suspensions, uncertain edges, notices, notices taken back, successions, other kinds. */
const PARTIES = [
  "SYR",
  "CAF",
  "SAU",
  "GBR",
  "HUN",
  "VEN",
  "ZAF",
  "TZA",
  "RUS",
  "FRA",
  "eu",
  "x-artemis-66th",
];

let service: HttpService;
beforeAll(async () => {
  service = await seededService();
});

async function itemsOf(path: string) {
  const { body } = await service.ask(path);
  expect(body.next).toBeNull();
  return body.items;
}

function daysAround(days: readonly Day[]): Day[] {
  const around = days.filter(isDay).flatMap((day) => [plusDays(day, -1), day, plusDays(day, 1)]);
  return [...new Set(around)].sort();
}

describe("on every day on which something changes", () => {
  it.each(PARTIES)("the memberships of %s are those of the service", async (party) => {
    const spells = toSpells(await itemsOf(`/v1/memberships?party=${party}`));
    const days = daysAround(edges(spells));
    expect(days.length).toBeGreaterThan(2);
    for (const day of days) {
      const told = await itemsOf(`/v1/parties/${party}/memberships?on=${day}`);
      const held = membershipsOn(spells, day).map(({ coalition, certainty, spells }) => [
        coalition.id,
        certainty,
        spells.map(({ role, standing, from }) => `${role} ${standing} ${from.edtf}`),
      ]);
      const expected = told.map((row: SpellOn) => [
        row.coalition.id,
        row.certainty,
        [row, ...row.alternatives].map(({ role, standing, from }) => `${role} ${standing} ${from.edtf}`),
      ]);
      expect(held.sort(), day).toEqual(expected.sort());
    }
  });

  it.each(PARTIES)("what is pending for %s is what the service says", async (party) => {
    const declarations = await itemsOf(`/v1/declarations?party=${party}`);
    const days = daysAround(
      declarations.flatMap(({ declared, effective }: Dated) =>
        [declared?.latest, effective.earliest, effective.latest].flatMap((day) => day ?? []),
      ),
    );
    for (const day of days) {
      const rows = await itemsOf(`/v1/parties/${party}/memberships?on=${day}`);
      const told = rows.flatMap(({ pending }: SpellOn) => pending.map((act) => act.declaration));
      const inOn = new Set(rows.map(({ coalition }: SpellOn) => coalition.id));
      // Of coalitions that the party is not in there is no row to say it.
      const found = pendingOn(declarations, day).filter(({ coalition }) => inOn.has(coalition.id));
      expect(found.map(({ id }) => id).sort(), day).toEqual(told.sort());
    }
  });

  it("a notice is pending until it is taken back, or counts", async () => {
    const hungary = await itemsOf("/v1/declarations?party=HUN");
    const pending = (day: Day) => pendingOn(hungary, day).map(({ act }) => act);
    expect(["2025-06-01", "2025-06-02", "2026-05-28", "2026-05-29"].map(pending)).toEqual([
      [],
      ["withdraw"],
      ["withdraw"],
      [],
    ]);
    const kingdom = await itemsOf("/v1/declarations?party=GBR&coalition=eu");
    const leaving = (day: Day) => pendingOn(kingdom, day).map(({ act }) => act);
    expect(["2020-01-31", "2020-02-01"].map(leaving)).toEqual([["withdraw"], []]);
  });
});

interface SpellOn {
  readonly coalition: { readonly id: string };
  readonly certainty: string;
  readonly role: string;
  readonly standing: string;
  readonly from: { readonly edtf: string };
  readonly alternatives: readonly Pick<SpellOn, "role" | "standing" | "from">[];
  readonly pending: readonly { readonly declaration: string }[];
}

interface Dated {
  readonly declared: { readonly latest: Day | null } | null;
  readonly effective: { readonly earliest: Day | null; readonly latest: Day | null };
}
