/** From when until when a name or a code was borne, in words. */
import { dayInWords } from "../../words/dates.ts";

/** "until 6 September 1992", "4 February 2003 to 26 September 2006"; nothing where it has no end and no beginning. */
export function during(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return `${dayInWords(from)} to ${dayInWords(until)}`;
  if (from !== null) return `since ${dayInWords(from)}`;
  return until === null ? "" : `until ${dayInWords(until)}`;
}
