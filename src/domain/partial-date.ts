/**
 * A date as far as it is known: EDTF text (ISO 8601-2:2019, levels 0 and 1, the part that fits one
 * day) with the first and the last day that it may be.
 */
import { AFTER_ALL, BEFORE_ALL, type Day, earlier, isDay, later, lengthOfMonth } from "./day.ts";

/** The days that something may fall on, both inclusive; an open end is BEFORE_ALL or AFTER_ALL. */
export interface Bounds {
  readonly earliest: Day;
  readonly latest: Day;
}

/** The EDTF text as declared, which is the identity, and its bounds. */
export interface PartialDate extends Bounds {
  readonly edtf: string;
}

/** Said of a text that is no date; `detail` tells what would be right. */
export class BadDate extends Error {}

const ONE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/;
const FORMS = "2014, 2014-09, 2014-09-05, 2014-09~, 2014-09-05/2014-09-10, ../2014-09-05 or 2014-09-05/..";

/**
 * Reads EDTF. `a/b` is one day within, `../b` one day up to b, `a/..` from a on, if at all. A `~`
 * widens nothing.
 * @throws {BadDate} when the text is not of these forms, or names a day that no calendar has.
 */
export function parsePartialDate(edtf: string): PartialDate {
  const parts = edtf.split("/");
  if (parts.length === 1) return { edtf, ...boundsOfOne(edtf, edtf) };
  const [start, end] = parts as [string, string];
  if (parts.length > 2) throw new BadDate(`"${edtf}" has more than one "/": an interval is two dates.`);
  if (start === ".." && end === "..") {
    throw new BadDate(`"../.." says nothing: give at least one end, like ${FORMS}.`);
  }
  const earliest = start === ".." ? BEFORE_ALL : boundsOfOne(start, edtf).earliest;
  const latest = end === ".." ? AFTER_ALL : boundsOfOne(end, edtf).latest;
  if (earliest > latest) throw new BadDate(`"${edtf}" ends before it begins: write the earlier date first.`);
  return { edtf, earliest, latest };
}

function boundsOfOne(text: string, whole: string): Bounds {
  const match = ONE.exec(text);
  if (match === null) throw new BadDate(`"${whole}" is not a date: write it like ${FORMS}.`);
  const [year, month, day] = [match[1] as string, match[2], match[3]];
  if (year === "0000") throw new BadDate(`"${whole}" is in the year 0000: years run from 0001 to 9999.`);
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  if (month < "01" || month > "12") {
    throw new BadDate(`"${whole}" has no such month: months run from 01 to 12.`);
  }
  const last = lengthOfMonth(Number(year), Number(month));
  if (day === undefined) return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${last}` };
  const exact = `${year}-${month}-${day}`;
  if (!isDay(exact)) {
    throw new BadDate(`"${whole}" is not in the calendar: ${year}-${month} has ${last} days.`);
  }
  return { earliest: exact, latest: exact };
}

/** The exact date of one day. */
export function exactly(day: Day): PartialDate {
  return { edtf: day, earliest: day, latest: day };
}

/** `../b` begins with the founding of the coalition, but never after b. */
export function sinceFounding(date: PartialDate, founded: Bounds | null): PartialDate {
  if (date.earliest !== BEFORE_ALL || founded === null) return date;
  return { ...date, earliest: earlier(founded.earliest, date.latest) };
}

/** The bounds cut to those of a neighbour: not before `earliest`, not after `latest`. */
export function narrowed<T extends Bounds>(date: T, within: Bounds): T {
  return {
    ...date,
    earliest: later(date.earliest, within.earliest),
    latest: earlier(date.latest, within.latest),
  };
}

/** Every possible day of `a` is before every possible day of `b`. */
export function certainlyBefore(a: Bounds, b: Bounds): boolean {
  return a.latest < b.earliest;
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}
