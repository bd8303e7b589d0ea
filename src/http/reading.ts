/**
 * The reading conventions: makes a day and a state of the ledger of what a request says, once, so that
 * everything in a reply is asked at the same revision.
 */
import type { Day } from "../domain/day.ts";
import { isDay } from "../domain/day.ts";
import type { Revision } from "../ledger/command.ts";
import type { Page } from "../ledger/store.ts";
import { cursorProblem, readCursor, requestKey } from "./cursor.ts";
import { MAXIMUM_LIMIT } from "./parameters.ts";
import { type Problem, parameterProblem } from "./problem.ts";
import type { Service } from "./service.ts";

/** What a reading request asks, all of it resolved. */
export interface Question {
  /** Null where the answer is over time. */
  readonly on: Day | null;
  /** Null where the ledger has no revision yet. */
  readonly known: Revision | null;
  /** The number of `known`; 0 asks an empty ledger. */
  readonly revision: number;
  readonly page: Page;
  /** Whether the request itself names both day and state, so that its answer never changes. */
  readonly pinned: boolean;
}

/** The parameters of all reading paths, as `parameters.ts` lets them through. */
export interface ReadingQuery {
  readonly on?: Day;
  readonly known?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A write begun before an instant may still be recorded under it; long after, it cannot. */
const SETTLED_AFTER_MS = 60_000;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * @param onDefault `today` where the answer is about a day, null where it is over time.
 * @throws {Problem} when day and state cannot be made of the request.
 */
export async function readQuestion(
  service: Service,
  path: string,
  query: ReadingQuery,
  onDefault: "today" | null,
): Promise<Question> {
  const { limit = MAXIMUM_LIMIT } = query;
  if (query.cursor !== undefined) {
    const { on, revision, offset } = readCursor(query.cursor, requestKey(path, { ...query }));
    const known = await service.store.revision(revision);
    if (known === null) throw cursorProblem(`The cursor is of revision ${revision}, which is not here.`);
    return { on, known, revision, page: { offset, limit }, pinned: on !== null };
  }
  const { known, settled } = await readKnown(service, query.known);
  const today = service.clock().toISOString().slice(0, 10);
  return {
    on: query.on ?? (onDefault === "today" ? today : null),
    known,
    revision: known?.number ?? 0,
    page: { offset: 0, limit },
    pinned: query.on !== undefined && settled,
  };
}

/** The revision that `known` means, and whether it will mean that for ever. */
async function readKnown(
  { store, clock }: Service,
  text: string | undefined,
): Promise<{ known: Revision | null; settled: boolean }> {
  if (text === undefined) return { known: await store.newest(), settled: false };
  const now = clock().getTime();
  if (/^\d+$/.test(text)) return { known: await numbered(store, text, now), settled: true };
  const instant = readInstant(text, now);
  if (instant > now) {
    // Revisions follow one another by at least a millisecond, so the newest may be ahead of the clock.
    const newest = await store.newest();
    if (newest === null || instant > Date.parse(newest.recordedAt)) {
      throw knownProblem("in-the-future", `"known" is later than now: leave it out to ask the newest state.`);
    }
  }
  const known = await store.revisionAt(new Date(instant).toISOString());
  if (known === null) throw await tooEarly(store);
  return { known, settled: instant < now - SETTLED_AFTER_MS };
}

async function numbered(store: Service["store"], text: string, now: number): Promise<Revision> {
  const number = Number(text);
  const known = Number.isSafeInteger(number) && number > 0 ? await store.revision(number) : null;
  if (known !== null) return known;
  if (number === 0) throw knownProblem("unknown-revision", `"known" cannot be 0: revisions begin at 1.`);
  const newest = await store.newest();
  const there = newest === null ? "the ledger has none yet" : `the newest is ${newest.number}`;
  const year = /^(?:1[89]|2\d)\d{2}$/.test(text);
  const meant = endOf(`${text}-12-31`, now);
  throw knownProblem(
    year ? "bare-year" : "unknown-revision",
    `"known" asks for revision ${text}, but ${there}.${
      year ? ` If the year ${text} is meant, write an instant, like ${meant}.` : ""
    }`,
    year ? meant : newest === null ? undefined : String(newest.number),
  );
}

/** An RFC 3339 instant in milliseconds. */
function readInstant(text: string, now: number): number {
  const day = INSTANT.exec(text)?.[1];
  const instant = Date.parse(text.toUpperCase());
  if (day !== undefined && isDay(day) && !Number.isNaN(instant)) return instant;
  const wholeDay: boolean = isDay(text);
  if (wholeDay) {
    const meant = endOf(text, now);
    const detail = `"known" is an instant, and "${text}" is a whole day: write one like ${meant}.`;
    throw knownProblem("bare-day", detail, meant);
  }
  if (/ \d{2}:\d{2}$/.test(text)) {
    const meant = text.replace(/ (\d{2}:\d{2})$/, "%2B$1");
    const detail = `"known" has a space where an offset begins: in an address, write + as %2B.`;
    throw knownProblem("bad-instant", detail, meant);
  }
  throw knownProblem(
    "bad-instant",
    `"known" cannot be "${text}": it is an RFC 3339 instant, like 2026-01-01T00:00:00Z, or a revision number.`,
  );
}

/** The last second of a day, or the present one where that is still to come. */
function endOf(day: Day, now: number): string {
  const end = Math.min(Date.parse(`${day}T23:59:59Z`), now);
  return `${new Date(end).toISOString().slice(0, 19)}Z`;
}

async function tooEarly(store: Service["store"]): Promise<Problem> {
  const first = await store.revision(1);
  const begin = first === null ? "it has none yet" : `the first was recorded at ${first.recordedAt}`;
  const detail = `"known" is before the first revision of the ledger: ${begin}.`;
  return knownProblem("before-first-revision", detail, first?.recordedAt);
}

function knownProblem(code: string, detail: string, suggestion?: string): Problem {
  return parameterProblem({
    code,
    detail,
    parameter: "known",
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}
