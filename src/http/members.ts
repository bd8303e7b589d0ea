/** The roster: who is in a coalition on a day, one row a party. */

import { Type } from "typebox";
import { COVERAGES, type Coalition } from "../domain/coalition.ts";
import type { Day } from "../domain/day.ts";
import { PARTY_KINDS } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { STANDINGS } from "../domain/spell.ts";
import { dressRow, type Roster, type RostersQuestion, roster } from "../ledger/roster.ts";
import type { Store } from "../ledger/store.ts";
import type { App } from "./app.ts";
import { component, keyed, orNull, shape, word } from "./component.ts";
import { ROSTER } from "./examples.ts";
import { type Listing, listOnDay, slice } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import {
  KNOWN,
  ON_TODAY,
  onlyRole,
  onlyStanding,
  PAGING,
  PARTY_KIND,
  param,
  path,
  query,
  ROLE,
  STANDING,
} from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { listedUnder } from "./replies.ts";
import { sheetOf } from "./roster-sheet.ts";
import { CountShape, Day as DayShape, listOf, Text } from "./schemas.ts";
import type { Service } from "./service.ts";
import { ComingJoin, SpellShape, toComingJoin, toSpell } from "./spell.ts";

const RosterCounts = component(
  "RosterCounts",
  shape(
    {
      certain: Type.Integer({ minimum: 0 }),
      possible: Type.Integer({ minimum: 0 }),
      byKind: keyed(PARTY_KINDS, CountShape),
      byStanding: keyed(STANDINGS, CountShape),
    },
    "`certain` and `possible` together are all parties listed. The others are the same counts as asked " +
      "with that `kind` or `standing`.",
  ),
);

const RosterShape = listOf(
  "Roster",
  SpellShape,
  {
    coalition: shape({
      id: Type.String(),
      name: Type.String(),
      coverage: word(COVERAGES),
      coverageNote: Text,
    }),
    on: DayShape,
    counts: orNull(RosterCounts),
    pending: Type.Array(ComingJoin),
  },
  "Who is in a coalition on a day. `counts` is null where the ledger holds no roster (coverage `none`); " +
    "`pending` are joins declared and not yet in effect.",
);

export function memberRoutes(app: App, service: Service): void {
  const { store } = service;
  app.get(
    "/v1/coalitions/:id/members",
    {
      schema: {
        operationId: "listMembers",
        tags: ["coalitions"],
        summary: "The roster: who is in on a day",
        description:
          "One row a party, with the party's certainty; where several of its spells may hold that day, the " +
          "row is the earliest and the others stand in `alternatives`.",
        params: path("id", "The id of a coalition.", "global-coalition-against-daesh"),
        querystring: query({
          ...ON_TODAY,
          ...KNOWN,
          role: param.word(ROLE.role.enum, "Only this role; `any` for all. `member` if left out.", "member"),
          ...STANDING,
          certainty: param.word(["certain", "possible", "any"], "Only this certainty.", "certain"),
          ...PARTY_KIND,
          ...PAGING,
        }),
        response: listedUnder(RosterShape, "The roster, or a page of it.", ROSTER),
      },
    },
    (request, reply) =>
      listOnDay(service, request, reply, RosterShape, async (question) => {
        const { revision: known, lang } = question;
        const { role = "member", standing, certainty = "any", kind = "any" } = request.query;
        const registry = await registryOf(service, question);
        const coalition = coalitionAt(registry, request.params.id);
        const filter = {
          known,
          coalition: coalition.id,
          ...onlyRole(role),
          ...onlyStanding(standing),
          ...(certainty === "any" ? {} : { certainty }),
          ...(kind === "any" ? {} : { kind }),
        };
        return rostersOf(store, { registry, lang, coalition, filter }, question.on);
      }),
  );
}

interface RosterAsked {
  readonly registry: Registry;
  readonly lang: string | null;
  readonly coalition: Coalition;
  readonly filter: RostersQuestion;
}

/** The roster of a day row by row, and those of others from the sheet of all. */
async function rostersOf(store: Store, asked: RosterAsked, on: Day): Promise<Listing> {
  const { registry, lang, filter } = asked;
  const whole = await roster(store, registry, { ...filter, on });
  const sheet = sheetOf(store, registry, lang, filter);
  return {
    beside: besideRows(asked, on, whole),
    rows: (page) => {
      const { items, total } = slice(whole.rows, page);
      return { items: items.map((row) => toSpell(registry, dressRow(whole, row))), total };
    },
    otherDays: {
      turning: async () => (await sheet()).days,
      on: async (day) => {
        const other = (await sheet()).on(day);
        return { beside: besideRows(asked, day, other), rows: other.rows };
      },
    },
  };
}

function besideRows(
  { registry, coalition: { id, name, coverage, coverageNote } }: RosterAsked,
  on: Day,
  { counts, pending }: Pick<Roster, "counts" | "pending">,
) {
  return {
    coalition: { id, name, coverage, coverageNote },
    on,
    counts: coverage === "none" ? null : counts,
    pending: pending.map((act) => toComingJoin(registry, act)),
  };
}
