/** Dates in words, as a reader of a newspaper expects them. */
import { AFTER_ALL, BEFORE_ALL, type Day, isDay } from "../../domain/day.ts";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

interface DateInWords {
  readonly edtf: string;
}

/** "10 November 2025". */
export function dayInWords(day: Day): string {
  if (!isDay(day)) return day === AFTER_ALL ? "later" : day === BEFORE_ALL ? "earlier" : day;
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

/** "10 November 2025, 14:05 UTC"; without the hour where it is midnight. */
export function instantInWords(instant: string): string {
  const at = new Date(instant).toISOString();
  const hour = at.slice(11, 16);
  return hour === "00:00" ? dayInWords(at.slice(0, 10)) : `${dayInWords(at.slice(0, 10))}, ${hour} UTC`;
}

/** As exactly as it is known: "about October 1961", "10 or 11 November 2025", "some day up to 1949". */
export function dateInWords({ edtf }: DateInWords): string {
  const [start = "", end] = edtf.split("/");
  if (end === undefined) return oneInWords(start);
  if (start === "..") return `some day up to ${oneInWords(end)}`;
  if (end === "..") return `${oneInWords(start)} or later, if at all`;
  const [first, last] = [oneInWords(start), oneInWords(end)];
  const [, month, year] = /^\d+ (\w+) (\d+)$/.exec(first) ?? [];
  if (month !== undefined && last.endsWith(` ${month} ${year}`)) {
    const [from, to] = [Number.parseInt(first, 10), Number.parseInt(last, 10)];
    return to === from + 1 ? `${from} or ${last}` : `between ${from} and ${last}`;
  }
  return `between ${first} and ${last}`;
}

function oneInWords(edtf: string): string {
  const date = edtf.replace("~", "");
  const about = edtf.endsWith("~") ? "about " : "";
  const [year = "", month] = date.split("-");
  if (isDay(date)) return `${about}${dayInWords(date)}`;
  return about + (month === undefined ? `${Number(year)}` : `${MONTHS[Number(month) - 1]} ${Number(year)}`);
}
