/** Brings the seed into a store: a past for an empty ledger, or one write over a used one. */
import { fileURLToPath } from "node:url";
import type { Finding } from "./domain/finding.ts";
import type { Refusal } from "./domain/refusal.ts";
import { type GoneLine, pastCommands, refsOf, SEED_AUTHOR, updateCommand } from "./formats/seed-commands.ts";
import type { Place } from "./formats/seed-faults.ts";
import { readSeed, type Seed, seedFiles } from "./formats/seed-files.ts";
import type { Outcome } from "./ledger/command.ts";
import type { Store } from "./ledger/store.ts";

/** Found from src/ and from dist/ alike: both stand at the root of the package. */
const SEED = fileURLToPath(new URL("../seed", import.meta.url));
const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

export interface SeedReport {
  readonly revisions: number;
  readonly created: number;
  readonly unchanged: number;
  readonly superseded: number;
  /** What the seed once said and no file says any more. */
  readonly gone: readonly GoneLine[];
  /** Whether it was taken back. */
  readonly retracted: boolean;
  /** Those that the seed brought in, doubts included. */
  readonly findings: readonly Finding[];
}

/** Said where the ledger refused what the seed says: `file:line: message`, one for each reason. */
export class SeedRefused extends Error {
  override readonly name = "SeedRefused";
}

/** @throws {SeedFaults} with all that is wrong in the files. */
export function theSeed(): Seed {
  return readSeed(seedFiles(SEED));
}

/** Loads the seed with its past. @returns null where the ledger is not empty: then no file is read. */
export async function seedEmpty(store: Store, read: () => Seed, now: Date): Promise<SeedReport | null> {
  if ((await store.newest()) !== null) return null;
  const past = pastCommands(read(), dayOf(now));
  const outcomes = await store.load(past.map(({ command }) => command));
  outcomes.forEach((outcome, index) => {
    if (!outcome.taken) throw refused(outcome.refusals, past[index]?.places ?? []);
  });
  return report(outcomes, [], false);
}

/** Brings a used ledger up to date with the seed. */
export async function updateFromSeed(
  store: Store,
  seed: Seed,
  now: Date,
  { retractMissing, dryRun }: { readonly retractMissing: boolean; readonly dryRun: boolean },
): Promise<SeedReport> {
  const gone = await goneLines(store, seed);
  const { command, places } = updateCommand(seed, dayOf(now), retractMissing ? gone : [], dryRun);
  const outcome = await store.append(command);
  if (!outcome.taken) throw refused(outcome.refusals, places);
  return report([outcome], gone, retractMissing && !dryRun);
}

/** Declarations and claims that the seed brought, that stand, and that are in no file any more. */
async function goneLines(store: Store, seed: Seed): Promise<GoneLine[]> {
  const known = (await store.newest())?.number ?? 0;
  const refs = refsOf(seed);
  const gone: GoneLine[] = [];
  const declarations = await store.declarations({ known }, EVERYTHING);
  for (const { declaration, recordedBy, state } of declarations.items) {
    const { id, ref } = declaration;
    const stands = state === "in-force" || state === "rescinded";
    if (recordedBy !== SEED_AUTHOR || ref === null || !stands) continue;
    if (!refs.declarations.has(ref)) gone.push({ id, ref });
  }
  for (const { id, ref, revision } of await store.claims(known)) {
    if (ref === null || refs.claims.has(ref)) continue;
    if ((await store.revision(revision))?.recordedBy === SEED_AUTHOR) gone.push({ id, ref });
  }
  return gone;
}

function report(outcomes: readonly Outcome[], gone: readonly GoneLine[], retracted: boolean): SeedReport {
  const taken = outcomes.flatMap((outcome) => (outcome.taken ? outcome : []));
  const sum = (key: "created" | "unchanged" | "superseded") =>
    taken.reduce((total, outcome) => total + outcome[key], 0);
  return {
    revisions: taken.filter(({ revision }) => revision !== null).length,
    created: sum("created"),
    unchanged: sum("unchanged"),
    superseded: sum("superseded"),
    gone,
    retracted,
    findings: taken.flatMap(({ findings }) => findings),
  };
}

function refused(refusals: readonly Refusal[], places: readonly (Place | null)[]): SeedRefused {
  const lines = refusals.map(({ detail, entry }) => {
    const place = entry === null ? null : (places[entry] ?? null);
    return place === null ? detail : `${place.file}:${place.line}: ${detail}`;
  });
  return new SeedRefused(lines.join("\n"));
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
