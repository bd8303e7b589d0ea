/** The timeline of a coalition: every change with the number of parties after it. */
import { type Static, Type } from "typebox";
import { shown } from "../domain/day.ts";
import { ACTS, ROLES } from "../domain/declaration.ts";
import type { Registry } from "../domain/registry.ts";
import type { TimelineRow } from "../domain/timeline.ts";
import { coalitionTimeline } from "../ledger/course.ts";
import type { App } from "./app.ts";
import { component, orNull, shape, word } from "./component.ts";
import { daysBetween } from "./during.ts";
import { TIMELINE } from "./examples-over-time.ts";
import { listing, listOverTime, slice } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import { DURING, KNOWN, MEMBERS, onlyRole, PAGING, path, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { listedUnder } from "./replies.ts";
import {
  CertaintyShape,
  CoalitionLabel,
  Day,
  listOf,
  PartyLabel,
  Text,
  toCoalitionLabel,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";

const TimelineRowShape = component(
  "TimelineRow",
  shape(
    {
      on: orNull(Day),
      certain: Type.Integer({ minimum: 0 }),
      possible: Type.Integer({ minimum: 0 }),
      changes: Type.Array(
        shape({
          act: word([...ACTS, "party-ended"]),
          party: PartyLabel,
          certainty: CertaintyShape,
          declaration: Text,
        }),
      ),
    },
    "A day on which the answer to who is in changes, and the count from that day until the next row. A change " +
      "is `possible` on the first day on which it may have been, and `certain` from the last one on. `on` is " +
      "null where a change may have been on any day before. `party-ended` is no act: the party ceased to exist.",
  ),
);

const Timeline = listOf(
  "Timeline",
  TimelineRowShape,
  { coalition: CoalitionLabel },
  "The count of a coalition as a step series: on any day it is that of the last row at or before it.",
);

export function timelineRoutes(app: App, service: Service): void {
  app.get(
    "/v1/coalitions/:id/timeline",
    {
      schema: {
        operationId: "getTimeline",
        tags: ["coalitions"],
        summary: "Every change, with the count after it",
        description:
          "A step series. With `from`, the first row is of that day, also where nothing changed on it.",
        params: path("id", "The id of a coalition.", "arab-league"),
        querystring: query({ ...DURING, ...MEMBERS, ...KNOWN, ...PAGING }),
        response: listedUnder(Timeline, "The timeline, or a page of it.", TIMELINE),
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, Timeline, async (question) => {
        const { role = "member", from, to } = request.query;
        const registry = await registryOf(service, question);
        const { id } = coalitionAt(registry, request.params.id);
        const rows = await coalitionTimeline(service.store, {
          known: question.revision,
          coalition: id,
          roles: onlyRole(role).roles ?? ROLES,
          ...daysBetween(from, to),
        });
        return listing(
          { coalition: toCoalitionLabel(registry, id) },
          (page) => slice(rows, page),
          (row) => toRow(registry, row),
        );
      }),
  );
}

function toRow(
  registry: Registry,
  { on, certain, possible, changes }: TimelineRow,
): Static<typeof TimelineRowShape> {
  return {
    on: shown(on),
    certain,
    possible,
    changes: changes.map(({ act, party, certainty, declaration }) => ({
      act,
      party: toPartyLabel(registry, party),
      certainty,
      declaration,
    })),
  };
}
