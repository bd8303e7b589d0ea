/** Spells of all coalitions and parties, flat: the analyst's table. */

import { Type } from "typebox";
import type { App } from "./app.ts";
import { during } from "./during.ts";
import { MEMBERSHIP_LIST } from "./examples.ts";
import { listOverTime } from "./listing.ts";
import { coalitionAt, partyIdAt } from "./look-ups.ts";
import {
  DURING,
  KNOWN,
  ON,
  onlyRole,
  onlyStanding,
  PAGING,
  param,
  query,
  ROLE,
  STANDING,
} from "./parameters.ts";
import { spellList } from "./party-memberships.ts";
import { parameterProblem } from "./problem.ts";
import { registryOf } from "./reading.ts";
import { ambiguous, listed } from "./replies.ts";
import { Day, listOf } from "./schemas.ts";
import type { Service } from "./service.ts";
import { SpellShape } from "./spell.ts";

const MembershipList = listOf(
  "MembershipList",
  SpellShape,
  { on: Type.Optional(Day) },
  "Spells, in the order of coalition, party and time; with `on` one row for each party and coalition.",
);

export function membershipRoutes(app: App, service: Service): void {
  app.get(
    "/v1/memberships",
    {
      schema: {
        operationId: "listMemberships",
        tags: ["parties"],
        summary: "Memberships of all coalitions, flat",
        description:
          "All spells; with `on`, who is in on that day, one row for each party and coalition; with `from` or " +
          "`to`, the spells that may hold on some day from `from` up to, and not on, `to`.",
        querystring: query({
          coalition: param.text("Only in this coalition.", "nato"),
          party: param.text("Only of this party: its id, or a code of a country.", "FRA"),
          ...ROLE,
          ...STANDING,
          ...ON,
          ...DURING,
          ...KNOWN,
          ...PAGING,
        }),
        response: { ...listed(MembershipList, "A page of memberships.", MEMBERSHIP_LIST), ...ambiguous },
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, MembershipList, async (question) => {
        const { coalition, party, role, standing, from, to } = request.query;
        if (request.query.on !== undefined && (from ?? to) !== undefined) throw dayAndDays();
        const registry = await registryOf(service, question);
        const filter = {
          ...(coalition === undefined
            ? {}
            : { coalitions: [coalitionAt(registry, coalition, { in: "query", parameter: "coalition" }).id] }),
          ...(party === undefined
            ? {}
            : { party: partyIdAt(registry, party, question.on, { in: "query", parameter: "party" }) }),
          ...onlyRole(role),
          ...onlyStanding(standing),
          ...during(from, to),
        };
        return spellList(service.store, registry, filter, question, {});
      }),
  );
}

function dayAndDays() {
  const detail = '"on" asks for one day, "from" and "to" for several: give one or the other.';
  return parameterProblem({ code: "conflicting-parameters", detail, parameter: "on" });
}
