/** Search: parties and coalitions by any name that they bear or bore. */
import { type Static, Type } from "typebox";
import { PARTY_KINDS } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { type Found, MATCHES, searchNames } from "../ledger/name-search.ts";
import type { App } from "./app.ts";
import { component, orNull, shape, word } from "./component.ts";
import { SEARCH } from "./examples-of-sets.ts";
import { listing, listOverTime, slice } from "./listing.ts";
import { KNOWN, LONGEST_TEXT, PAGING, PARTY_KIND, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { listed } from "./replies.ts";
import { Day, listOf, Text, toPartyLabel } from "./schemas.ts";
import type { Service } from "./service.ts";

const FoundShape = component(
  "Found",
  shape(
    {
      id: Type.String(),
      kind: word(PARTY_KINDS),
      name: Type.String(),
      match: word(MATCHES),
      matched: shape({
        name: Type.String(),
        lang: Text,
        from: orNull(Day),
        until: orNull(Day),
        former: Type.Boolean(),
      }),
    },
    "A party or coalition, with the name of it that answers best. `exact` is that very name, case, accents and " +
      "apostrophes aside; `words` the same words in another order. A name is `former` if it was given up.",
  ),
);

const SearchList = listOf("SearchList", FoundShape, {}, "What bears or bore the name, the best match first.");

export function searchRoutes(app: App, service: Service): void {
  app.get(
    "/v1/search",
    {
      schema: {
        operationId: "search",
        tags: ["parties"],
        summary: "Parties and coalitions by any name they bear or bore",
        description:
          "Names in every language, codes and former names; accents, case, apostrophes and the order of words " +
          "do not matter. Names that are only similar are given where nothing else is found.",
        querystring: query({
          q: Type.String({
            minLength: 1,
            maxLength: LONGEST_TEXT,
            description: "A name, a part of one, or a code.",
            examples: ["cote dIvoire"],
          }),
          ...PARTY_KIND,
          ...KNOWN,
          ...PAGING,
        }),
        response: listed(SearchList, "A page of what was found.", SEARCH),
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, SearchList, async (question) => {
        const { q, kind = "any" } = request.query;
        const registry = await registryOf(service, question);
        const found = searchNames(registry, q, kind === "any" ? null : kind);
        return listing(
          {},
          (page) => slice(found, page),
          (each) => toFound(registry, each),
        );
      }),
  );
}

function toFound(registry: Registry, { name, match }: Found): Static<typeof FoundShape> {
  const { text, lang, from, until } = name;
  return {
    ...toPartyLabel(registry, name.id),
    match,
    matched: { name: text, lang, from, until, former: until !== null },
  };
}
