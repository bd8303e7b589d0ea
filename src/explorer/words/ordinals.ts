/** Places in the order of accession, in words. */
import type { Range } from "../../domain/ordinal.ts";

/** "90th", "one of the first 12", "12th to 15th". */
export function placeInWords({ earliest, latest }: Range): string {
  if (earliest === latest) return ordinal(earliest);
  return earliest === 1 ? `one of the first ${latest}` : `${ordinal(earliest)} to ${ordinal(latest)}`;
}

/** "1st", "22nd", "113th". */
export function ordinal(number: number): string {
  const teens = number % 100 > 10 && number % 100 < 14;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number.toLocaleString("en")}${ending}`;
}
