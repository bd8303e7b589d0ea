/** How a party stands to its coalitions, in words. */
import type { Certainty } from "../../../domain/certainty.ts";
import type { Day } from "../../../domain/day.ts";
import type { Ending, Spell } from "../../../domain/spell.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import { listed } from "../../words/acts.ts";
import { capitalized, coalitionInSentence } from "../../words/articles.ts";
import { dateInWords, dayInWords } from "../../words/dates.ts";
import { counted } from "../../words/names.ts";
import type { MembershipOn } from "./on-the-day.ts";

export const ENDING_WORDS: Readonly<Record<Ending, string>> = {
  withdraw: "withdrawal",
  expel: "expulsion",
  suspend: "suspension",
  reinstate: "reinstatement",
  succeed: "succession by another",
  dissolve: "end of the party",
  "role-change": "change of role",
  "coalition-dissolved": "end of the coalition",
  "party-ended": "end of the party",
};

/** "Member since 4 April 1949", "Member since about October 1961, suspended since 12 November 2011". */
export function standingInWords(
  certainty: Certainty,
  [first, ...others]: readonly [ShownSpell, ...ShownSpell[]],
): string {
  const maybe = certainty === "possible" ? "possibly " : "";
  const since = `since ${dateInWords(first.joined).replace(/^between/, "some day between")}`;
  const suspended = first.standing === "suspended" ? `, suspended since ${dateInWords(first.from)}` : "";
  const other = others.map((spell) => otherwise(first, spell));
  const or = other.length === 0 ? "" : `, or already ${other.join(" or ")}`;
  return `${capitalized(`${maybe}${first.role}`)} ${since}${suspended}${or}`;
}

function otherwise(first: Spell, { role, standing, chain }: Spell): string {
  if (chain !== first.chain) return `${role} anew`;
  if (standing === "suspended") return "suspended";
  return role === first.role ? "reinstated" : role;
}

/** "On 22 November 2026 the Soviet Union was no more: it ended on 26 December 1991." */
export function endInSentence(name: string, day: Day, until: Day): string {
  return `On ${dayInWords(day)} ${name} was no more: it ended on ${dayInWords(until)}.`;
}

/** "On 22 November 2026 France is in 13 coalitions, possibly in 1 more; suspended in 1." */
export function dayInSentence(
  name: string,
  day: Day,
  today: Day,
  memberships: readonly MembershipOn[],
): string {
  const certain = memberships.filter(({ certainty }) => certainty === "certain");
  const possible = memberships.length - certain.length;
  const suspended = certain.filter(({ spells }) => spells.every(({ standing }) => standing === "suspended"));
  const verb = day < today ? "was" : day === today ? "is" : "will be, by what is declared,";
  const number = certain.length === 0 ? "no coalition" : counted(certain.length, "coalition");
  const maybe = possible === 0 ? "" : `, possibly in ${possible}${certain.length === 0 ? "" : " more"}`;
  const names = listed(suspended.map(({ coalition }) => coalitionInSentence(coalition.name)));
  const out = names === "" ? "" : `, and suspended in ${names}`;
  return `On ${dayInWords(day)} ${name} ${verb} in ${number}${maybe}${out}.`;
}
