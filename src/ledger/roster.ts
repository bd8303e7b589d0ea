/** Who is in a coalition on a day, one row a party: the answer that HTTP and the command line share. */
import { type Certainty, type Count, count, type PartyOn, partiesOn } from "../domain/certainty.ts";
import type { Day } from "../domain/day.ts";
import { ROLES, type Role } from "../domain/declaration.ts";
import { PARTY_KINDS, type PartyKind } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { type Spell, STANDINGS, type Standing } from "../domain/spell.ts";
import { type DressedSpell, dress } from "./dressed-spell.ts";
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
}

export async function roster(store: Store, registry: Registry, question: RosterQuestion): Promise<Roster> {
  const { known, coalition, on, roles = ROLES, standings = STANDINGS } = question;
  const spells = await store.spells({ known, coalitions: [coalition], on, roles });
  const kindOf = (party: string) => registry.label(party)?.kind;
  const listed = (wanted: readonly Standing[], kind = question.kind) =>
    partiesOn(
      spells.filter((spell) => wanted.includes(spell.standing)),
      on,
    ).filter(
      (row) =>
        (question.certainty === undefined || row.certainty === question.certainty) &&
        (kind === undefined || kindOf(row.party) === kind),
    );
  const rows = listed(standings);
  const pending = await store.pending({ known, on, coalitions: [coalition] });
  return {
    rows,
    counts: {
      ...count(rows),
      byKind: each(PARTY_KINDS, (kind) => count(rows.filter((row) => kindOf(row.party) === kind))),
      byStanding: each(STANDINGS, (standing) =>
        count(listed(standings.includes(standing) ? [standing] : [])),
      ),
    },
    pending: pending.filter(({ declaration: { act, role, party } }) => {
      const kind = party === null ? undefined : kindOf(party);
      const asked = question.kind === undefined || kind === question.kind;
      return act === "join" && role !== null && roles.includes(role) && asked;
    }),
  };
}

/** The rows of a page, dressed. */
export async function dressRows(
  store: Store,
  known: number,
  rows: readonly PartyOn[],
  on: Day,
): Promise<RosterRow[]> {
  const dressed = await dress(
    store,
    known,
    rows.map((row) => row.spells[0]),
    on,
  );
  return rows.map(({ certainty, spells }, index) => ({
    ...(dressed[index] as DressedSpell),
    certainty,
    alternatives: spells.slice(1),
  }));
}

function each<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
