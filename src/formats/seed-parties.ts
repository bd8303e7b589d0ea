/** Reads a file of parties: a YAML list, each entry a country unless it says otherwise. */
import {
  CODE_STATUSES,
  type Country,
  type OtherCode,
  type OtherParty,
  type Position,
} from "../domain/party.ts";
import type { FaultList, Place } from "./seed-faults.ts";
import { Fields } from "./seed-fields.ts";
import { readAliases, readNames } from "./seed-names.ts";
import { parseYaml, type YamlValue } from "./seed-yaml.ts";

export interface SeedParty {
  readonly party: Country | OtherParty;
  readonly place: Place;
}

const KEYS_OF_ALL = ["id", "kind", "name", "names", "aliases", "note"];
const KEYS_OF_COUNTRIES = [
  ...["codeStatus", "alpha2", "numeric", "codesFrom", "otherCodes", "region", "subregion", "independent"],
  ...["capital", "flag", "position", "predecessors", "successors", "from", "until"],
];
const KINDS = ["country", "unidentified", "other"] as const;

export function readParties(file: string, text: string, faults: FaultList): SeedParty[] {
  const values = parseYaml(file, text, faults)?.list("The file") ?? [];
  return values.map((value) => ({ party: readParty(value), place: value.place }));
}

function readParty(value: YamlValue): Country | OtherParty {
  const fields = new Fields(value, "A party", [...KEYS_OF_ALL, ...KEYS_OF_COUNTRIES]);
  const kind = fields.wordOr("kind", KINDS, "country" as const);
  return kind === "country" ? readCountry(fields) : readOther(fields, kind);
}

function readOther(fields: Fields, kind: OtherParty["kind"]): OtherParty {
  for (const key of KEYS_OF_COUNTRIES) {
    fields.get(key)?.fault(`\`${key}\` is of countries: a party of kind ${kind} has none.`);
  }
  return { kind, ...named(fields) };
}

function readCountry(fields: Fields): Country {
  return {
    kind: "country",
    ...named(fields),
    codeStatus: fields.wordOr("codeStatus", CODE_STATUSES, "official" as const),
    alpha2: fields.textOrNull("alpha2"),
    numeric: fields.textOrNull("numeric"),
    codesFrom: fields.dayOrNull("codesFrom"),
    otherCodes: fields.list("otherCodes").map(readOtherCode),
    region: fields.textOrNull("region"),
    subregion: fields.textOrNull("subregion"),
    independent: fields.wordOr("independent", ["false", "true"], "false") === "true",
    capital: fields.textOrNull("capital"),
    flag: fields.textOrNull("flag"),
    position: readPosition(fields),
    predecessors: fields.texts("predecessors"),
    successors: fields.texts("successors"),
    from: fields.dayOrNull("from"),
    until: fields.dayOrNull("until"),
  };
}

function named(fields: Fields) {
  return {
    id: fields.text("id"),
    name: fields.text("name"),
    names: readNames(fields.get("names")),
    aliases: readAliases(fields.list("aliases")),
    note: fields.textOrNull("note"),
    retired: false,
  };
}

/** `[latitude, longitude]`, in degrees. */
function readPosition(fields: Fields): Position | null {
  if (fields.get("position") === null) return null;
  const [latitude, longitude] = fields.texts("position").map(Number);
  const position = { latitude: latitude ?? Number.NaN, longitude: longitude ?? Number.NaN };
  if (Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180) return position;
  fields.at("position").fault("`position` should be [latitude, longitude] in degrees, like [35.02, 38.48].");
  return null;
}

function readOtherCode(value: YamlValue): OtherCode {
  const fields = new Fields(value, "A code", ["code", "from", "until"]);
  const [from, until] = [fields.dayOrNull("from"), fields.dayOrNull("until")];
  return {
    code: fields.text("code"),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  };
}
