/** What changed in our knowledge of a coalition between two states of the ledger. */
import { type Static, Type } from "typebox";
import type { Registry } from "../domain/registry.ts";
import { type KnowledgeChange, knowledgeChanges } from "../ledger/knowledge.ts";
import type { App } from "./app.ts";
import { component, orNull, shape, word } from "./component.ts";
import { KNOWLEDGE } from "./examples-of-knowledge.ts";
import { readKnown } from "./known.ts";
import { listing, listOverTime, slice } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import { KNOWN, PAGING, param, path, query } from "./parameters.ts";
import { parameterProblem } from "./problem.ts";
import { registryOf } from "./reading.ts";
import { listedUnder } from "./replies.ts";
import {
  CoalitionLabel,
  KnownShape,
  listOf,
  PartyLabel,
  toCoalitionLabel,
  toKnown,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";
import { STRETCH, toStretch } from "./spell.ts";

const ToldSpell = component(
  "ToldSpell",
  shape(STRETCH, "A spell as it was known at one state of the ledger."),
);

const KnowledgeShape = component(
  "KnowledgeChange",
  shape(
    {
      change: word(["appeared", "went", "changed"]),
      party: PartyLabel,
      before: orNull(ToldSpell),
      after: orNull(ToldSpell),
      declarations: Type.Array(Type.String()),
    },
    "A spell that appeared, went, or changed between two states of the ledger, with the declarations that did " +
      "it: those that were declared since, or retracted. None where an edit of the registry did.",
  ),
);

const KnowledgeList = listOf(
  "KnowledgeList",
  KnowledgeShape,
  { coalition: CoalitionLabel, from: orNull(KnownShape), to: orNull(KnownShape) },
  "What changed in our knowledge, in the order of the parties.",
);

const STATE = "an RFC 3339 instant or a revision number";

export function knowledgeRoutes(app: App, service: Service): void {
  const { store } = service;
  app.get(
    "/v1/coalitions/:id/knowledge",
    {
      schema: {
        operationId: "listKnowledge",
        tags: ["ledger"],
        summary: "What changed in our knowledge between two states of the ledger",
        description:
          "Not what changed in the world, but what we learned of it: compare the rosters of one day at two `known`s.",
        params: path("id", "The id of a coalition.", "global-coalition-against-daesh"),
        querystring: query({
          from: param.text(`The earlier state: ${STATE}. The first if left out.`, "2025-11-11T00:00:00Z"),
          to: param.text(`The later state: ${STATE}. The newest if left out.`, "2025-11-12T00:00:00Z"),
          lang: KNOWN.lang,
          ...PAGING,
        }),
        response: listedUnder(KnowledgeList, "A page of changes.", KNOWLEDGE),
      },
    },
    async (request, reply) => {
      const { from = "1", to, ...rest } = request.query;
      const earlier = (await readKnown(service, from, "from")).known;
      const later = to === undefined ? null : (await readKnown(service, to, "to")).known;
      // Both as they were resolved, so that the same question has the same tag and cursor.
      const states = {
        from: String(earlier?.number ?? 0),
        ...(later === null ? {} : { known: String(later.number) }),
      };
      const { url, method, headers } = request;
      const asked = { url, method, headers, query: { ...rest, ...states } };
      return listOverTime(service, asked, reply, KnowledgeList, async (question) => {
        const { known, revision } = question;
        const first = earlier?.number ?? 0;
        if (first > revision) throw notInOrder(first, revision);
        const registry = await registryOf(service, question);
        const { id } = coalitionAt(registry, request.params.id);
        const changes = await knowledgeChanges(store, id, first, revision);
        const between = { from: toKnown(earlier), to: toKnown(known) };
        return listing(
          { coalition: toCoalitionLabel(registry, id), ...between },
          (page) => slice(changes, page),
          (change) => toChange(registry, change),
        );
      });
    },
  );
}

function notInOrder(from: number, to: number) {
  const detail = `"from" is revision ${from}, and "to" is ${to}, before it: give the earlier state first.`;
  return parameterProblem({ code: "empty-interval", detail, parameter: "from" });
}

function toChange(
  registry: Registry,
  { party, before, after, declarations }: KnowledgeChange,
): Static<typeof KnowledgeShape> {
  return {
    change: before === null ? "appeared" : after === null ? "went" : "changed",
    party: toPartyLabel(registry, party),
    before: before === null ? null : toStretch(before),
    after: after === null ? null : toStretch(after),
    declarations: [...declarations],
  };
}
