/** Calendar years and months, the periods of a panel. */
import { type Day, lengthOfMonth } from "./day.ts";

export interface Period {
  /** `2019` or `2019-03`. */
  readonly label: string;
  readonly first: Day;
  /** Its last day, which belongs to it. */
  readonly last: Day;
  /** How many days it has. */
  readonly days: number;
}

/** Both years included. */
export function years(from: number, to: number): Period[] {
  const periods: Period[] = [];
  for (let year = from; year <= to; year += 1) {
    const label = fourDigits(year);
    const days = 337 + lengthOfMonth(year, 2);
    periods.push({ label, first: `${label}-01-01`, last: `${label}-12-31`, days });
  }
  return periods;
}

/** The months of both years and of those between. */
export function months(from: number, to: number): Period[] {
  const periods: Period[] = [];
  for (let year = from; year <= to; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const label = `${fourDigits(year)}-${String(month).padStart(2, "0")}`;
      const days = lengthOfMonth(year, month);
      periods.push({ label, first: `${label}-01`, last: `${label}-${days}`, days });
    }
  }
  return periods;
}

function fourDigits(year: number): string {
  return String(year).padStart(4, "0");
}
