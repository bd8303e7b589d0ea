/** Makes commands of the seed: a past for an empty ledger, or one write that brings a used one up to date. */
import { type Day, earlier } from "../domain/day.ts";
import type { Command, DatedCommand, LedgerEntry } from "../ledger/command.ts";
import { type DatedLine, datedLines } from "./seed-days.ts";
import type { Place } from "./seed-faults.ts";
import type { Seed } from "./seed-files.ts";

/** Who writes what the seed says. */
export const SEED_AUTHOR = "seed";

/** The first revision carries all that was known by this day; later days follow one by one. */
const BASE_DAY: Day = "2025-11-01";

/** A command with the place in the files that each of its entries stands at. */
export interface PlacedCommand<C extends Command> {
  readonly command: C;
  /** Null for an entry that stands in no file any more. */
  readonly places: readonly (Place | null)[];
}

interface PlacedEntry {
  readonly entry: LedgerEntry;
  readonly place: Place | null;
}

/**
 * The past of a ledger that has none: a revision for each day on which something became known. Findings
 * are taken, for history is contradictory; the tests of the seed hold it to having none unexplained.
 * @throws {SeedFaults} where a line would only become known after `today`.
 */
export function pastCommands(seed: Seed, today: Day): PlacedCommand<DatedCommand>[] {
  const lines = datedLines(seed, today);
  const days = [...new Set([BASE_DAY, ...lines.map((line) => atLeastBase(line.day))])].sort();
  const entered = partyDays(seed, lines);
  return days.map((day) => {
    const entries = [
      ...parties(seed, (id) => entered(id) === day),
      ...(day === BASE_DAY ? coalitions(seed) : []),
      ...lines.filter((line) => atLeastBase(line.day) === day).map(lineEntry),
    ];
    const message = day === BASE_DAY ? `What was published by ${day}` : `What was published on ${day}`;
    const command = { ...frame(message, entries), findings: "accept" as const, dryRun: false };
    return placed({ ...command, recordedAt: `${day}T00:00:00.000Z` }, entries);
  });
}

/** A declaration or claim of the seed that no file has any more. */
export interface GoneLine {
  readonly id: string;
  readonly ref: string;
}

/**
 * Everything that the files say as one write, recorded now; what the ledger has already stays unchanged.
 * @param retracting lines that are gone from the files, and are to be taken back.
 */
export function updateCommand(
  seed: Seed,
  today: Day,
  retracting: readonly GoneLine[],
  dryRun: boolean,
): PlacedCommand<Command> {
  const entries = [
    ...parties(seed, () => true),
    ...coalitions(seed),
    ...retracting.map(({ id }) => {
      const entry = { kind: "retraction" as const, of: id, reason: "gone from the seed" };
      return { entry, place: null };
    }),
    ...datedLines(seed, today).map(lineEntry),
  ];
  return placed({ ...frame("The seed brought up to date", entries), findings: "refuse", dryRun }, entries);
}

/** The refs of all lines in the files. */
export function refsOf(seed: Seed): { declarations: ReadonlySet<string>; claims: ReadonlySet<string> } {
  const refs = (lines: readonly { content: { ref: string | null } }[]) =>
    lines.flatMap(({ content }) => content.ref ?? []);
  return {
    declarations: new Set(seed.coalitions.flatMap((each) => refs(each.declarations))),
    claims: new Set(seed.coalitions.flatMap((each) => refs(each.claims))),
  };
}

/** The day on which each party enters: with the base, but one that only a line attests enters with that line. */
function partyDays(seed: Seed, lines: readonly DatedLine[]): (id: string) => Day {
  const first = new Map<string, Day>();
  for (const dated of lines) {
    const named =
      dated.kind === "claim"
        ? dated.line.content.except
        : [dated.line.content.party ?? "", ...dated.line.content.predecessors];
    const day = atLeastBase(dated.day);
    for (const id of named) first.set(id, earlier(first.get(id) ?? day, day));
  }
  const unidentified = new Set(
    seed.parties.flatMap(({ party }) => (party.kind === "unidentified" ? party.id : [])),
  );
  return (id) => (unidentified.has(id) ? (first.get(id) ?? BASE_DAY) : BASE_DAY);
}

function atLeastBase(day: Day): Day {
  return day > BASE_DAY ? day : BASE_DAY;
}

function parties(seed: Seed, taken: (id: string) => boolean): PlacedEntry[] {
  return seed.parties
    .filter(({ party }) => taken(party.id))
    .map(({ party, place }) => ({ entry: { kind: "party", party }, place }));
}

function coalitions(seed: Seed): PlacedEntry[] {
  return seed.coalitions.map(({ coalition, place }) => ({ entry: { kind: "coalition", coalition }, place }));
}

function lineEntry(dated: DatedLine): PlacedEntry {
  const entry: LedgerEntry =
    dated.kind === "claim"
      ? { kind: "claim", content: dated.line.content }
      : { kind: "declaration", content: dated.line.content };
  return { entry, place: dated.line.place };
}

function frame(message: string, entries: readonly PlacedEntry[]) {
  return { author: SEED_AUTHOR, message, imported: true, entries: entries.map(({ entry }) => entry) };
}

function placed<C extends Command>(command: C, entries: readonly PlacedEntry[]): PlacedCommand<C> {
  return { command, places: entries.map(({ place }) => place) };
}
