/** Who is in a coalition on a day, one row a party: the answer that HTTP and the command line share. */
import { type Certainty, type Count, count, type PartyOn, partiesOn } from "../domain/certainty.ts";
import type { Day } from "../domain/day.ts";
import type { Role } from "../domain/declaration.ts";
import { grouped } from "../domain/grouping.ts";
import { PARTY_KINDS, type PartyKind } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { type Spell, STANDINGS, type Standing } from "../domain/spell.ts";
import { type DressedSpell, dress, dressed } from "./dressed-spell.ts";
import { type Places, placesOf } from "./places.ts";
import type { PendingAct, Store } from "./store.ts";
import type { ListedSpell, WrittenSpell } from "./written-spell.ts";

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

export interface RosterRow<S extends ListedSpell = Spell> extends DressedSpell<S> {
  readonly certainty: Certainty;
  /** Further spells of the party that may hold on the day instead of the first. */
  readonly alternatives: readonly S[];
}

export interface RosterCounts extends Count {
  readonly byKind: Readonly<Record<PartyKind, Count>>;
  /** As asked with that standing: a party that may be either counts as possible under both. */
  readonly byStanding: Readonly<Record<Standing, Count>>;
}

export interface Roster<S extends ListedSpell = Spell> {
  readonly rows: readonly PartyOn<S>[];
  readonly counts: RosterCounts;
  /** Announced joins that are not yet in effect. */
  readonly pending: readonly PendingAct[];
  readonly places: Places;
  /** All that is announced in the coalition on that day and not yet in effect. */
  readonly announced: readonly PendingAct[];
}

export async function roster(store: Store, registry: Registry, question: RosterQuestion): Promise<Roster> {
  const { known, coalition, on, roles } = question;
  const asked = { known, coalitions: [coalition], on };
  const spells = await store.spells({ ...asked, ...(roles === undefined ? {} : { roles }) });
  return rosterOf(store, registry, question, { spells, announced: await store.pending(asked) });
}

/** The same of spells that are written already. */
export async function writtenRoster(
  store: Store,
  registry: Registry,
  question: RosterQuestion,
): Promise<Roster<WrittenSpell>> {
  const { known, coalition, on, roles } = question;
  const spells = await store.roll({ known, coalition, on, ...(roles === undefined ? {} : { roles }) });
  const announced = await store.pending({ known, coalitions: [coalition], on });
  return rosterOf(store, registry, question, { spells, announced });
}

/** @param spells of the coalition and the roles asked that may hold on the day, and what is pending on it. */
export async function rosterOf<S extends ListedSpell>(
  store: Store,
  registry: Registry,
  { known, coalition, on, roles, standings = STANDINGS, certainty, kind }: RosterQuestion,
  { spells, announced }: { readonly spells: readonly S[]; readonly announced: readonly PendingAct[] },
): Promise<Roster<S>> {
  const places = await placesOf(store, known, coalition);
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
      return act === "join" && role !== null && (roles?.includes(role) ?? true) && asked;
    }),
    places,
    announced,
  };
}

/** A row of a roster, dressed. */
export function dressRow<S extends Spell | WrittenSpell>(
  { places, announced }: Pick<Roster, "places" | "announced">,
  row: PartyOn<S>,
): RosterRow<S> {
  return asRow(dressed(row.spells[0], places, announced), row);
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

function asRow<S extends Spell | WrittenSpell>(
  { spell, ordinal, claimedOrdinals, pending }: DressedSpell<S>,
  { certainty, spells }: PartyOn<S>,
): RosterRow<S> {
  return { spell, ordinal, claimedOrdinals, pending, certainty, alternatives: spells.slice(1) };
}

function each<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
