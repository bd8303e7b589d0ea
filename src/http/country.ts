/** A country on the wire. */
import { type Static, Type } from "typebox";
import { CODE_STATUSES, type Country } from "../domain/party.ts";
import type { Entry } from "../domain/registry.ts";
import { component, orNull, shape, word } from "./component.ts";
import { ENTRY, toEntry } from "./names.ts";
import { Day, Text } from "./schemas.ts";

const PositionShape = shape(
  { latitude: Type.Number(), longitude: Type.Number() },
  "The middle of the largest part of its land, in degrees (WGS 84).",
);

export const COUNTRY = {
  ...ENTRY,
  kind: Type.Literal("country"),
  codeStatus: word(CODE_STATUSES),
  alpha2: Text,
  numeric: Text,
  codesFrom: orNull(Day),
  otherCodes: Type.Array(shape({ code: Type.String(), from: orNull(Day), until: orNull(Day) })),
  region: Text,
  subregion: Text,
  independent: Type.Boolean({ description: "A state rather than a territory." }),
  capital: Text,
  flag: Text,
  position: orNull(PositionShape),
  predecessors: Type.Array(Type.String()),
  successors: Type.Array(Type.String()),
  from: orNull(Day),
  until: orNull(Day),
};

export const CountryShape = component(
  "Country",
  shape(
    COUNTRY,
    "A country, present or former. The id is the ISO 3166-1 alpha-3 code, for a dissolved state the " +
      "four-letter code of ISO 3166-3. `from` and `until` are its lifetime as a party, null where open.",
  ),
);

export function toCountry(country: Entry<Country>): Static<typeof CountryShape> {
  return {
    ...toEntry(country, "country" as const),
    codeStatus: country.codeStatus,
    alpha2: country.alpha2,
    numeric: country.numeric,
    codesFrom: country.codesFrom,
    otherCodes: country.otherCodes.map(({ code, from = null, until = null }) => ({ code, from, until })),
    region: country.region,
    subregion: country.subregion,
    independent: country.independent,
    capital: country.capital,
    flag: country.flag,
    position: country.position,
    predecessors: [...country.predecessors],
    successors: [...country.successors],
    from: country.from,
    until: country.until,
  };
}
