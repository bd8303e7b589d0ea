/** Places in the order of accession. */
import type { Day } from "./day.ts";
import { certainlyBefore } from "./partial-date.ts";
import type { Accession } from "./spell.ts";

/** A number as far as it is known: the lowest and the highest that it may be. */
export interface Range {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * The place of an accession among all accessions of its coalition: after those that were certainly
 * before, at most after those that may have been before or on the same day.
 */
export function ordinalOf(accession: Accession, all: readonly Accession[]): Range {
  const others = all.filter((other) => other.party !== accession.party);
  const before = others.filter((other) => certainlyBefore(other, accession)).length;
  const maybe = others.filter((other) => other.earliest <= accession.latest).length;
  return { earliest: 1 + before, latest: 1 + maybe };
}

/**
 * The places of all accessions of a coalition, by party: the same numbers as one by one, without comparing each
 * with every other.
 * @param all one for each party.
 */
export function ordinalsOf(all: readonly Accession[]): Map<string, Range> {
  const earliest = all.map((each) => each.earliest).sort();
  const latest = all.map((each) => each.latest).sort();
  return new Map(
    all.map((each) => [
      each.party,
      // It is itself among those that may have been on the same day.
      { earliest: 1 + below(latest, each.earliest), latest: below(earliest, each.latest, true) },
    ]),
  );
}

/** How many of the days are before a day, or up to and with it. */
function below(days: readonly Day[], day: Day, inclusive = false): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = days[middle] as Day;
    if (at < day || (inclusive && at === day)) low = middle + 1;
    else high = middle;
  }
  return low;
}
