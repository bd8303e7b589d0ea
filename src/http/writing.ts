/** The one way in which writing paths write: what was sent becomes one revision, or a problem with every reason. */
import type { Refusal } from "../domain/refusal.ts";
import type { Fault as EntryFault } from "../ledger/checks.ts";
import type { EntryOutcome, Frame, LedgerEntry, Summary } from "../ledger/command.ts";
import type { Key } from "../ledger/key.ts";
import { RunningNumbers } from "../ledger/running-numbers.ts";
import { MOST_TOLD, type Store } from "../ledger/store.ts";
import type { Doorkeeper } from "./authorization.ts";
import { param } from "./parameters.ts";
import { type Fault, Problem, type ProblemSlug } from "./problem.ts";
import type { Service } from "./service.ts";

export interface WritingService extends Service {
  readonly door: Doorkeeper;
  /** The largest body, in bytes. */
  readonly bodyLimit: number;
}

/** The parameters of every writing path. */
export const WRITING = {
  message: param.text(
    "Why, in one sentence; kept with the revision. One is made up if left out.",
    "Syria joins",
  ),
  findings: param.word(
    ["refuse", "accept"],
    "Whether new contradictions, open orders and acts told twice are taken. `refuse` if left out.",
    "accept",
  ),
  dryRun: param.flag("Tell what would become of it, and write nothing.", true),
};

export interface WritingQuery {
  readonly message?: string;
  readonly findings?: "refuse" | "accept";
  readonly dryRun?: boolean;
}

/** Where in the body an entry stands; what is wrong with its fields is told from there. */
export interface Place {
  readonly line?: number;
  /** Makes a pointer into the body (or its line) of one into the entry. */
  readonly pointer: (field: string) => string;
}

/** What a body says, entry by entry, and what is wrong with its shape. */
export interface Sent {
  readonly count: number;
  /** The entries that could be read, in their order and in parts; to be asked once, for a large body is let go of. */
  readonly parts: () => Iterable<readonly PlacedEntry[]> | AsyncIterable<readonly PlacedEntry[]>;
  readonly placeOf: (at: number) => Place;
  readonly faults: readonly Fault[];
}

export interface PlacedEntry {
  readonly entry: LedgerEntry;
  /** The number of its line, or of its value in a list. */
  readonly at: number;
}

/** A body that is at hand as a whole. */
export function sentWhole(
  entries: readonly PlacedEntry[],
  placeOf: Sent["placeOf"],
  faults: readonly Fault[],
): Sent {
  const parts = function* () {
    for (let at = 0; at < entries.length; at += FEW) yield entries.slice(at, at + FEW);
  };
  return { count: entries.length, parts, placeOf, faults };
}

/** Where the body is the entry itself. */
export const AS_IS: Place = { pointer: (field) => field };

/** A body that is one entry, or what is wrong with it. */
export function sentAlone(
  read: { readonly entry: LedgerEntry } | { readonly faults: readonly EntryFault[] },
): Sent {
  const entries = "entry" in read ? [{ entry: read.entry, at: 0 }] : [];
  const faults = "faults" in read ? read.faults.map((each) => placed(each, AS_IS)) : [];
  return sentWhole(entries, () => AS_IS, faults);
}

export interface Written {
  readonly summary: Extract<Summary, { readonly taken: true }>;
  /** What became of each entry, and its ref. */
  readonly outcomes: readonly (EntryOutcome & { readonly ref?: string })[];
}

/** So many entries or fewer may share a commit with other writes; more go to the writer, and back, part by part. */
export const FEW = 1000;

/** Faults that an entry may have only because another one of the body could not be read. */
const PERHAPS_OF_OTHERS: readonly Refusal["code"][] = ["unknown-declaration", "does-not-fit"];

/**
 * @param message where the request has none.
 * @throws {Problem} where anything is refused: then nothing is written, and every reason is told.
 */
export async function write(
  store: Store,
  key: Key,
  query: WritingQuery,
  sent: Sent,
  message: string,
): Promise<Written> {
  const frame: Frame = {
    author: key.name,
    scopes: key.scopes,
    message: query.message ?? message,
    findings: query.findings ?? "refuse",
    dryRun: query.dryRun ?? false,
    imported: false,
  };
  if (sent.faults.length > 0) throw await refusedForShape(store, frame, sent);
  const { summary, outcomes, placeOf } = await append(store, frame, sent);
  if (!summary.taken) throw problemOf(summary.refusals, summary.refusalCount, placeOf, sent.faults);
  return { summary, outcomes };
}

interface Appended {
  readonly summary: Summary;
  readonly outcomes: Written["outcomes"];
  readonly placeOf: PlaceOf;
}

/** Where the entry of an index stands, of those that could be read. */
type PlaceOf = (entry: number) => Place | undefined;

async function append(store: Store, frame: Frame, sent: Sent): Promise<Appended> {
  const outcomes: Written["outcomes"][number][] = [];
  const places = new RunningNumbers();
  const placeOf: PlaceOf = (entry) => {
    const at = places.at(entry);
    return at === null ? undefined : sent.placeOf(at);
  };
  const note = (part: readonly PlacedEntry[], became: readonly (EntryOutcome | null)[]) => {
    for (const [index, { entry, at }] of part.entries()) {
      places.push(at);
      const outcome = became[index] ?? null;
      const ref = "content" in entry ? entry.content.ref : null;
      // Of an entry that is refused nothing becomes, and of the others neither.
      if (outcome !== null) outcomes.push(ref === null ? outcome : { ...outcome, ref });
    }
  };
  if (sent.count <= FEW) {
    const all: PlacedEntry[] = [];
    for await (const part of sent.parts()) all.push(...part);
    const outcome = await store.append({ ...frame, entries: all.map(({ entry }) => entry) });
    note(all, outcome.taken ? outcome.entries : []);
    const summary: Summary = outcome.taken
      ? { ...outcome, findingCount: outcome.findings.length }
      : { ...outcome, refusalCount: outcome.refusals.length };
    return { summary, outcomes, placeOf };
  }
  const bulk = await store.bulk(frame);
  try {
    for await (const part of sent.parts()) note(part, await bulk.add(part.map(({ entry }) => entry)));
    return { summary: await bulk.finish(), outcomes, placeOf };
  } finally {
    await bulk.abort();
  }
}

/** What could be read is tried, so that all that is wrong is told at once. */
async function refusedForShape(store: Store, frame: Frame, sent: Sent): Promise<Problem> {
  const { summary, placeOf } = await append(store, { ...frame, findings: "accept", dryRun: true }, sent);
  const refusals = summary.taken ? [] : summary.refusals;
  const own = refusals.filter(({ code }) => !PERHAPS_OF_OTHERS.includes(code));
  return problemOf(own, own.length, placeOf, sent.faults);
}

function problemOf(
  refusals: readonly Refusal[],
  count: number,
  placeOf: PlaceOf,
  faults: readonly Fault[],
): Problem {
  const outside = refusals
    .filter(({ code }) => code === "outside-scope")
    .map((each) => faultOf(each, placeOf));
  if (outside.length > 0) return told("forbidden", outside, outside.length);
  const all = [...faults, ...refusals.map((each) => faultOf(each, placeOf))];
  // The sort is stable: what has no line stays in the order of the body.
  const sorted = all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return told(slugOf(refusals, faults), sorted, faults.length + count);
}

/** An entry of the registry is refused for its state by a problem of its own. */
function slugOf(refusals: readonly Refusal[], faults: readonly Fault[]): ProblemSlug {
  const [only] = refusals;
  if (only === undefined || refusals.length > 1 || faults.length > 0) return "refused";
  if (only.code === "duplicate-id") return "already-there";
  return only.code === "edited-since" ? "edited-since" : "refused";
}

function told(slug: ProblemSlug, faults: readonly Fault[], total: number): Problem {
  const first = faults[0]?.detail ?? "";
  const at = faults[0]?.line === undefined ? "" : `Line ${faults[0].line}: `;
  const more = total > 1 ? ` This is the first of ${total} reasons.` : "";
  return new Problem(slug, `${at}${first}${more}`, faults.slice(0, MOST_TOLD), { total });
}

function faultOf({ entry, ...refusal }: Refusal, placeOf: PlaceOf): Fault {
  return placed(refusal, entry === null ? undefined : placeOf(entry));
}

/** A fault of an entry as a fault of the body. */
export function placed({ pointer, code, detail, ...more }: EntryFault, place: Place | undefined): Fault {
  const { suggestion, clashesWith } = more;
  return {
    ...(place?.line === undefined ? {} : { line: place.line }),
    code,
    detail,
    pointer: place === undefined ? "" : place.pointer(pointer ?? ""),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(clashesWith === undefined ? {} : { clashesWith }),
  };
}
