/** A calendar day, as the text that sorts like the calendar. */

/** `YYYY-MM-DD`, without a time zone, or one of the two open ends below. */
export type Day = string;

/** An open start: before every day. Never shown; the edges of the house write it as null. */
export const BEFORE_ALL: Day = "0000-00-00";
/** An open end: after every day. */
export const AFTER_ALL: Day = "9999-99-99";

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_IN_MS = 86_400_000;

/** The number of days in a month of the proleptic Gregorian calendar (ISO 8601). */
export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a day that the calendar has: `2001-02-30` is not. */
export function isDay(text: string): text is Day {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
}

/** The day `count` days later; the open ends stay where they are. */
export function plusDays(day: Day, count: number): Day {
  if (day === BEFORE_ALL || day === AFTER_ALL) return day;
  return new Date(Date.parse(day) + count * DAY_IN_MS).toISOString().slice(0, 10);
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Of the stretches that begin on the days, given in order, the number of the one that a day is in; 0 is before all. */
export function stretchOf(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day as it is shown: an open end is null. */
export function shown(day: Day): Day | null {
  return day === BEFORE_ALL || day === AFTER_ALL ? null : day;
}
