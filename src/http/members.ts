/** The roster: who is in a coalition on a day, one row a party. */

import { COVERAGES } from "../domain/coalition.ts";
import type { Day } from "../domain/day.ts";
import { PARTY_KINDS } from "../domain/party.ts";
import { STANDINGS } from "../domain/spell.ts";
import { rollOf, turningDays } from "../ledger/roll.ts";
import { dressRow, type RosterQuestion, roster, rosterOfRoll, writtenRoster } from "../ledger/roster.ts";
import type { Paged } from "../ledger/store.ts";
import type { App } from "./app.ts";
import { component, keyed, orNull, shape, word } from "./component.ts";
import { ROSTER } from "./examples.ts";
import { listOnDay, slice, type WrittenListing } from "./listing.ts";
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
import { CountShape, Day as DayShape, listOf, Text } from "./schemas.ts";
import type { Service } from "./service.ts";
import { ComingJoin, SpellShape, toComingJoin, toSpell } from "./spell.ts";
import { spellText } from "./spell-text.ts";
import { Type } from "./type.ts";

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

const Roster = listOf(
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
        response: listedUnder(Roster, "The roster, or a page of it.", ROSTER),
      },
    },
    (request, reply) =>
      listOnDay(service, request, reply, Roster, async (question) => {
        const { revision: known } = question;
        const { role = "member", standing, certainty = "any", kind = "any" } = request.query;
        const registry = await registryOf(service, question);
        const { id, name, coverage, coverageNote } = coalitionAt(registry, request.params.id);
        const filter = {
          ...onlyRole(role),
          ...onlyStanding(standing),
          ...(certainty === "any" ? {} : { certainty }),
          ...(kind === "any" ? {} : { kind }),
        };
        const listed = async (on: Day, find: typeof writtenRoster): Promise<WrittenListing> => {
          const asked: RosterQuestion = { known, coalition: id, on, ...filter };
          const found = await find(store, registry, asked);
          return {
            beside: {
              coalition: { id, name, coverage, coverageNote },
              on,
              counts: coverage === "none" ? null : found.counts,
              pending: found.pending.map((act) => toComingJoin(registry, act)),
            },
            rows: async (page) => {
              const whole = await roster(store, registry, asked);
              return written(slice(whole.rows, page), (row) => toSpell(registry, dressRow(whole, row)));
            },
            texts: (page) =>
              written(slice(found.rows, page), (row) => spellText(registry, dressRow(found, row))),
            otherDays: {
              turning: async () => turningDays(await rollOf(store, known, id)),
              on: (day) => listed(day, rosterOfRoll),
            },
          };
        };
        return listed(question.on, writtenRoster);
      }),
  );
}

function written<R, T>({ items, total }: Paged<R>, write: (row: R) => T): Paged<T> {
  return { items: items.map(write), total };
}
