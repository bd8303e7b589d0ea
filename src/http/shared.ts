/** Coalitions that parties share, on a day or over time with the stretches on which all are in together. */
import { type Static, Type } from "typebox";
import { ROLES } from "../domain/declaration.ts";
import type { Registry } from "../domain/registry.ts";
import type { Shared } from "../domain/shared.ts";
import { sharedCoalitions } from "../ledger/shared.ts";
import type { App } from "./app.ts";
import { component, orNull, shape } from "./component.ts";
import { SHARED } from "./examples-of-sets.ts";
import { idList, partiesAt } from "./id-lists.ts";
import { listing, listOverTime, slice } from "./listing.ts";
import { KNOWN, MEMBERS, ON, onlyRole, PAGING, query } from "./parameters.ts";
import { parameterProblem } from "./problem.ts";
import { registryOf } from "./reading.ts";
import { ambiguous, listed } from "./replies.ts";
import {
  CertaintyShape,
  CoalitionLabel,
  DateShape,
  Day,
  listOf,
  PartyLabel,
  toCoalitionLabel,
  toDate,
  toDateOrNull,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";

const SharedShape = component(
  "Shared",
  shape(
    { coalition: CoalitionLabel, from: DateShape, to: orNull(DateShape), certainty: CertaintyShape },
    "A stretch on which all the parties are in a coalition together: from when the last of them came in until " +
      "the first of them leaves. `certainty` is that of the day; over time, whether they surely were together.",
  ),
);

const SharedList = listOf(
  "SharedList",
  SharedShape,
  { parties: Type.Array(PartyLabel), on: Type.Optional(Day) },
  "What parties share, in the order of coalition and time; with `on` one row for each coalition.",
);

export function sharedRoutes(app: App, service: Service): void {
  app.get(
    "/v1/shared",
    {
      schema: {
        operationId: "listShared",
        tags: ["sets"],
        summary: "Coalitions that parties share",
        description: "On a day, or over time with the overlapping stretches.",
        querystring: query({
          parties: idList("Two parties or more: ids, or codes of countries, separated by commas.", "FRA,DEU"),
          ...ON,
          ...MEMBERS,
          ...KNOWN,
          ...PAGING,
        }),
        response: { ...listed(SharedList, "A page of what they share.", SHARED), ...ambiguous },
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, SharedList, async (question) => {
        const { on, revision: known } = question;
        const { role = "member" } = request.query;
        const registry = await registryOf(service, question);
        const parties = partiesAt(registry, request.query.parties, on, "parties");
        if (parties.length < 2) throw tooFew();
        const roles = onlyRole(role).roles ?? ROLES;
        const found = await sharedCoalitions(service.store, { known, parties, roles, on });
        return listing(
          {
            parties: parties.map((party) => toPartyLabel(registry, party)),
            ...(on === null ? {} : { on }),
          },
          (page) => slice(found, page),
          (each) => toShared(registry, each),
        );
      }),
  );
}

function tooFew() {
  const detail = `"parties" names two parties or more, separated by commas, like FRA,DEU.`;
  return parameterProblem({ code: "too-few", detail, parameter: "parties" });
}

function toShared(
  registry: Registry,
  { coalition, from, to, certainty }: Shared,
): Static<typeof SharedShape> {
  return {
    coalition: toCoalitionLabel(registry, coalition),
    from: toDate(from),
    to: toDateOrNull(to),
    certainty,
  };
}
