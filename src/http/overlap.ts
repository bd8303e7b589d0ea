/** How far coalitions have the same members: sizes of pairwise intersections, and who is in all. */
import { type Static, Type } from "typebox";
import type { Attendance } from "../domain/attendance.ts";
import { ROLES } from "../domain/declaration.ts";
import { inAll, type Overlap, overlaps } from "../domain/overlap.ts";
import type { Registry } from "../domain/registry.ts";
import { attendancesOn } from "../ledger/attendances.ts";
import type { App } from "./app.ts";
import { component, orNull, shape } from "./component.ts";
import { OVERLAP } from "./examples-of-sets.ts";
import { COALITIONS, rostersAt } from "./id-lists.ts";
import { listing, listOnDay, slice } from "./listing.ts";
import { KNOWN, MEMBERS, ON_TODAY, onlyRole, PAGING, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { listed } from "./replies.ts";
import {
  CertaintyShape,
  CoalitionLabel,
  CountShape,
  Day,
  listOf,
  PartyLabel,
  toCoalitionLabel,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";

const OverlapShape = component(
  "Overlap",
  shape(
    {
      a: CoalitionLabel,
      b: CoalitionLabel,
      sizeA: CountShape,
      sizeB: CountShape,
      both: CountShape,
      jaccard: orNull(Type.Number({ minimum: 0, maximum: 1 })),
    },
    "Two coalitions on the day: how many are in each, and in both. `jaccard` is, of those who are certainly in " +
      "one or the other, the share that is certainly in both; null where nobody is.",
  ),
);

const OverlapList = listOf(
  "OverlapList",
  OverlapShape,
  {
    on: Day,
    coalitions: Type.Array(CoalitionLabel),
    inAll: Type.Array(shape({ party: PartyLabel, certainty: CertaintyShape })),
  },
  "Each pair of the coalitions once, in the order asked, and who is in all of them.",
);

export function overlapRoutes(app: App, service: Service): void {
  app.get(
    "/v1/overlap",
    {
      schema: {
        operationId: "listOverlaps",
        tags: ["sets"],
        summary: "How far coalitions have the same members",
        description: "Sizes of pairwise intersections, Jaccard index, and who is in all, on a day.",
        querystring: query({
          ...COALITIONS,
          ...ON_TODAY,
          ...MEMBERS,
          ...KNOWN,
          ...PAGING,
        }),
        response: listed(OverlapList, "A page of pairs.", OVERLAP),
      },
    },
    (request, reply) =>
      listOnDay(service, request, reply, OverlapList, async (question) => {
        const { on, revision: known } = question;
        const { role = "member" } = request.query;
        const registry = await registryOf(service, question);
        const coalitions = rostersAt(registry, request.query.coalitions, "coalitions");
        const roles = onlyRole(role).roles ?? ROLES;
        const found = await attendancesOn(service.store, { known, on, coalitions, roles });
        const pairs = overlaps(found);
        return listing(
          {
            on,
            coalitions: coalitions.map((id) => toCoalitionLabel(registry, id)),
            inAll: toParties(registry, inAll([...found.values()])),
          },
          (page) => slice(pairs, page),
          (pair) => toOverlap(registry, pair),
        );
      }),
  );
}

function toParties(registry: Registry, parties: Attendance) {
  return [...parties].map(([party, certainty]) => ({ party: toPartyLabel(registry, party), certainty }));
}

function toOverlap(registry: Registry, { a, b, ...sizes }: Overlap): Static<typeof OverlapShape> {
  return { a: toCoalitionLabel(registry, a), b: toCoalitionLabel(registry, b), ...sizes };
}
