/** Which coalitions the address names, and what of its other words does not fit them. */
import type { Schemas } from "../../../client/client.ts";
import type { QueryOf } from "../../address/pages.ts";

export type CoalitionRow = Schemas["Coalition"];

export interface Choice {
  /** In the order of the address, each once. */
  readonly chosen: readonly CoalitionRow[];
  /** Those of them whose roster the ledger holds: the ones that are compared. */
  readonly compared: readonly CoalitionRow[];
  /** Ids that no coalition has. */
  readonly unknown: readonly string[];
}

/** Whether the case of the letters is that of the id does not matter, as for the service. */
export function choiceOf(ids: readonly string[], all: readonly CoalitionRow[]): Choice {
  const byId = new Map(all.map((row) => [row.id, row]));
  const found = ids.map((id) => byId.get(id.toLowerCase()));
  const chosen = [...new Set(found.filter((row) => row !== undefined))];
  return {
    chosen,
    compared: chosen.filter(({ coverage }) => coverage !== "none"),
    unknown: ids.filter((_, index) => found[index] === undefined),
  };
}

/** What to call it where there is little room. */
export function labelOf({ name, shortName }: CoalitionRow): string {
  return shortName ?? name;
}

export type CompareQuery = QueryOf<"compare">;

export const ROLE_CHOICES = [
  "member",
  "any",
  "associate",
  "observer",
  "partner",
] as const satisfies readonly CompareQuery["role"][];

/** A part of the address that means nothing for these coalitions: it is left out, and said so. */
export interface Stray {
  readonly name: "exactly" | "together" | "sort";
  readonly text: string;
}

/** @param compared their ids. */
export function fitting(
  query: CompareQuery,
  compared: readonly string[],
): { readonly query: CompareQuery; readonly strays: readonly Stray[] } {
  const strays: Stray[] = [];
  const among = (name: "exactly" | "together", least: number): readonly string[] => {
    const list = query[name];
    if (list.length === 0) return [];
    if (list.length >= least && list.every((id) => compared.includes(id))) {
      return compared.filter((id) => list.includes(id));
    }
    strays.push({ name, text: list.join(",") });
    return [];
  };
  const [exactly, together] = [among("exactly", 1), among("together", 2)];
  const { sort } = query;
  const sorts = sort === "" || sort === "name" || compared.includes(sort);
  if (!sorts) strays.push({ name: "sort", text: sort });
  return {
    query: {
      ...query,
      exactly,
      together: together.length === compared.length ? [] : together,
      sort: sorts ? sort : "",
    },
    strays,
  };
}

/** The query with other coalitions; what it says of those that are gone goes too. */
export function choosing(query: CompareQuery, ids: readonly string[]): CompareQuery {
  const kept = ids.length > query.coalitions.length ? query : fitting(query, ids).query;
  return { ...kept, coalitions: ids, exactly: [] };
}
