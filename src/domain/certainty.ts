/** Who is in on a day, certainly or possibly. The certainty is a party's, not a spell's. */
import { AFTER_ALL, type Day } from "./day.ts";
import type { Range } from "./ordinal.ts";
import type { Bounds } from "./partial-date.ts";
import type { Spell } from "./spell.ts";

export type Certainty = "certain" | "possible";

/** What of a spell tells when it may hold, and whether it goes on where another ends. */
export interface Held extends Pick<Spell, "coalition" | "party" | "position" | "chain"> {
  readonly from: Bounds;
  readonly to: Bounds | null;
}

/** A party that is in on a day, with its spells that may hold then, the earliest first. */
export interface PartyOn<S extends Held = Spell> {
  readonly party: string;
  readonly certainty: Certainty;
  readonly spells: readonly [S, ...S[]];
}

/** `possible` never includes what is certain. */
export interface Count {
  readonly certain: number;
  readonly possible: number;
}

const NEVER: Bounds = { earliest: AFTER_ALL, latest: AFTER_ALL };

/** When the spell ends; a spell that nothing ends does so after all days. */
export function endOf(spell: Held): Bounds {
  return spell.to ?? NEVER;
}

/** Whether the spell may hold on that day. */
export function mayHold(spell: Held, day: Day): boolean {
  return spell.from.earliest <= day && day < endOf(spell).latest;
}

/** Whether the second spell goes on where the first ends: the party was never out between them. */
export function adjoining(before: Held | null | undefined, after: Held): boolean {
  return (
    before?.coalition === after.coalition &&
    before.party === after.party &&
    before.chain === after.chain &&
    before.position + 1 === after.position
  );
}

/**
 * The parties that are in on a day. A party's adjoining spells are one stretch: it is certainly in if a
 * stretch has begun by then for certain and has for certain not ended. Spells of a stretch that cannot
 * hold on the day do not matter: where there is one before, the next has certainly begun.
 * @param spells of one coalition, those that answer the question (its roles and standings), in the
 *   order of party and position.
 */
export function partiesOn<S extends Held>(spells: readonly S[], day: Day): PartyOn<S>[] {
  const parties: { party: string; certainty: Certainty; spells: [S, ...S[]] }[] = [];
  let begun = false;
  let previous: S | null = null;
  for (const spell of spells) {
    if (!mayHold(spell, day)) continue;
    begun = (begun && adjoining(previous, spell)) || spell.from.latest <= day;
    const certain = begun && day < endOf(spell).earliest;
    const last = parties.at(-1);
    if (last?.party === spell.party) {
      last.spells.push(spell);
      if (certain) last.certainty = "certain";
    } else {
      parties.push({ party: spell.party, certainty: certain ? "certain" : "possible", spells: [spell] });
    }
    previous = spell;
  }
  return parties;
}

export function count(parties: readonly Pick<PartyOn, "certainty">[]): Count {
  const certain = parties.filter((party) => party.certainty === "certain").length;
  return { certain, possible: parties.length - certain };
}

/** The days that bound the spells: from one on, an answer may differ from that of the day before. */
export function boundingDays(spells: readonly Held[]): Set<Day> {
  const days = new Set<Day>();
  for (const spell of spells) {
    for (const bounds of [spell.from, endOf(spell)]) days.add(bounds.earliest).add(bounds.latest);
  }
  return days;
}

/** Every day on which an answer may differ from that of the day before, in order. */
export function edges(spells: readonly Held[]): Day[] {
  return [...boundingDays(spells)].sort();
}

/** The lowest certain and the highest possible number of parties on the days within `bounds`. */
export function countWithin(spells: readonly Spell[], bounds: Bounds): Range {
  const days = [
    bounds.earliest,
    ...edges(spells).filter((day) => bounds.earliest < day && day <= bounds.latest && day < AFTER_ALL),
  ];
  let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
  for (const day of days) {
    const { certain, possible } = count(partiesOn(spells, day));
    lowest = Math.min(lowest, certain);
    highest = Math.max(highest, certain + possible);
  }
  return { earliest: lowest, latest: highest };
}
