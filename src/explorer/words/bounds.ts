/** The days that something may have been on, in words. */
import { AFTER_ALL, BEFORE_ALL } from "../../domain/day.ts";
import type { Bounds } from "../../domain/partial-date.ts";
import { dateInWords } from "./dates.ts";

/** "10 or 11 November 2025", "October 1961"; a whole month or year is told as one. */
export function boundsInWords({ earliest, latest }: Bounds): string {
  if (earliest === latest) return dateInWords({ edtf: latest });
  if (earliest === BEFORE_ALL) return dateInWords({ edtf: `../${latest}` });
  if (latest === AFTER_ALL) return dateInWords({ edtf: `${earliest}/..` });
  return dateInWords({ edtf: wholePeriod(earliest, latest) ?? `${earliest}/${latest}` });
}

function wholePeriod(earliest: string, latest: string): string | null {
  const [year, month] = [earliest.slice(0, 4), earliest.slice(0, 7)];
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  const lastOfMonth = new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  return earliest === `${month}-01` && latest === lastOfMonth ? month : null;
}
