/** `known`: the state of the ledger that is asked, as an RFC 3339 instant or a revision number. */
import { type Day, isDay } from "../domain/day.ts";
import type { Revision } from "../ledger/command.ts";
import { type Problem, parameterProblem } from "./problem.ts";
import type { Service } from "./service.ts";

/** A write begun before an instant may still be recorded under it; long after, it cannot. */
const SETTLED_AFTER_MS = 60_000;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * The revision that `known` means, and whether it will mean that for ever.
 * @param name of the parameter, for the problem.
 */
export async function readKnown(
  { store, clock }: Service,
  text: string | undefined,
  name = "known",
): Promise<{ known: Revision | null; settled: boolean }> {
  if (text === undefined) return { known: await store.newest(), settled: false };
  const now = clock().getTime();
  if (/^\d+$/.test(text)) return { known: await numbered(store, text, now, name), settled: true };
  const instant = readInstant(text, now, name);
  if (instant > now) {
    // Revisions follow one another by at least a millisecond, so the newest may be ahead of the clock.
    const newest = await store.newest();
    if (newest === null || instant > Date.parse(newest.recordedAt)) {
      throw knownProblem(
        name,
        "in-the-future",
        `"${name}" is later than now: leave it out to ask the newest state.`,
      );
    }
  }
  const known = await store.revisionAt(new Date(instant).toISOString());
  if (known === null) throw await tooEarly(store, name);
  return { known, settled: instant < now - SETTLED_AFTER_MS };
}

async function numbered(store: Service["store"], text: string, now: number, name: string): Promise<Revision> {
  const number = Number(text);
  const known = Number.isSafeInteger(number) && number > 0 ? await store.revision(number) : null;
  if (known !== null) return known;
  if (number === 0)
    throw knownProblem(name, "unknown-revision", `"${name}" cannot be 0: revisions begin at 1.`);
  const newest = await store.newest();
  const there = newest === null ? "the ledger has none yet" : `the newest is ${newest.number}`;
  const detail = `"${name}" asks for revision ${text}, but ${there}.`;
  if (!/^(?:1[89]|2\d)\d{2}$/.test(text)) {
    throw knownProblem(name, "unknown-revision", detail, newest === null ? undefined : String(newest.number));
  }
  const meant = endOf(`${text}-12-31`, now);
  throw knownProblem(
    name,
    "bare-year",
    `${detail} If the year is meant, write an instant, like ${meant}.`,
    meant,
  );
}

/** An RFC 3339 instant in milliseconds. */
function readInstant(text: string, now: number, name: string): number {
  const day = INSTANT.exec(text)?.[1];
  const instant = Date.parse(text.toUpperCase());
  if (day !== undefined && isDay(day) && !Number.isNaN(instant)) return instant;
  const wholeDay: boolean = isDay(text);
  if (wholeDay) {
    const meant = endOf(text, now);
    const detail = `"${name}" is an instant, and "${text}" is a whole day: write one like ${meant}.`;
    throw knownProblem(name, "bare-day", detail, meant);
  }
  if (/ \d{2}:\d{2}$/.test(text)) {
    const meant = text.replace(/ (\d{2}:\d{2})$/, "%2B$1");
    const detail = `"${name}" has a space where an offset begins: in an address, write + as %2B.`;
    throw knownProblem(name, "bad-instant", detail, meant);
  }
  throw knownProblem(
    name,
    "bad-instant",
    `"${name}" cannot be "${text}": it is an RFC 3339 instant, like 2026-01-01T00:00:00Z, or a revision number.`,
  );
}

/** The last second of a day, or the present one where that is still to come. */
function endOf(day: Day, now: number): string {
  const end = Math.min(Date.parse(`${day}T23:59:59Z`), now);
  return `${new Date(end).toISOString().slice(0, 19)}Z`;
}

async function tooEarly(store: Service["store"], name: string): Promise<Problem> {
  const first = await store.revision(1);
  const begin = first === null ? "it has none yet" : `the first was recorded at ${first.recordedAt}`;
  const detail = `"${name}" is before the first revision of the ledger: ${begin}.`;
  return knownProblem(name, "before-first-revision", detail, first?.recordedAt);
}

function knownProblem(name: string, code: string, detail: string, suggestion?: string): Problem {
  return parameterProblem({
    code,
    detail,
    parameter: name,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}
