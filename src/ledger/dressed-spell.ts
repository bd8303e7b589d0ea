/** A spell with what stands around it: its ordinal, what sources claim, and what is announced. */
import { judgeOrdinal, type OrdinalJudgement } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { Declaration } from "../domain/declaration.ts";
import { spellBegunBy } from "../domain/doubts.ts";
import { grouped } from "../domain/grouping.ts";
import { ordinalOf, type Range } from "../domain/ordinal.ts";
import type { Citation } from "../domain/source.ts";
import type { Accession, Spell } from "../domain/spell.ts";
import type { PendingAct, Store } from "./store.ts";

/** What one source says of a party's place, and whether the ledger bears it out. */
export interface ClaimedOrdinal extends OrdinalJudgement {
  readonly claimed: number;
  readonly source: Citation;
}

export interface DressedSpell {
  readonly spell: Spell;
  /** Null unless the role is `member`. */
  readonly ordinal: Range | null;
  readonly claimedOrdinals: readonly ClaimedOrdinal[];
  /** Announced for the party in this coalition, on the day asked; none where no day was. */
  readonly pending: readonly PendingAct[];
}

/** All of a coalition that a claimed ordinal is held against. */
export interface Roll {
  readonly spells: readonly Spell[];
  readonly accessions: readonly Accession[];
}

/** Dresses spells of any coalitions, in their order. */
export async function dress(
  store: Store,
  known: number,
  spells: readonly Spell[],
  on: Day | null,
): Promise<DressedSpell[]> {
  const coalitions = [...new Set(spells.map((spell) => spell.coalition))];
  if (coalitions.length === 0) return [];
  const accessions = byCoalition(await store.accessions(known, coalitions));
  const joins = await joinsWithOrdinals(store, known, spells);
  const claiming = [...new Set([...joins.values()].map((join) => join.coalition))];
  const all =
    claiming.length === 0
      ? new Map<string, Spell[]>()
      : byCoalition(await store.spells({ known, coalitions: claiming }));
  const pending = on === null ? [] : await store.pending({ known, on, coalitions });
  return spells.map((spell) => {
    const own = accessions.get(spell.coalition) ?? [];
    const accession = own.find((each) => each.party === spell.accession);
    const roll = { spells: all.get(spell.coalition) ?? [], accessions: own };
    return {
      spell,
      ordinal: accession === undefined ? null : ordinalOf(accession, own),
      claimedOrdinals: spell.declarations.flatMap((id) => {
        const join = joins.get(id);
        return join?.party === spell.party ? claimedOrdinals(join, roll) : [];
      }),
      pending: pending.filter((act) => concerns(act.declaration, spell)),
    };
  });
}

/** Judges the ordinals that the sources of a join claim; none where the join had no effect. */
export function claimedOrdinals(join: Declaration, roll: Roll): ClaimedOrdinal[] {
  const joining = spellBegunBy(join, roll.spells);
  if (joining === null) return [];
  return join.sources.flatMap((source) => {
    const claimed = source.claims?.ordinal ?? null;
    if (claimed === null) return [];
    return [{ claimed, source, ...judgeOrdinal(claimed, joining, roll.spells, roll.accessions) }];
  });
}

/** The declarations of the spells that are joins with a claimed ordinal, by id. */
async function joinsWithOrdinals(
  store: Store,
  known: number,
  spells: readonly Spell[],
): Promise<Map<string, Declaration>> {
  const ids = [...new Set(spells.flatMap((spell) => spell.declarations))];
  const declarations = await store.declarationsById(ids, known);
  const claiming = declarations.filter(
    ({ act, sources }) => act === "join" && sources.some((source) => source.claims?.ordinal != null),
  );
  return new Map(claiming.map((declaration) => [declaration.id, declaration]));
}

/** Whether an announced act will touch the spell: its party's own, a takeover of it, or the coalition's end. */
function concerns(act: Declaration, spell: Spell): boolean {
  if (act.coalition !== spell.coalition) return false;
  return act.party === null || act.party === spell.party || act.predecessors.includes(spell.party);
}

export function byCoalition<T extends { readonly coalition: string }>(items: readonly T[]): Map<string, T[]> {
  return grouped(items, (item) => item.coalition);
}
