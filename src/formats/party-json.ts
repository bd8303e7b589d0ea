/** The entry of a country or other party as JSON: read strictly, and written with what it says alone. */
import {
  CODE_STATUSES,
  type Country,
  codeStatusOf,
  type OtherCode,
  type OtherParty,
  type Position,
} from "../domain/party.ts";
import type { Fault } from "../ledger/checks.ts";
import { JsonFields } from "./json-fields.ts";
import { aliasesJson, namesJson, readAliases, readNames, readSpan } from "./names-json.ts";
import { withoutNothing } from "./without-nothing.ts";

const OF_ALL = ["id", "kind", "name", "names", "aliases", "note", "retired"] as const;
const OF_COUNTRIES = [
  ...OF_ALL,
  "codeStatus",
  "alpha2",
  "numeric",
  "codesFrom",
  "otherCodes",
  "region",
  "subregion",
  "independent",
  "capital",
  "flag",
  "position",
  "predecessors",
  "successors",
  "from",
  "until",
] as const;
const OTHER_KINDS = ["unidentified", "other"] as const;

export type ReadParty<P> = { readonly party: P } | { readonly faults: readonly Fault[] };

/** A state, unless the entry says otherwise; what its code is follows from the code. */
export function readCountry(value: unknown): ReadParty<Country> {
  const faults: Fault[] = [];
  const fields = new JsonFields(value, "", OF_COUNTRIES, faults);
  fields.choiceOrNull("kind", ["country"]);
  const entry = readEntry(fields, faults);
  const party = {
    kind: "country" as const,
    ...entry,
    codeStatus: fields.choiceOrNull("codeStatus", CODE_STATUSES) ?? codeStatusOf(entry.id),
    alpha2: fields.textOrNull("alpha2"),
    numeric: fields.textOrNull("numeric"),
    codesFrom: fields.dayOrNull("codesFrom"),
    otherCodes: fields.list("otherCodes", (code, pointer) => readOtherCode(code, pointer, faults)),
    region: fields.textOrNull("region"),
    subregion: fields.textOrNull("subregion"),
    independent: fields.flagOrNull("independent") ?? true,
    capital: fields.textOrNull("capital"),
    flag: fields.textOrNull("flag"),
    position: readPosition(fields.value("position"), faults),
    predecessors: fields.texts("predecessors"),
    successors: fields.texts("successors"),
    from: fields.dayOrNull("from"),
    until: fields.dayOrNull("until"),
  };
  return faults.length === 0 ? { party } : { faults };
}

export function readOtherParty(value: unknown): ReadParty<OtherParty> {
  const faults: Fault[] = [];
  const fields = new JsonFields(value, "", OF_ALL, faults);
  const party = { kind: fields.choice("kind", OTHER_KINDS), ...readEntry(fields, faults) };
  return faults.length === 0 ? { party } : { faults };
}

/** Whichever it says that it is. */
export function readParty(value: unknown): ReadParty<Country | OtherParty> {
  const kind = (value as { readonly kind?: unknown } | null)?.kind;
  return kind === "country" ? readCountry(value) : readOtherParty(value);
}

function readEntry(fields: JsonFields, faults: Fault[]) {
  return {
    id: fields.text("id"),
    name: fields.text("name"),
    names: readNames(fields, faults),
    aliases: readAliases(fields, faults),
    note: fields.textOrNull("note"),
    retired: fields.flagOrNull("retired") ?? false,
  };
}

function readOtherCode(value: unknown, pointer: string, faults: Fault[]): OtherCode {
  const fields = new JsonFields(value, pointer, ["code", "from", "until"], faults);
  return { code: fields.text("code"), ...readSpan(fields) };
}

function readPosition(value: unknown, faults: Fault[]): Position | null {
  if (value === null) return null;
  const fields = new JsonFields(value, "/position", ["latitude", "longitude"], faults);
  return { latitude: fields.between("latitude", -90, 90), longitude: fields.between("longitude", -180, 180) };
}

/** In the order of the fields above. */
export function partyJson(party: Country | OtherParty): Record<string, unknown> {
  const more = party.kind === "country" ? countryJson(party) : {};
  return withoutNothing({
    ...Object.fromEntries(OF_ALL.map((name) => [name, party[name]])),
    names: namesJson(party.names),
    aliases: aliasesJson(party.aliases),
    retired: party.retired || null,
    ...more,
  });
}

function countryJson(country: Country): Record<string, unknown> {
  return {
    ...Object.fromEntries(OF_COUNTRIES.slice(OF_ALL.length).map((name) => [name, country[name]])),
    otherCodes: country.otherCodes.map(({ code, from = null, until = null }) =>
      withoutNothing({ code, from, until }),
    ),
  };
}
