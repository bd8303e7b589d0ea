/** All that the rosters of a coalition are made of, on whatever day, at one revision. */

import { endOf } from "../domain/certainty.ts";
import { judgeOrdinal, type OrdinalJudgement } from "../domain/claim.ts";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../domain/day.ts";
import type { Declaration } from "../domain/declaration.ts";
import { spellBegunBy } from "../domain/doubts.ts";
import { ordinalsOf, type Range } from "../domain/ordinal.ts";
import type { Citation } from "../domain/source.ts";
import type { Accession, Spell } from "../domain/spell.ts";
import { Bounded } from "./bounded.ts";
import type { Revision } from "./command.ts";
import type { PendingAct, Store } from "./store.ts";

/** What one source says of a party's place, and whether the ledger bears it out. */
export interface ClaimedOrdinal extends OrdinalJudgement {
  readonly claimed: number;
  readonly source: Citation;
}

/** The places of a coalition's parties in the order of accession. */
export interface Places {
  /** By the party that acceded. */
  readonly ordinals: ReadonlyMap<string, Range>;
  /** By the join that the source stands on; of most there is none. */
  readonly claimed: ReadonlyMap<string, ClaimedJoin>;
}

interface ClaimedJoin {
  readonly party: string | null;
  readonly ordinals: readonly ClaimedOrdinal[];
}

export interface Roll extends Places {
  /** In the order of party and position. */
  readonly spells: readonly Spell[];
  /** What is pending on some day. */
  readonly announced: readonly PendingAct[];
}

/** What the rolls and places may hold together: spells, acts and places, each some hundred bytes. */
const MOST_ITEMS = 200_000;

interface Kept {
  /** As the store gave it: it gives another, and all this goes, as soon as anything is written. */
  readonly newest: Revision | null;
  readonly all: Bounded<Roll | Places>;
}

const kept = new WeakMap<Store, Kept>();

async function keptBy(store: Store): Promise<Bounded<Roll | Places>> {
  const newest = await store.newest();
  const found = kept.get(store);
  if (found?.newest === newest) return found.all;
  const all = new Bounded<Roll | Places>(MOST_ITEMS);
  kept.set(store, { newest, all });
  return all;
}

export function rollOf(store: Store, known: number, coalition: string): Promise<Roll> {
  return keptOr(store, `${known} roll ${coalition}`, async () => {
    const spells = await store.spells({ known, coalitions: [coalition] });
    const announced = await store.pending({ known, coalitions: [coalition] });
    const places = await madePlaces(store, known, coalition, spells);
    const items = spells.length + announced.length + places.ordinals.size;
    return { made: { ...places, spells, announced }, items };
  });
}

/** For lists of many coalitions, of each of which only a few spells are told. */
export function placesOf(store: Store, known: number, coalition: string): Promise<Places> {
  return keptOr(store, `${known} places ${coalition}`, async () => {
    const made = await madePlaces(store, known, coalition, null);
    return { made, items: made.ordinals.size };
  });
}

async function keptOr<T extends Roll | Places>(
  store: Store,
  key: string,
  make: () => Promise<{ readonly made: T; readonly items: number }>,
): Promise<T> {
  const all = await keptBy(store);
  const found = all.get(key);
  if (found !== undefined) return found as T;
  const { made, items } = await make();
  all.set(key, made, items);
  return made;
}

/** @param all spells of the coalition, null where they are not at hand. */
async function madePlaces(
  store: Store,
  known: number,
  coalition: string,
  all: readonly Spell[] | null,
): Promise<Places> {
  const accessions = await store.accessions(known, [coalition]);
  const joins = await store.ordinalClaims(known, [coalition]);
  const spells = all ?? (joins.length === 0 ? [] : await store.spells({ known, coalitions: [coalition] }));
  const claimed = joins.map((join) => {
    const ordinals = claimedOrdinals(join, { spells, accessions });
    return [join.id, { party: join.party, ordinals }] as const;
  });
  return { ordinals: ordinalsOf(accessions), claimed: new Map(claimed) };
}

/**
 * Judges the ordinals that the sources of a join claim; none where the join had no effect.
 * @param all of its coalition.
 */
export function claimedOrdinals(
  join: Declaration,
  { spells, accessions }: { readonly spells: readonly Spell[]; readonly accessions: readonly Accession[] },
): ClaimedOrdinal[] {
  const joining = spellBegunBy(join, spells);
  if (joining === null) return [];
  return join.sources.flatMap((source) => {
    const claimed = source.claims?.ordinal ?? null;
    if (claimed === null) return [];
    return [{ claimed, source, ...judgeOrdinal(claimed, joining, spells, accessions) }];
  });
}

/** What of it is pending on a day. */
export function pendingOn(announced: readonly PendingAct[], on: Day): PendingAct[] {
  return announced.filter(
    ({ declaration: { declared }, effective, rescinded }) =>
      declared !== null &&
      declared.latest <= on &&
      on < effective.earliest &&
      (rescinded === null || on < rescinded),
  );
}

/**
 * The days, in order, on which a roster of the coalition may be another than on the day before: all bounds of its
 * spells, and the days on which an act begins or ceases to be pending.
 */
export function turningDays({ spells, announced }: Roll): Day[] {
  const days = new Set<Day>();
  for (const spell of spells) {
    for (const bounds of [spell.from, endOf(spell)]) days.add(bounds.earliest).add(bounds.latest);
  }
  for (const { declaration, effective, rescinded } of announced) {
    for (const day of [declaration.declared?.latest, effective.earliest, rescinded])
      if (day != null) days.add(day);
  }
  days.delete(BEFORE_ALL);
  days.delete(AFTER_ALL);
  return [...days].sort();
}
