/** Coalitions: the list with the number of members on a day, and each with its figures. */
import { type Static, Type } from "typebox";
import type { Count } from "../domain/certainty.ts";
import { COALITION_KINDS, COVERAGES, type Coalition } from "../domain/coalition.ts";
import { ROLES } from "../domain/declaration.ts";
import type { Entry } from "../domain/registry.ts";
import { STANDINGS } from "../domain/spell.ts";
import { coalitionFigures, memberCounts } from "../ledger/coalition-figures.ts";
import { bears } from "../ledger/names.ts";
import { answerOnDay } from "./answer.ts";
import type { App } from "./app.ts";
import { component, keyed, orNull, shape, word } from "./component.ts";
import { COALITION_DETAIL, COALITION_LIST } from "./examples.ts";
import { listing, listOnDay, slice } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import { ENTRY, toEntry } from "./names.ts";
import { KNOWN, ON_TODAY, PAGING, param, path, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { entry, listed } from "./replies.ts";
import { CountShape, DateShape, Day, KnownShape, listOf, Text, toDateOrNull, toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";

const COALITION = {
  ...ENTRY,
  kind: word(COALITION_KINDS),
  shortName: Text,
  founded: orNull(DateShape),
  website: Text,
  coverage: word(COVERAGES),
  coverageNote: Text,
  memberCount: orNull(CountShape),
};

const CoalitionShape = component(
  "Coalition",
  shape(
    COALITION,
    "A body that parties belong to. Its roster counts from `founded`. Under coverage `none` the ledger " +
      "holds no roster of it, and numbers are null.",
  ),
);

const CoalitionList = listOf(
  "CoalitionList",
  CoalitionShape,
  { on: Day },
  "Coalitions, with the number of members on the day.",
);

const RoleCountShape = component(
  "RoleCount",
  shape(
    {
      certain: Type.Integer({ minimum: 0 }),
      possible: Type.Integer({ minimum: 0 }),
      byStanding: keyed(STANDINGS, CountShape),
    },
    "How many are in with a role. Those of a standing need not add up: a party may be possible under both.",
  ),
);

const CoalitionDetail = component(
  "CoalitionDetail",
  shape(
    {
      on: Day,
      known: orNull(KnownShape),
      ...COALITION,
      counts: orNull(keyed(ROLES, RoleCountShape)),
      firstChange: orNull(DateShape),
      lastChange: orNull(DateShape),
    },
    "A coalition with its figures on the day. `firstChange` is the date of the earliest change that the " +
      "ledger holds, `lastChange` that of the latest one that may have happened by the day.",
  ),
);

export function coalitionRoutes(app: App, service: Service): void {
  app.get(
    "/v1/coalitions",
    {
      schema: {
        operationId: "listCoalitions",
        tags: ["coalitions"],
        summary: "Coalitions, with the number of members on a day",
        description: "All coalitions that the registry knows, in the order of their ids.",
        querystring: query({
          ...ON_TODAY,
          ...KNOWN,
          q: param.text(
            "Only those that bear or bore a name with this in it, case and accents aside.",
            "nato",
          ),
          kind: param.word(COALITION_KINDS, "Only this kind.", "alliance"),
          ...PAGING,
        }),
        response: listed(CoalitionList, "A page of coalitions.", COALITION_LIST),
      },
    },
    (request, reply) =>
      listOnDay(service, request, reply, CoalitionList, async (question) => {
        const { on, revision } = question;
        const { q, kind } = request.query;
        const registry = await registryOf(service, question);
        const counts = await memberCounts(service.store, revision, on);
        const found = registry.coalitions.filter(
          (each) => (kind === undefined || each.kind === kind) && (q === undefined || bears(each, q)),
        );
        return listing(
          { on },
          (page) => slice(found, page),
          (each) => toCoalition(each, counts.get(each.id)),
        );
      }),
  );

  app.get(
    "/v1/coalitions/:id",
    {
      schema: {
        operationId: "getCoalition",
        tags: ["coalitions"],
        summary: "One coalition, with its figures on a day",
        description:
          "What it is, how much of its roster the ledger holds, and how many are in by role and standing.",
        params: path("id", "The id of a coalition.", "nato"),
        querystring: query({ ...ON_TODAY, ...KNOWN }),
        response: entry(CoalitionDetail, "The coalition.", COALITION_DETAIL),
      },
    },
    (request, reply) =>
      answerOnDay(service, request, reply, async (question) => {
        const { on, known, revision } = question;
        const registry = await registryOf(service, question);
        const coalition = coalitionAt(registry, request.params.id);
        const figures = await coalitionFigures(service.store, revision, coalition.id, on);
        return {
          on,
          known: toKnown(known),
          ...toCoalition(coalition, figures.byRole.member),
          counts: coalition.coverage === "none" ? null : figures.byRole,
          firstChange: toDateOrNull(figures.firstChange),
          lastChange: toDateOrNull(figures.lastChange),
        };
      }),
  );
}

const NOBODY: Count = { certain: 0, possible: 0 };

function toCoalition(coalition: Entry<Coalition>, members: Count = NOBODY): Static<typeof CoalitionShape> {
  const { certain, possible } = members;
  return {
    ...toEntry(coalition, coalition.kind),
    shortName: coalition.shortName,
    founded: toDateOrNull(coalition.founded),
    website: coalition.website,
    coverage: coalition.coverage,
    coverageNote: coalition.coverageNote,
    memberCount: coalition.coverage === "none" ? null : { certain, possible },
  };
}
