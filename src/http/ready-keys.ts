/**
 * What an answer depends on of a request, as it is written. Nothing is made equal that was written differently, so no
 * request can be taken for another: an address that means the same in other words is only kept a second time.
 */
import type { IncomingMessage } from "node:http";
import { type Day, isDay, stretchOf } from "../domain/day.ts";
import { codingOf } from "./coding.ts";

const DAY = 10;
/** Between the parts of a key; it stands in no address and in no header. */
const BREAK = "\n";
const PLAIN = `${BREAK}identity${BREAK}`;

/**
 * The address, and in what form it is asked for, where the request says so: to put them together and hash that takes
 * much longer than to look up an address.
 * @returns undefined where the request is none that reads, or is refused for want of a host.
 */
export function keyOf({ method, url, headers }: IncomingMessage): string | undefined {
  if ((method !== "GET" && method !== "HEAD") || headers.host === undefined) return undefined;
  const { accept } = headers;
  const coding = codingOf(headers["accept-encoding"]);
  if (accept === undefined && coding === "identity") return url;
  return url + BREAK + coding + BREAK + (accept ?? "");
}

/** Whether the reply is to come as it is, uncompressed. */
export function isPlain(key: string): boolean {
  const end = key.indexOf(BREAK);
  return end < 0 || key.startsWith(PLAIN, end);
}

/** A key without its `on`, where that is a day; undefined where there is none, or one in another spelling. */
export function withoutDay(key: string): { readonly key: string; readonly on: Day } | undefined {
  const broken = key.indexOf(BREAK);
  const whole = broken < 0 ? key.length : broken;
  const query = key.indexOf("?");
  if (query < 0 || query > whole) return undefined;
  // Of several, which are refused, the others stay in the key.
  const first = key.startsWith("on=", query + 1);
  const at = first ? query + 4 : key.indexOf("&on=", query) + 4;
  const end = at + DAY;
  if (at < query + 4 || end > whole || (end < whole && key[end] !== "&")) return undefined;
  const on = key.slice(at, end);
  return isDay(on) ? { key: key.slice(0, at) + BREAK + key.slice(end), on } : undefined;
}

/** The key of the stretch of days that a day is in. */
export function onStretch(key: string, days: readonly Day[], on: Day): string {
  return key + BREAK + (days[stretchOf(days, on) - 1] ?? "");
}
