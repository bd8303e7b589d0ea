/** Who is in a coalition on a day, one row a party: the answer that HTTP and the command line share. */
import { type Certainty, type Count, type PartyOn, partiesOn } from "../domain/certainty.ts";
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

/** What is asked of the rosters of a coalition, on whatever day; what is left out does not restrict. */
export interface RostersQuestion {
  readonly known: number;
  readonly coalition: string;
  readonly roles?: readonly Role[];
  readonly standings?: readonly Standing[];
  readonly certainty?: Certainty;
  readonly kind?: PartyKind;
}

export interface RosterQuestion extends RostersQuestion {
  readonly on: Day;
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

export interface Roster {
  readonly rows: readonly PartyOn[];
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
  const announced = await store.pending(asked);
  const listed = [...grouped(spells, ({ party }) => party).values()].map((own) =>
    partyRosters(own, registry, question)(on),
  );
  return {
    rows: listed.flatMap(({ row }) => row ?? []),
    counts: countsOf(listed.map(({ counted }) => counted)),
    pending: comingJoins(announced, registry, question),
    places: await placesOf(store, known, coalition),
    announced,
  };
}

/** How a party counts in a roster, under each heading; null where it does not. */
export interface Counted {
  readonly certainty: Certainty | null;
  readonly kind: PartyKind | undefined;
  readonly standings: Readonly<Record<Standing, Certainty | null>>;
}

/** What a roster says of one party. */
export interface Listed<S extends ListedSpell> {
  /** Null where it is not listed. It may still count: under a standing it is possible, in all it is certain. */
  readonly row: PartyOn<S> | null;
  readonly counted: Counted;
}

/**
 * What rosters say of one party, on whatever day.
 * @param own spells of the party, of the roles asked, in their order.
 */
export function partyRosters<S extends ListedSpell>(
  own: readonly [S, ...S[]],
  registry: Registry,
  { standings = STANDINGS, certainty, kind }: Pick<RostersQuestion, "standings" | "certainty" | "kind">,
): (on: Day) => Listed<S> {
  const [{ party, standing: first }] = own;
  const itsKind = kindOf(registry, party);
  const isAsked = kind === undefined || kind === itsKind;
  const under = (wanted: readonly Standing[]) =>
    isAsked ? own.filter(({ standing }) => wanted.includes(standing)) : [];
  const all = under(standings);
  // It is not asked about twice where all have the one standing.
  const haveOne = own.every(({ standing }) => standing === first);
  const apart = STANDINGS.map((of) => (standings.includes(of) && !haveOne ? under([of]) : []));
  return (on) => {
    const certaintyOf = (row: PartyOn<S> | undefined) =>
      row === undefined || (certainty !== undefined && row.certainty !== certainty) ? null : row.certainty;
    const row = partiesOn(all, on)[0];
    const listed = certaintyOf(row);
    const held = STANDINGS.map((of, at) => {
      if (haveOne) return of === first ? listed : null;
      return certaintyOf(partiesOn(apart[at] as S[], on)[0]);
    });
    return { row: listed === null ? null : (row as PartyOn<S>), counted: countedAs(listed, itsKind, held) };
  };
}

/** By a number of which each digit tells a part. */
const ways = new Map<number, Counted>();
const CERTAINTIES: readonly (Certainty | null)[] = [null, "certain", "possible"];

/** There are few ways to count, and each is one object, however many parties count so. */
function countedAs(
  certainty: Certainty | null,
  kind: PartyKind | undefined,
  held: readonly (Certainty | null)[],
): Counted {
  let key = kind === undefined ? PARTY_KINDS.length : PARTY_KINDS.indexOf(kind);
  for (const each of [certainty, ...held]) key = key * CERTAINTIES.length + CERTAINTIES.indexOf(each);
  const found = ways.get(key);
  if (found !== undefined) return found;
  const standings = Object.fromEntries(STANDINGS.map((of, at) => [of, held[at]])) as Counted["standings"];
  const counted = { certainty, kind, standings };
  ways.set(key, counted);
  return counted;
}

export function countsOf(parties: readonly Counted[]): RosterCounts {
  const none = () => ({ certain: 0, possible: 0 });
  const [all, byKind, byStanding] = [none(), each(PARTY_KINDS, none), each(STANDINGS, none)];
  const alike = new Map<Counted, number>();
  for (const way of parties) alike.set(way, (alike.get(way) ?? 0) + 1);
  for (const [{ certainty, kind, standings }, number] of alike) {
    if (certainty !== null) all[certainty] += number;
    if (certainty !== null && kind !== undefined) byKind[kind][certainty] += number;
    for (const standing of STANDINGS) {
      const held = standings[standing];
      if (held !== null) byStanding[standing][held] += number;
    }
  }
  return { ...all, byKind, byStanding };
}

/** The joins among what is announced, as far as they are asked. */
export function comingJoins(
  announced: readonly PendingAct[],
  registry: Registry,
  { roles, kind }: Pick<RostersQuestion, "roles" | "kind">,
): PendingAct[] {
  return announced.filter(({ declaration: { act, role, party } }) => {
    const isAsked = kind === undefined || kind === (party === null ? undefined : kindOf(registry, party));
    return act === "join" && role !== null && (roles?.includes(role) ?? true) && isAsked;
  });
}

function kindOf(registry: Registry, party: string): PartyKind | undefined {
  return registry.party(party)?.kind ?? registry.label(party)?.kind;
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
