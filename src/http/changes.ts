/** What changed in a coalition within some days: who joined, left, was suspended, and so on. */
import { type Static, Type } from "typebox";
import { CHANGE_KINDS, type Change, type Changes } from "../domain/changes.ts";
import { shown } from "../domain/day.ts";
import { ROLES } from "../domain/declaration.ts";
import type { Registry } from "../domain/registry.ts";
import { csvPages } from "../formats/csv.ts";
import { ndjsonPages } from "../formats/ndjson.ts";
import { coalitionChanges } from "../ledger/course.ts";
import { answer } from "./answer.ts";
import type { App } from "./app.ts";
import { columnsOf } from "./columns.ts";
import { component, keyed, orNull, shape, word } from "./component.ts";
import { daysBetween } from "./during.ts";
import { CHANGE_ROWS, CHANGES } from "./examples-over-time.ts";
import { LIST_FORMATS } from "./format.ts";
import { streamedAs } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import { DURING, formats, KNOWN, MEMBERS, onlyRole, path, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { missing, withRows } from "./replies.ts";
import {
  CertaintyShape,
  CoalitionLabel,
  Day,
  KnownShape,
  PartyLabel,
  RoleShape,
  Text,
  toCoalitionLabel,
  toKnown,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";

const CHANGE = {
  party: PartyLabel,
  on: shape({ earliest: orNull(Day), latest: orNull(Day) }),
  certainty: CertaintyShape,
  roleFrom: Type.Optional(RoleShape),
  declaration: Text,
};

const ChangeShape = component(
  "Change",
  shape(
    CHANGE,
    "A change that is `certain` to lie within the days asked, or may. `on` is the days on which it may have been, " +
      "`roleFrom` the role that the party had until then, where it had one.",
  ),
);

const ChangeRow = component(
  "ChangeRow",
  shape({ change: word(CHANGE_KINDS), ...CHANGE }, "A change as a row of CSV or NDJSON, with its kind."),
);

const ChangesShape = component(
  "Changes",
  shape(
    {
      coalition: CoalitionLabel,
      from: orNull(Day),
      to: orNull(Day),
      known: orNull(KnownShape),
      ...keyed(CHANGE_KINDS, Type.Array(ChangeShape)).properties,
    },
    "What changed in a coalition on the days from `from` up to, and not on, `to`.",
  ),
);

export function changeRoutes(app: App, service: Service): void {
  app.get(
    "/v1/coalitions/:id/changes",
    {
      schema: {
        operationId: "getChanges",
        tags: ["coalitions"],
        summary: "Who joined, left, was suspended and so on, within some days",
        description:
          "A party that comes into the role asked from another one has `joined`, with `roleFrom`. A seat taken " +
          "over is `left` for its holder and `succeeded` for the heir.",
        params: path("id", "The id of a coalition.", "arab-league"),
        querystring: query({ ...DURING, ...MEMBERS, ...KNOWN, ...formats(LIST_FORMATS) }),
        response: { ...withRows(ChangesShape, "The changes.", CHANGES, ChangeRow, CHANGE_ROWS), ...missing },
      },
    },
    (request, reply) =>
      answer(service, request, reply, null, LIST_FORMATS, async (question, format) => {
        const { role = "member" } = request.query;
        const days = daysBetween(request.query.from, request.query.to);
        const registry = await registryOf(service, question);
        const { id } = coalitionAt(registry, request.params.id);
        const changes = await coalitionChanges(service.store, {
          known: question.revision,
          coalition: id,
          roles: onlyRole(role).roles ?? ROLES,
          ...days,
        });
        if (format !== "json") {
          const rows = () => [rowsOf(registry, changes)];
          return streamedAs(request, reply, question, format, {
            csv: () => csvPages(columnsOf(ChangeRow), rows()),
            ndjson: () => ndjsonPages(rows()),
          });
        }
        const coalition = toCoalitionLabel(registry, id);
        return { coalition, ...days, known: toKnown(question.known), ...toChanges(registry, changes) };
      }),
  );
}

function toChanges(registry: Registry, changes: Changes) {
  return Object.fromEntries(
    CHANGE_KINDS.map((kind) => [kind, changes[kind].map((change) => toChange(registry, change))]),
  );
}

function rowsOf(registry: Registry, changes: Changes): Static<typeof ChangeRow>[] {
  return CHANGE_KINDS.flatMap((kind) =>
    changes[kind].map((change) => ({ change: kind, ...toChange(registry, change) })),
  );
}

function toChange(
  registry: Registry,
  { party, on, certainty, roleFrom, declaration }: Change,
): Static<typeof ChangeShape> {
  return {
    party: toPartyLabel(registry, party),
    on: { earliest: shown(on.earliest), latest: shown(on.latest) },
    certainty,
    ...(roleFrom === undefined ? {} : { roleFrom }),
    declaration,
  };
}
