/** Countries: those of a day, each by any code that it bears or bore, and what it belongs to. */

import { Type } from "typebox";
import type { Certainty } from "../domain/certainty.ts";
import type { Country } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { bears } from "../ledger/names.ts";
import { nearest } from "../ledger/nearest.ts";
import { answerOverTime } from "./answer.ts";
import type { App } from "./app.ts";
import { component, orNull, shape } from "./component.ts";
import { COUNTRY, toCountry } from "./country.ts";
import { SET_QUESTION, setAnswer } from "./country-sets.ts";
import { COUNTRY_DETAIL, COUNTRY_LIST, PARTY_MEMBERSHIPS } from "./examples.ts";
import { listing, listOnDay, listOverTime, slice } from "./listing.ts";
import { countryAt } from "./look-ups.ts";
import { KNOWN, ON, ON_TODAY, PAGING, param, path, query } from "./parameters.ts";
import { membershipsOf, PARTY_MEMBERSHIP_QUERY, PartyMemberships } from "./party-memberships.ts";
import { parameterProblem } from "./problem.ts";
import { registryOf } from "./reading.ts";
import { ambiguous, entry, listed, listedUnder } from "./replies.ts";
import { CertaintyShape, Day, KnownShape, listOf, toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";

const CODE = path("code", "A code that the country bears or bore: alpha-3, alpha-2 or numeric.", "SYR");

const CountryRow = component(
  "CountryRow",
  shape(
    { certainty: Type.Optional(CertaintyShape), ...COUNTRY },
    "A country. `certainty` is that of the answer to a set question, and given only where one is asked.",
  ),
);
const CountryList = listOf("CountryList", CountryRow, { on: Day }, "Countries, in the order of their ids.");

const CountryDetail = component(
  "CountryDetail",
  shape({ known: orNull(KnownShape), ...COUNTRY }, "A country, by any code that it bears or bore."),
);

export function countryRoutes(app: App, service: Service): void {
  app.get(
    "/v1/countries",
    {
      schema: {
        operationId: "listCountries",
        tags: ["parties"],
        summary: "Countries that existed on a day",
        description:
          "In the order of their ids. `former=true` adds those that did not exist on the day. Set questions: " +
          "`memberOf=nato,eu` is both, `notMemberOf` none, `memberOfAny` at least one; a row is certain if every " +
          "part of the question is.",
        querystring: query({
          ...ON_TODAY,
          ...KNOWN,
          q: param.text("Only those with this in a name or code, case and accents aside.", "turkiye"),
          region: param.text("Only this region or subregion (UN M49 names).", "Western Asia"),
          independent: param.flag("Only states, or only territories.", true),
          former: param.flag("Also those that did not exist on the day.", true),
          ...SET_QUESTION,
          ...PAGING,
        }),
        response: listed(CountryList, "A page of countries.", COUNTRY_LIST),
      },
    },
    (request, reply) =>
      listOnDay(service, request, reply, CountryList, async (question) => {
        const { on } = question;
        const { q, independent, former = false } = request.query;
        const registry = await registryOf(service, question);
        const region = regionAt(registry, request.query.region);
        const answer = await setAnswer(service.store, registry, request.query, question.revision, on);
        const found = registry.countries.filter(
          (country) =>
            (answer === null || answer(country.id) !== null) &&
            (former || existed(country, on)) &&
            (region === undefined || country.region === region || country.subregion === region) &&
            (independent === undefined || country.independent === independent) &&
            (q === undefined || bears(country, q)),
        );
        return listing(
          { on },
          (page) => slice(found, page),
          (country) => ({ ...certaintyOf(answer?.(country.id)), ...toCountry(country) }),
        );
      }),
  );

  app.get(
    "/v1/countries/:code",
    {
      schema: {
        operationId: "getCountry",
        tags: ["parties"],
        summary: "One country, by any of its codes",
        description:
          "Codes were reused. With `on`, a code means its bearer on that day; without, its present bearer; " +
          "with none and several former ones, the reply is 409 and names them.",
        params: CODE,
        querystring: query({ ...ON, ...KNOWN }),
        response: { ...entry(CountryDetail, "The country.", COUNTRY_DETAIL), ...ambiguous },
      },
    },
    (request, reply) =>
      answerOverTime(service, request, reply, async (question) => {
        const registry = await registryOf(service, question);
        const country = countryAt(registry, request.params.code, question.on);
        return { known: toKnown(question.known), ...toCountry(country) };
      }),
  );

  app.get(
    "/v1/countries/:code/memberships",
    {
      schema: {
        operationId: "listCountryMemberships",
        tags: ["parties"],
        summary: "What a country belongs to",
        description: "Its spells in all coalitions; with `on`, one row for each coalition on that day.",
        params: CODE,
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
        const { id } = countryAt(registry, request.params.code, question.on);
        return membershipsOf(service.store, registry, id, request.query, question);
      }),
  );
}

function certaintyOf(certainty: Certainty | null | undefined) {
  return certainty === undefined || certainty === null ? {} : { certainty };
}

function existed(country: Country, on: string): boolean {
  return (country.from ?? on) <= on && (country.until === null || on < country.until);
}

/** The region as the registry writes it. */
function regionAt(registry: Registry, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const regions = registry.countries.flatMap(({ region, subregion }) => [region, subregion]);
  const allowed = [...new Set(regions.filter((region) => region !== null))].sort();
  const found = allowed.find((region) => region.toLowerCase() === text.toLowerCase());
  if (found !== undefined || allowed.length === 0) return found ?? text;
  const suggestion = nearest(text, allowed);
  const meant = suggestion === undefined ? "." : `: did you mean "${suggestion}"?`;
  throw parameterProblem({
    code: "unknown-value",
    detail: `"region" cannot be "${text}"${meant} It is a UN M49 region or subregion.`,
    parameter: "region",
    allowed,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}
