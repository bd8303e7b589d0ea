/** What the comparison works out from spells, held against what the service answers for the same day. */
import { expect, it } from "vitest";
import type { Schemas } from "../../src/client/client.ts";
import { toSpells } from "../../src/explorer/answers/spells.ts";
import { choiceOf } from "../../src/explorer/pages/compare/choice.ts";
import { type Compared, comparedOf, lifeOfAll, onDay } from "../../src/explorer/pages/compare/comparison.ts";
import { seededService } from "../support/http-service.ts";

const TODAY = "2026-11-22";
const SETS = [
  ["nato", "eu"],
  ["brics", "g20", "opec", "sco", "oic"],
  ["un", "african-union", "arab-league"],
  ["global-coalition-against-daesh", "imctc", "five-eyes"],
];
/** Among them days within a month of which no source says which it was. */
const DAYS = [
  "1949-04-04",
  "1962-03-01",
  "1999-03-12",
  "2003-03-15",
  "2014-09-20",
  "2016-06-30",
  "2024-06-01",
  TODAY,
];
const ROLES = ["member", "any", "observer"] as const;

const service = await seededService();
const { items: coalitions } = (await service.ask("/v1/coalitions")).body as Schemas["CoalitionList"];
const spells = new Map<string, ReturnType<typeof toSpells>>();
for (const id of new Set(SETS.flat())) {
  spells.set(id, toSpells((await service.ask(`/v1/memberships?coalition=${id}`)).body.items));
}

function compared(ids: readonly string[], role: (typeof ROLES)[number]): Compared[] {
  const { compared } = choiceOf(ids, coalitions);
  return comparedOf(
    compared,
    compared.map(({ id }) => spells.get(id) ?? []),
    role,
  );
}

it.each(SETS.map((ids) => ids.join()))(
  "%s: pairs and who is in all are those of the service",
  async (list) => {
    for (const role of ROLES) {
      const all = compared(list.split(","), role);
      for (const day of DAYS) {
        const { body } = await service.ask(`/v1/overlap?coalitions=${list}&on=${day}&role=${role}`);
        const { pairs, inAll } = onDay(all, day);
        const expected = body.items.map((item: Schemas["Overlap"]) => ({
          ...item,
          a: item.a.id,
          b: item.b.id,
        }));
        expect({ day, role, pairs }).toEqual({ day, role, pairs: expected });
        const served = body.inAll.map((each: { party: { id: string }; certainty: string }) => [
          each.party.id,
          each.certainty,
        ]);
        expect(Object.fromEntries(inAll)).toEqual(Object.fromEntries(served));
      }
    }
  },
);

it("finds the countries of each combination that the set questions find", async () => {
  const ids = ["nato", "eu", "five-eyes"];
  const all = compared(ids, "member");
  const { intersections, rows } = onDay(all, "1950-06-01");
  const later = onDay(all, TODAY);
  expect(intersections.length + later.intersections.length).toBeGreaterThan(4);
  const countries = new Set(
    [...rows, ...later.rows].flatMap(({ party }) => (party.kind === "country" ? [party.id] : [])),
  );
  for (const [day, found] of [
    ["1950-06-01", intersections],
    [TODAY, later.intersections],
  ] as const) {
    for (const { coalitions: memberOf, certain, possible } of found) {
      const others = ids.filter((id) => !memberOf.includes(id));
      const not = others.length === 0 ? "" : `&notMemberOf=${others}`;
      const { body } = await service.ask(`/v1/countries?memberOf=${memberOf}${not}&on=${day}`);
      const served = body.items.map(({ id }: { id: string }) => id).sort();
      expect([...certain, ...possible].filter((id) => countries.has(id)).sort()).toEqual(served);
    }
  }
});

it("says how each party stands, in whatever role and standing", () => {
  const [african, , league] = [0, 1, 2];
  const rowsOn = (day: string) => onDay(compared(["african-union", "un", "arab-league"], "member"), day).rows;
  const wordsOf = (day: string, party: string, place: number) =>
    rowsOn(day).find((row) => row.party.id === party)?.cells[place];
  expect(wordsOf("2003-03-15", "CAF", african)).toEqual({
    sign: "member",
    words: "Member, possibly suspended",
  });
  expect(wordsOf("2012-01-01", "SYR", league)).toEqual({ sign: "suspended", words: "Suspended" });
  expect(wordsOf(TODAY, "SYR", african)).toEqual({ sign: "out", words: "Not in" });
  const brics = onDay(compared(["brics", "g20"], "member"), TODAY).rows;
  expect(brics.find(({ party }) => party.id === "SAU")?.cells.map(({ sign }) => sign)).toEqual([
    "possible",
    "member",
  ]);
  expect(brics.find(({ party }) => party.id === "ESP")?.in).toEqual({ certain: 0, possible: 0 });
});

it("spans the time from the first founding to what is still to come", () => {
  expect(lifeOfAll(compared(["nato", "eu"], "member"), TODAY)).toEqual({ from: "1949-04-04", to: TODAY });
});
