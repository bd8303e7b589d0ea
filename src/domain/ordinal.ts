/** Places in the order of accession. */
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
