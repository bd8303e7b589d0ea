/** Parameters that name several coalitions or parties: `nato,eu`. */

import { Type } from "typebox";
import type { Day } from "../domain/day.ts";
import type { Registry } from "../domain/registry.ts";
import { coalitionAt, partyIdAt } from "./look-ups.ts";
import { parameterProblem } from "./problem.ts";

const LONGEST_LIST = 8000;

export function idList(description: string, example: string) {
  return Type.String({ minLength: 1, maxLength: LONGEST_LIST, description, examples: [example] });
}

export const COALITIONS = {
  coalitions: Type.Optional(
    idList("Coalitions, separated by commas. All whose roster the ledger holds if left out.", "nato,eu,g7"),
  ),
};

/**
 * The ids of coalitions whose roster the ledger holds, each once; all of these where the parameter is left out.
 * @throws {Problem} where one is unknown, or of none of its members a thing is known.
 */
export function rostersAt(registry: Registry, text: string | undefined, parameter: string): string[] {
  if (text === undefined) {
    return registry.coalitions.filter(({ coverage }) => coverage !== "none").map(({ id }) => id);
  }
  const place = { in: "query", parameter } as const;
  const coalitions = partsOf(text, parameter).map((id) => coalitionAt(registry, id, place));
  const faults = coalitions.flatMap(({ id, coverage }) => {
    const detail = `The ledger holds no roster of ${id} (coverage none), so it cannot be said who is in or out.`;
    return coverage === "none" ? [{ code: "no-roster", detail, parameter }] : [];
  });
  if (faults.length > 0) throw parameterProblem(...faults);
  return [...new Set(coalitions.map(({ id }) => id))];
}

/** The ids of parties, each once. */
export function partiesAt(registry: Registry, text: string, on: Day | null, parameter: string): string[] {
  const place = { in: "query", parameter } as const;
  return [...new Set(partsOf(text, parameter).map((id) => partyIdAt(registry, id, on, place)))];
}

function partsOf(text: string, parameter: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  if (!parts.includes("")) return parts;
  const detail = `"${parameter}" is a list like nato,eu: "${text}" has an empty place.`;
  throw parameterProblem({ code: "empty-value", detail, parameter });
}
