/** How a party stands in a coalition on a day, in any role: what a cell of the table of parties shows. */
import { type PartyOn, partiesOn } from "../../../domain/certainty.ts";
import type { Day } from "../../../domain/day.ts";
import { ROLES } from "../../../domain/declaration.ts";
import type { Spell } from "../../../domain/spell.ts";
import { capitalized } from "./sentences.ts";

/** In the order of a legend, and of a table sorted by a coalition. */
export const STANDING_SIGNS = [
  "member",
  "possible",
  "suspended",
  "associate",
  "observer",
  "partner",
  "out",
] as const;
export type StandingSign = (typeof STANDING_SIGNS)[number];

export interface StandingOn {
  readonly sign: StandingSign;
  /** "Member, possibly suspended". */
  readonly words: string;
}

export const OUT: StandingOn = { sign: "out", words: "Not in" };

/** @param party with its spells of all roles, as `partiesOn` gives them. */
export function standingOn(party: PartyOn, day: Day): StandingOn {
  const ways = ROLES.flatMap((role) => {
    const certainty = certaintyOf(party, day, (spell) => spell.role === role);
    return certainty === null ? [] : [{ role, certainty }];
  });
  const first = ways.find(({ certainty }) => certainty === "certain") ?? ways[0];
  if (first === undefined) return OUT;
  const others = ways.filter((way) => way !== first).map(({ role }) => `possibly ${role}`);
  if (first.certainty === "possible") {
    return { sign: "possible", words: sentence([`possibly ${first.role}`, ...others]) };
  }
  const suspended = certaintyOf(
    party,
    day,
    ({ role, standing }) => role === first.role && standing === "suspended",
  );
  if (suspended === "certain") {
    return {
      sign: "suspended",
      words: sentence([first.role === "member" ? "suspended" : `${first.role}, suspended`, ...others]),
    };
  }
  const doubts = suspended === "possible" ? ["possibly suspended", ...others] : others;
  return { sign: first.role, words: sentence([first.role, ...doubts]) };
}

function certaintyOf({ certainty, spells }: PartyOn, day: Day, is: (spell: Spell) => boolean) {
  // Mostly there is but one, which is asked of every party on each step of a drag.
  if (spells.length === 1) return is(spells[0]) ? certainty : null;
  return partiesOn(spells.filter(is), day)[0]?.certainty ?? null;
}

function sentence(parts: readonly string[]): string {
  return capitalized(parts.join(", "));
}
