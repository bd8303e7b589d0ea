/** All that the rosters of a coalition are made of, on whatever day, at one revision. */
import { boundingDays } from "../domain/certainty.ts";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../domain/day.ts";
import type { PendingAct, Store } from "./store.ts";
import type { WrittenSpell } from "./written-spell.ts";

export interface Roll {
  /** In the order of party and position. */
  readonly spells: readonly WrittenSpell[];
  /** What is pending on some day. */
  readonly announced: readonly PendingAct[];
}

export async function rollOf(store: Store, known: number, coalition: string): Promise<Roll> {
  const spells = await store.roll(known, coalition);
  const announced = await store.pending({ known, coalitions: [coalition] });
  return { spells, announced };
}

/** What of it is pending on a day. */
export function pendingOn(announced: readonly PendingAct[], on: Day): PendingAct[] {
  return announced.filter(
    ({ declaration: { declared }, effective, rescinded }) =>
      declared !== null &&
      declared.latest <= on &&
      on < effective.earliest &&
      (rescinded === null || on < rescinded),
  );
}

/**
 * The days, in order, on which a roster of the coalition may be another than on the day before: all bounds of its
 * spells, and the days on which an act begins or ceases to be pending.
 */
export function turningDays({ spells, announced }: Roll): Day[] {
  const days = boundingDays(spells);
  for (const { declaration, effective, rescinded } of announced) {
    for (const day of [declaration.declared?.latest, effective.earliest, rescinded])
      if (day != null) days.add(day);
  }
  days.delete(BEFORE_ALL);
  days.delete(AFTER_ALL);
  return [...days].sort();
}
