/**
 * What an answer depends on of a request, as it is written. Nothing is made equal that was written differently, so no
 * request can be taken for another: an address that means the same in other words is only kept a second time.
 */
import type { IncomingMessage } from "node:http";
import { type Day, isDay, stretchOf } from "../domain/day.ts";
import { codingOf } from "./coding.ts";

const DAY = 10;

/** Undefined where the request is none that reads, or is refused for want of a host. */
export function keyOf({ method, url, headers }: IncomingMessage): string | undefined {
  if ((method !== "GET" && method !== "HEAD") || headers.host === undefined) return undefined;
  return `${codingOf(headers["accept-encoding"])}\n${headers.accept ?? ""}\n${url}`;
}

/** Whether the reply is to come as it is, uncompressed. */
export function isPlain(key: string): boolean {
  return key.startsWith("identity\n");
}

/** A key without its `on`, where that is a day; undefined where there is none, or one in another spelling. */
export function withoutDay(key: string): { readonly key: string; readonly on: Day } | undefined {
  const query = key.indexOf("?", key.lastIndexOf("\n"));
  if (query < 0) return undefined;
  // Of several, which are refused, the others stay in the key.
  const first = key.startsWith("on=", query + 1);
  const at = first ? query + 4 : key.indexOf("&on=", query) + 4;
  const end = at + DAY;
  if (at < query + 4 || (end < key.length && key[end] !== "&")) return undefined;
  const on = key.slice(at, end);
  return isDay(on) ? { key: `${key.slice(0, at)}\n${key.slice(end)}`, on } : undefined;
}

/** The key of the stretch of days that a day is in. */
export function onStretch(key: string, days: readonly Day[], on: Day): string {
  return `${key}\n${days[stretchOf(days, on) - 1] ?? ""}`;
}
