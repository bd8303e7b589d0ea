/** Who is in a coalition on a day, one row a party: the answer that HTTP and the command line share. */
import { type Certainty, type Count, count, mayHold, type PartyOn, partiesOn } from "../domain/certainty.ts";
import type { Day } from "../domain/day.ts";
import { ROLES, type Role } from "../domain/declaration.ts";
import { grouped } from "../domain/grouping.ts";
import { PARTY_KINDS, type PartyKind } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { type Spell, STANDINGS, type Standing } from "../domain/spell.ts";
import { type DressedSpell, dress, dressed } from "./dressed-spell.ts";
import { pendingOn, type Roll, rollOf } from "./roll.ts";
import type { PendingAct, Store } from "./store.ts";

/** What is left out does not restrict. */
export interface RosterQuestion {
  readonly known: number;
  readonly coalition: string;
  readonly on: Day;
  readonly roles?: readonly Role[];
  readonly standings?: readonly Standing[];
  readonly certainty?: Certainty;
  readonly kind?: PartyKind;
}

export interface RosterRow extends DressedSpell {
  readonly certainty: Certainty;
  /** Further spells of the party that may hold on the day instead of the first. */
  readonly alternatives: readonly Spell[];
}

export interface RosterCounts extends Count {
  readonly byKind: Readonly<Record<PartyKind, Count>>;
  /** As asked with that standing: a party that may be either counts as possible under both. */
  readonly byStanding: Readonly<Record<Standing, Count>>;
}

export interface Roster {
  readonly rows: readonly PartyOn[];
  readonly counts: RosterCounts;
  /** Announced joins that are not yet in effect. */
  readonly pending: readonly PendingAct[];
  /** What it is made of. */
  readonly roll: Roll;
  /** All that is announced in the coalition on that day and not yet in effect. */
  readonly announced: readonly PendingAct[];
}

export async function roster(store: Store, registry: Registry, question: RosterQuestion): Promise<Roster> {
  const { known, coalition, on, roles = ROLES, standings = STANDINGS, certainty, kind } = question;
  const roll = await rollOf(store, known, coalition);
  const spells = roll.spells.filter((spell) => mayHold(spell, on) && roles.includes(spell.role));
  const announced = pendingOn(roll.announced, on);
  const kindOf = (party: string) => registry.party(party)?.kind ?? registry.label(party)?.kind;
  const listed = (wanted: readonly Standing[]) => {
    const held = spells.filter((spell) => wanted.includes(spell.standing));
    return partiesOn(held, on).filter(
      (row) =>
        (certainty === undefined || row.certainty === certainty) &&
        (kind === undefined || kindOf(row.party) === kind),
    );
  };
  const rows = listed(standings);
  const kinds = grouped(rows, (row) => kindOf(row.party));
  // Nobody is asked about twice where all have the one standing.
  const all = STANDINGS.find((standing) => spells.every((spell) => spell.standing === standing));
  return {
    rows,
    counts: {
      ...count(rows),
      byKind: each(PARTY_KINDS, (of) => count(kinds.get(of) ?? [])),
      byStanding: each(STANDINGS, (of) => {
        if (!standings.includes(of)) return count([]);
        return count(of === all ? rows : listed([of]));
      }),
    },
    pending: announced.filter(({ declaration: { act, role, party } }) => {
      const asked = kind === undefined || kind === (party === null ? undefined : kindOf(party));
      return act === "join" && role !== null && roles.includes(role) && asked;
    }),
    roll,
    announced,
  };
}

/** A row of a roster, dressed. */
export function dressRow({ roll, announced }: Roster, row: PartyOn): RosterRow {
  return asRow(dressed(row.spells[0], roll, announced), row);
}

/** Rows of any coalitions, dressed. */
export async function dressRows(
  store: Store,
  known: number,
  rows: readonly PartyOn[],
  on: Day,
): Promise<RosterRow[]> {
  const spells = rows.map((row) => row.spells[0]);
  const all = await dress(store, known, spells, on);
  return rows.map((row, index) => asRow(all[index] as DressedSpell, row));
}

function asRow(
  { spell, ordinal, claimedOrdinals, pending }: DressedSpell,
  { certainty, spells }: PartyOn,
): RosterRow {
  return { spell, ordinal, claimedOrdinals, pending, certainty, alternatives: spells.slice(1) };
}

function each<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
