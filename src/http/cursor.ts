/**
 * Cursors: where the next page begins, with the day and the state of the ledger that the first page had.
 * What the ledger said at a revision never changes, so an offset stays right while others write.
 */
import { createHash } from "node:crypto";
import { type Day, isDay } from "../domain/day.ts";
import { Problem } from "./problem.ts";

export interface Cursor {
  readonly on: Day | null;
  readonly revision: number;
  readonly offset: number;
}

/** What a cursor belongs to: the path and every parameter but the paging ones. */
export function requestKey(path: string, query: Readonly<Record<string, unknown>>): string {
  const parameters = Object.entries(query)
    .filter(([name]) => name !== "cursor" && name !== "limit")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([path, parameters]))
    .digest("base64url")
    .slice(0, 12);
}

export function writeCursor({ on, revision, offset }: Cursor, key: string): string {
  return Buffer.from(JSON.stringify([key, on, revision, offset])).toString("base64url");
}

/** @throws {Problem} when the text is no cursor, or one of another request. */
export function readCursor(text: string, key: string): Cursor {
  const parts = parsed(text);
  if (parts === null) throw cursorProblem("This is no cursor that this service made.");
  const [madeFor, on, revision, offset] = parts;
  if (madeFor !== key) {
    throw cursorProblem("The cursor was made for another path or other parameters: repeat those.");
  }
  return { on, revision, offset };
}

function parsed(text: string): [string, Day | null, number, number] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (!Array.isArray(parts) || parts.length !== 4) return null;
    const [key, on, revision, offset] = parts;
    const sound =
      typeof key === "string" &&
      (on === null || (typeof on === "string" && isDay(on))) &&
      Number.isSafeInteger(revision) &&
      Number.isSafeInteger(offset) &&
      offset > 0;
    return sound ? [key, on, revision, offset] : null;
  } catch {
    return null;
  }
}

export function cursorProblem(detail: string): Problem {
  return new Problem("invalid-cursor", detail, [{ code: "invalid-cursor", detail, parameter: "cursor" }]);
}
