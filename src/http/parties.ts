/** Parties of every kind: countries, coalitions, unidentified and other ones, and what each belongs to. */
import type { Static } from "typebox";
import type { Coalition } from "../domain/coalition.ts";
import { type Country, type OtherParty, PARTY_KINDS } from "../domain/party.ts";
import type { Entry, Registry } from "../domain/registry.ts";
import { bears } from "../ledger/names.ts";
import { answerOverTime } from "./answer.ts";
import type { App } from "./app.ts";
import { component, orNull, shape, word } from "./component.ts";
import { PARTY_DETAIL, PARTY_LIST, PARTY_MEMBERSHIPS } from "./examples.ts";
import { listing, listOverTime, slice } from "./listing.ts";
import { partyIdAt } from "./look-ups.ts";
import { ENTRY, toEntry } from "./names.ts";
import { KNOWN, PAGING, PARTY_KIND, param, path, query } from "./parameters.ts";
import { membershipsOf, PARTY_MEMBERSHIP_QUERY, PartyMemberships } from "./party-memberships.ts";
import { registryOf } from "./reading.ts";
import { ambiguous, entry, listed, listedUnder } from "./replies.ts";
import { KnownShape, listOf, toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";

const PARTY = { ...ENTRY, kind: word(PARTY_KINDS) };
const ID = path("id", "The id of a party, or a code of a country.", "x-global-coalition-87th");

const PartyShape = component("Party", shape(PARTY, "Whoever may belong to a coalition."));
const PartyList = listOf("PartyList", PartyShape, {}, "Parties: countries, other ones, coalitions.");
const PartyDetail = component(
  "PartyDetail",
  shape({ known: orNull(KnownShape), ...PARTY }, "Whoever may belong to a coalition."),
);

export function partyRoutes(app: App, service: Service): void {
  app.get(
    "/v1/parties",
    {
      schema: {
        operationId: "listParties",
        tags: ["parties"],
        summary: "Parties of every kind",
        description:
          "Countries, unidentified and other parties, and coalitions, each in the order of their ids.",
        querystring: query({
          ...PARTY_KIND,
          q: param.text("Only those with this in a name or code, case and accents aside.", "interpol"),
          ...KNOWN,
          ...PAGING,
        }),
        response: listed(PartyList, "A page of parties.", PARTY_LIST),
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, PartyList, async (question) => {
        const { q, kind = "any" } = request.query;
        const registry = await registryOf(service, question);
        const all = [...registry.countries, ...registry.others, ...registry.coalitions];
        const found = all.filter(
          (each) =>
            (kind === "any" || registry.label(each.id)?.kind === kind) && (q === undefined || bears(each, q)),
        );
        return listing(
          {},
          (page) => slice(found, page),
          (each) => toParty(registry, each),
        );
      }),
  );

  app.get(
    "/v1/parties/:id",
    {
      schema: {
        operationId: "getParty",
        tags: ["parties"],
        summary: "One party",
        description: "A country has more to it under /v1/countries, a coalition under /v1/coalitions.",
        params: ID,
        querystring: query(KNOWN),
        response: { ...entry(PartyDetail, "The party.", PARTY_DETAIL), ...ambiguous },
      },
    },
    (request, reply) =>
      answerOverTime(service, request, reply, async (question) => {
        const registry = await registryOf(service, question);
        const id = partyIdAt(registry, request.params.id, null);
        const party = registry.party(id) ?? registry.coalition(id);
        return { known: toKnown(question.known), ...toParty(registry, party as Entry<OtherParty>) };
      }),
  );

  app.get(
    "/v1/parties/:id/memberships",
    {
      schema: {
        operationId: "listPartyMemberships",
        tags: ["parties"],
        summary: "What a party belongs to",
        description: "Its spells in all coalitions; with `on`, one row for each coalition on that day.",
        params: ID,
        querystring: PARTY_MEMBERSHIP_QUERY,
        response: {
          ...listedUnder(PartyMemberships, "A page of memberships.", PARTY_MEMBERSHIPS),
          ...ambiguous,
        },
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, PartyMemberships, async (question) => {
        const registry = await registryOf(service, question);
        const id = partyIdAt(registry, request.params.id, question.on);
        return membershipsOf(service.store, registry, id, request.query, question);
      }),
  );
}

function toParty(
  registry: Registry,
  party: Entry<Country> | Entry<OtherParty> | Entry<Coalition>,
): Static<typeof PartyShape> {
  return toEntry(party, registry.label(party.id)?.kind ?? "other");
}
