/** The words of the domain as a reader meets them. */
import type { CoalitionKind } from "../../domain/coalition.ts";
import type { Act } from "../../domain/declaration.ts";

export const KIND_NAMES: Readonly<Record<CoalitionKind, string>> = {
  "military-coalition": "Military coalition",
  alliance: "Alliance",
  union: "Union",
  accord: "Accord",
  "intergovernmental-organization": "Intergovernmental organization",
  forum: "Forum",
  court: "Court",
  other: "Other",
};

/** What somebody did, as the verb of a sentence: "Syria joined". */
export const ACT_VERBS: Readonly<Record<Act, string>> = {
  join: "joined",
  withdraw: "left",
  expel: "was expelled from",
  suspend: "was suspended from",
  reinstate: "was reinstated in",
  succeed: "took over a seat in",
  dissolve: "ceased to exist, and left",
  rescind: "took back a declaration about",
};

/** "1 member", "90 members". */
export function counted(number: number, one: string, several = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : several}`;
}
