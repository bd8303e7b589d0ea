/** Dates and ranges as the commands show them. */
import { shown } from "../domain/day.ts";
import type { Range } from "../domain/ordinal.ts";
import type { PartialDate } from "../domain/partial-date.ts";

export function shownDate({ edtf, earliest, latest }: PartialDate) {
  return { edtf, earliest: shown(earliest), latest: shown(latest) };
}

/** `90`, or `1 to 12`; nothing where there is none. */
export function rangeText(range: Range | null): string {
  if (range === null) return "";
  return range.earliest === range.latest ? String(range.earliest) : `${range.earliest} to ${range.latest}`;
}
