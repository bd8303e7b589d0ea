/** The places of a coalition's parties in the order of accession, and what sources claim of them, at one revision. */

import { judgeOrdinal, type OrdinalJudgement } from "../domain/claim.ts";
import type { Declaration } from "../domain/declaration.ts";
import { spellBegunBy } from "../domain/doubts.ts";
import { ordinalsOf, type Range } from "../domain/ordinal.ts";
import type { Citation } from "../domain/source.ts";
import type { Accession, Spell } from "../domain/spell.ts";
import { KeptWhileNewest } from "./kept-while-newest.ts";
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

const kept = new KeptWhileNewest<Places>(MOST_PLACES);

export function placesOf(store: Store, known: number, coalition: string): Promise<Places> {
  return kept.get(store, `${known} ${coalition}`, async () => {
    const accessions = await store.accessions(known, [coalition]);
    const joins = await store.ordinalClaims(known, [coalition]);
    const spells = joins.length === 0 ? [] : await store.spells({ known, coalitions: [coalition] });
    const claimed = joins.map((join) => {
      const ordinals = claimedOrdinals(join, { spells, accessions });
      return [join.id, { party: join.party, ordinals }] as const;
    });
    const ordinals = ordinalsOf(accessions);
    return { made: { ordinals, claimed: new Map(claimed) }, size: ordinals.size };
  });
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
