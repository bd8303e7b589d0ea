/** The places of a coalition's parties in the order of accession, and what sources claim of them, at one revision. */

import { judgeOrdinal, type OrdinalJudgement } from "../domain/claim.ts";
import type { Declaration } from "../domain/declaration.ts";
import { spellBegunBy } from "../domain/doubts.ts";
import { ordinalsOf, type Range } from "../domain/ordinal.ts";
import type { Citation } from "../domain/source.ts";
import type { Accession, Spell } from "../domain/spell.ts";
import { Bounded } from "./bounded.ts";
import type { Revision } from "./command.ts";
import type { Store } from "./store.ts";

/** What one source says of a party's place, and whether the ledger bears it out. */
export interface ClaimedOrdinal extends OrdinalJudgement {
  readonly claimed: number;
  readonly source: Citation;
}

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

/** So many places are kept ready, each some hundred bytes. */
const MOST_PLACES = 200_000;

interface Kept {
  /** As the store gave it: it gives another, and all this goes, as soon as anything is written. */
  readonly newest: Revision | null;
  readonly places: Bounded<Places>;
}

const kept = new WeakMap<Store, Kept>();

async function keptBy(store: Store): Promise<Bounded<Places>> {
  const newest = await store.newest();
  const found = kept.get(store);
  if (found?.newest === newest) return found.places;
  const places = new Bounded<Places>(MOST_PLACES);
  kept.set(store, { newest, places });
  return places;
}

export async function placesOf(store: Store, known: number, coalition: string): Promise<Places> {
  const all = await keptBy(store);
  const key = `${known} ${coalition}`;
  const found = all.get(key);
  if (found !== undefined) return found;
  const accessions = await store.accessions(known, [coalition]);
  const joins = await store.ordinalClaims(known, [coalition]);
  const spells = joins.length === 0 ? [] : await store.spells({ known, coalitions: [coalition] });
  const claimed = joins.map((join) => {
    const ordinals = claimedOrdinals(join, { spells, accessions });
    return [join.id, { party: join.party, ordinals }] as const;
  });
  const places = { ordinals: ordinalsOf(accessions), claimed: new Map(claimed) };
  all.set(key, places, places.ordinals.size);
  return places;
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
