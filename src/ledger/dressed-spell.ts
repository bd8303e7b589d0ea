/** A spell with what stands around it: its ordinal, what sources claim, and what is announced. */
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouping.ts";
import type { Range } from "../domain/ordinal.ts";
import type { Spell } from "../domain/spell.ts";
import { type ClaimedOrdinal, type Places, placesOf } from "./places.ts";
import type { Announcement, PendingAct, Store } from "./store.ts";
import { declarationsOf, type ListedSpell, type WrittenSpell } from "./written-spell.ts";

export interface DressedSpell<S extends ListedSpell = Spell> {
  readonly spell: S;
  /** Null unless the role is `member`. */
  readonly ordinal: Range | null;
  readonly claimedOrdinals: readonly ClaimedOrdinal[];
  /** Announced for the party in this coalition, on the day asked; none where no day was. */
  readonly pending: readonly PendingAct[];
}

const NONE: readonly never[] = [];

/** Dresses spells of any coalitions, in their order. */
export async function dress(
  store: Store,
  known: number,
  spells: readonly Spell[],
  on: Day | null,
): Promise<DressedSpell[]> {
  const coalitions = [...new Set(spells.map((spell) => spell.coalition))];
  if (coalitions.length === 0) return [];
  const places = new Map<string, Places>();
  for (const coalition of coalitions) places.set(coalition, await placesOf(store, known, coalition));
  const pending = on === null ? NONE : await store.pending({ known, on, coalitions });
  return spells.map((spell) => dressed(spell, places.get(spell.coalition) as Places, pending));
}

/** @param pending on the day, of the coalition at least. */
export function dressed<S extends Spell | WrittenSpell>(
  spell: S,
  places: Places,
  pending: readonly PendingAct[],
): DressedSpell<S> {
  const { ordinals, claimed } = places;
  return {
    spell,
    ordinal: (spell.accession === null ? null : ordinals.get(spell.accession)) ?? null,
    claimedOrdinals: claimed.size === 0 ? NONE : claimsOf(spell, claimed),
    pending: pending.length === 0 ? NONE : pending.filter((act) => concerns(act.declaration, spell)),
  };
}

function claimsOf(spell: Spell | WrittenSpell, claimed: Places["claimed"]): ClaimedOrdinal[] {
  return declarationsOf(spell).flatMap((id) => {
    const join = claimed.get(id);
    return join?.party === spell.party ? join.ordinals : [];
  });
}

/** Whether an announced act will touch the spell: its party's own, a takeover of it, or the coalition's end. */
export function concerns(act: Announcement, spell: ListedSpell): boolean {
  if (act.coalition !== spell.coalition) return false;
  return act.party === null || act.party === spell.party || act.predecessors.includes(spell.party);
}

export function byCoalition<T extends { readonly coalition: string }>(items: readonly T[]): Map<string, T[]> {
  return grouped(items, (item) => item.coalition);
}
