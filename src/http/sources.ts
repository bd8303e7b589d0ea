/** Sources: what is cited, and by which declarations and claims. */
import { type Static, Type } from "typebox";
import { parsePartialDate } from "../domain/partial-date.ts";
import type { SourceRecord } from "../ledger/store.ts";
import { answerOverTime } from "./answer.ts";
import type { App } from "./app.ts";
import { component, orNull, shape } from "./component.ts";
import { SOURCE_DETAIL, SOURCE_ID, SOURCE_LIST } from "./examples-of-knowledge.ts";
import { listing, listOverTime } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import { KNOWN, PAGING, param, path, query } from "./parameters.ts";
import { Problem } from "./problem.ts";
import { registryOf } from "./reading.ts";
import { entry, listed } from "./replies.ts";
import { DateShape, Day, KnownShape, listOf, Text, toDate, toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";

const SOURCE = {
  id: Type.String(),
  url: Text,
  title: Type.String(),
  publisher: Text,
  published: orNull(DateShape),
  accessed: orNull(Day),
  declarations: Type.Array(Type.String(), { description: "Ids of those that cite it, in force or not." }),
  claims: Type.Array(Type.String(), { description: "Ids of those that cite it." }),
};

const CitedSource = component(
  "CitedSource",
  shape(
    SOURCE,
    "A source, known by its address, or by title and publisher where it has none; told as its newest citation " +
      "tells it. `accessed` is the last day on which it was read; without, nobody has.",
  ),
);
const SourceList = listOf(
  "SourceList",
  CitedSource,
  {},
  "Sources, in the order in which they were first cited.",
);
const SourceDetail = component(
  "SourceDetail",
  shape({ known: orNull(KnownShape), ...SOURCE }, "A source, and what cites it."),
);

export function sourceRoutes(app: App, service: Service): void {
  const { store } = service;
  app.get(
    "/v1/sources",
    {
      schema: {
        operationId: "listSources",
        tags: ["ledger"],
        summary: "Sources, and what cites them",
        description: "One for each document, however often it is cited.",
        querystring: query({
          coalition: param.text("Only what is cited for this coalition, and only there.", "arab-league"),
          ...KNOWN,
          ...PAGING,
        }),
        response: listed(SourceList, "A page of sources.", SOURCE_LIST),
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, SourceList, async (question) => {
        const { coalition } = request.query;
        const registry = await registryOf(service, question);
        const place = { in: "query" as const, parameter: "coalition" };
        const filter = {
          known: question.revision,
          ...(coalition === undefined ? {} : { coalition: coalitionAt(registry, coalition, place).id }),
        };
        return listing({}, (page) => store.sources(filter, page), toSourceRecord);
      }),
  );

  app.get(
    "/v1/sources/:id",
    {
      schema: {
        operationId: "getSource",
        tags: ["ledger"],
        summary: "One source, and what cites it",
        description: "The declarations and claims that stand on it.",
        params: path("id", "The id of a source.", SOURCE_ID),
        querystring: query(KNOWN),
        response: entry(SourceDetail, "The source.", SOURCE_DETAIL),
      },
    },
    (request, reply) =>
      answerOverTime(service, request, reply, async ({ known, revision }) => {
        const { id } = request.params;
        const found = await store.source(id.toLowerCase(), revision);
        if (found === null) throw unknownSource(id);
        return { known: toKnown(known), ...toSourceRecord(found) };
      }),
  );
}

function unknownSource(id: string): Problem {
  const detail = `There is no source "${id}" at the state asked. GET /v1/sources lists them.`;
  return new Problem("not-found", detail, [{ code: "unknown-source", detail, parameter: "id" }]);
}

function toSourceRecord({ published, ...source }: SourceRecord): Static<typeof CitedSource> {
  return {
    id: source.id,
    url: source.url,
    title: source.title,
    publisher: source.publisher,
    published: published === null ? null : toDate(parsePartialDate(published)),
    accessed: source.accessed,
    declarations: [...source.declarations],
    claims: [...source.claims],
  };
}
