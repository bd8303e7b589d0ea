/** Names of requests, by which what is said of one is found in the log. */
import { randomUUID } from "node:crypto";

const uuid = randomUUID();
/** All but the last group of a UUID of version 8, whose bits are left to whoever makes it (RFC 9562, section 5.8). */
const OF_THIS_PROCESS = `${uuid.slice(0, 14)}8${uuid.slice(15, 24)}`;
const LAST_DIGITS = 12;
let count = 0;

/** A UUID: those of one process begin alike and are counted, which is quicker than to draw each anew. */
export function nextRequestId(): string {
  count += 1;
  return OF_THIS_PROCESS + count.toString(16).padStart(LAST_DIGITS, "0");
}
