/** The row of days that the worlds of the oracle have. */
import { AFTER_ALL, BEFORE_ALL, type Day } from "../../src/domain/day.ts";

/** The days that acts fall on and questions are asked about. */
export const DAYS: readonly Day[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => `2014-01-0${day}`);
/** The row of days of a world: one before all of them, the nine, one after all of them. */
export const ROW: readonly Day[] = [BEFORE_ALL, ...DAYS, AFTER_ALL];

/** Where a day stands in ROW. */
export function placeOf(day: Day): number {
  const place = ROW.indexOf(day);
  if (place < 0) throw new Error(`${day} is not in the window`);
  return place;
}
