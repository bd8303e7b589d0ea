/** Ids and codes as people write them, made into entries of the registry; or a problem that says which was meant. */
import type { Coalition } from "../domain/coalition.ts";
import type { Day } from "../domain/day.ts";
import type { Country } from "../domain/party.ts";
import type { Entry, Registry } from "../domain/registry.ts";
import { coalitionSpellings, countrySpellings, partySpellings } from "../ledger/names.ts";
import type { Spellings } from "../ledger/nearest.ts";
import { Problem, parameterProblem } from "./problem.ts";

/** Where the id stood: in the path, where it names what is asked, or in the query, where it narrows. */
export interface Place {
  readonly in: "path" | "query";
  readonly parameter: string;
}

const PATH_ID: Place = { in: "path", parameter: "id" };
const PATH_CODE: Place = { in: "path", parameter: "code" };

export function coalitionAt(registry: Registry, id: string, place = PATH_ID): Entry<Coalition> {
  const found = registry.coalition(id);
  if (found === null) throw unknown("coalition", id, place, coalitionSpellings(registry));
  return found;
}

/** A country by id or code, on a day or at present. */
export function countryAt(registry: Registry, code: string, on: Day | null): Entry<Country> {
  const bearer = registry.country(code, on);
  if ("found" in bearer) return bearer.found;
  const { several } = bearer;
  if (several.length === 0) throw unknown("country", code, PATH_CODE, countrySpellings(registry));
  if (on === null) throw ambiguous(code, several, PATH_CODE);
  const detail = `On ${on} no country bore the code "${code}"; on other days it was ${several.join(", ")}.`;
  throw new Problem("not-found", detail, [
    { code: "unknown-country", detail, parameter: "code", allowed: several },
  ]);
}

/** The id of any party: by id, or for a country also by code. */
export function partyIdAt(registry: Registry, text: string, on: Day | null, place = PATH_ID): string {
  const label = registry.label(text);
  if (label !== null) return label.id;
  const bearer = registry.country(text, on);
  if ("found" in bearer) return bearer.found.id;
  if (bearer.several.length > 0 && on === null) throw ambiguous(text, bearer.several, place);
  throw unknown("party", text, place, partySpellings(registry));
}

function unknown(what: string, text: string, place: Place, spellings: Spellings): Problem {
  const suggestion = spellings.nearest(text) ?? spellings.containing(text);
  const meant = suggestion === undefined ? "." : `: did you mean "${suggestion}"?`;
  const detail = `There is no ${what} "${text}"${meant}`;
  const fault = {
    code: `unknown-${what}`,
    detail,
    parameter: place.parameter,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  return place.in === "query" ? parameterProblem(fault) : new Problem("not-found", detail, [fault]);
}

function ambiguous(code: string, several: readonly string[], place: Place): Problem {
  const detail = `The code "${code}" was that of ${several.join(", ")}: ask with \`on\`, or for one of them.`;
  const fault = { code: "ambiguous-code", detail, parameter: place.parameter, allowed: several };
  return new Problem("ambiguous-code", detail, [fault]);
}
