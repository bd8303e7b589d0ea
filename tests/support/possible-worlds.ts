/**
 * Every world that the dates of a small ledger allow: each act on one day within its bounds, the acts of
 * a day in each order, walked one by one. The oracle that the derivation is held against; it knows the
 * effects of the acts, and neither reading order nor narrowing.
 */
import { AFTER_ALL, BEFORE_ALL, type Day } from "../../src/domain/day.ts";
import type { Declaration } from "../../src/domain/declaration.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import { type Bounds, sinceFounding } from "../../src/domain/partial-date.ts";
import { afterAct, type Line, type Lines, NEW_LINE } from "./world-machine.ts";

/** The days that acts fall on and questions are asked about. */
export const DAYS: readonly Day[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => `2014-01-0${day}`);
/** The row of days of a world: one before all of them, the nine, one after all of them. */
export const ROW: readonly Day[] = [BEFORE_ALL, ...DAYS, AFTER_ALL];

export interface Worlds {
  readonly count: number;
  /** What a party was on a day in some world: party → a set for each day of ROW, of `out`, `member active`… */
  readonly states: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  /** Since when a party had been in a role: `party place state` → the days (places in ROW) in some world. */
  readonly joined: ReadonlyMap<string, ReadonlySet<number>>;
  /** For the parties of each component, the days of accession that one world gives. */
  readonly accessions: readonly (readonly ReadonlyMap<string, number>[])[];
  /** In how many ways the acts may have worked: one when all orders agree. */
  readonly stories: number;
  /** The same, acts of the same date and effect told alike. */
  readonly outlines: number;
}

/** `silent` tells where the rules leave open what is so; then nothing can be held against the worlds. */
export interface Walk {
  readonly worlds: Worlds | null;
  readonly silent: string | null;
}

/** Where a day stands in ROW. */
export function placeOf(day: Day): number {
  const place = ROW.indexOf(day);
  if (place < 0) throw new Error(`${day} is not in the window`);
  return place;
}

/** All worlds without a contradiction; null where every one has one. */
export function possibleWorlds(facts: CoalitionFacts): Walk {
  const silences = new Set<string>();
  const acts = standing(facts);
  if (acts === null || acts.some((act) => contradictsFacts(act, facts))) return { worlds: null, silent: null };
  if (acts.some((act) => mayStraddleTheEnd(act, facts))) silences.add("a spell may begin before or after the end");
  const total = new Total();
  for (const parties of components(acts)) {
    const own = acts.filter((act) => act.party === null || parties.has(act.party));
    const worlds = new ComponentWalk(own, parties, facts, (reason) => silences.add(reason)).run();
    if (worlds.count === 0) return { worlds: null, silent: first(silences) };
    total.add(worlds);
  }
  return { worlds: total, silent: first(silences) };
}

function first(reasons: ReadonlySet<string>): string | null {
  return [...reasons][0] ?? null;
}

/** The bounds of an act, `../b` beginning with the founding. */
function boundsOf(act: Declaration, facts: CoalitionFacts): Bounds {
  return sinceFounding(act.effective, facts.founded);
}

/** The acts that are left when rescissions have taken back what they name; null where one came too late. */
function standing(facts: CoalitionFacts): Declaration[] | null {
  const gone = new Set<string>();
  for (const rescind of facts.declarations.filter((declaration) => declaration.act === "rescind")) {
    const target = facts.declarations.find((declaration) => declaration.id === rescind.rescinds);
    if (target === undefined) continue;
    if (boundsOf(rescind, facts).earliest >= boundsOf(target, facts).latest) return null;
    if (contradictsFacts(rescind, facts)) return null;
    gone.add(target.id);
  }
  return facts.declarations.filter((act) => act.act !== "rescind" && !gone.has(act.id));
}

/** What no order of acts can mend: an act wholly before the founding, a join wholly outside the lifetime. */
function contradictsFacts(act: Declaration, facts: CoalitionFacts): boolean {
  const { earliest, latest } = boundsOf(act, facts);
  if (facts.founded !== null && latest < facts.founded.earliest) return true;
  if (act.act !== "join" || act.party === null) return false;
  const { from, until } = facts.party(act.party);
  return (from !== null && latest < from) || (until !== null && earliest >= until);
}

/** Whether it is open if `until` ends the spell that the act begins, or if the act ends it at all. */
function mayStraddleTheEnd(act: Declaration, facts: CoalitionFacts): boolean {
  const { earliest, latest } = boundsOf(act, facts);
  const ends = act.act === "withdraw" || act.act === "expel" || act.act === "dissolve";
  return [act.party, ...act.predecessors].some((party) => {
    const until = party === null ? null : facts.party(party).until;
    if (until === null) return false;
    return latest === AFTER_ALL || (!ends && party === act.party && earliest < until && until <= latest);
  });
}

/** The parties, those tied by a succession together. */
function components(acts: readonly Declaration[]): Set<string>[] {
  let groups: Set<string>[] = [];
  for (const act of acts) {
    if (act.party === null) continue;
    const named = [act.party, ...act.predecessors];
    const touched = groups.filter((group) => named.some((party) => group.has(party)));
    groups = groups.filter((group) => !touched.includes(group));
    groups.push(new Set([...named, ...touched.flatMap((group) => [...group])]));
  }
  return groups;
}

class Total implements Worlds {
  count = 1;
  readonly states = new Map<string, Set<string>[]>();
  readonly joined = new Map<string, Set<number>>();
  readonly accessions: ReadonlyMap<string, number>[][] = [];
  stories = 1;
  outlines = 1;

  add(component: Worlds): void {
    this.count *= component.count;
    for (const [party, states] of component.states) this.states.set(party, [...states] as Set<string>[]);
    for (const [key, days] of component.joined) this.joined.set(key, new Set(days));
    this.accessions.push(...component.accessions.map((vectors) => [...vectors]));
    this.stories *= component.stories;
    this.outlines *= component.outlines;
  }
}

/** The walk through the worlds of one component. */
class ComponentWalk {
  readonly #acts: readonly { readonly act: Declaration; readonly from: number; readonly last: number }[];
  readonly #parties: readonly string[];
  readonly #facts: CoalitionFacts;
  readonly #onSilence: (reason: string) => void;
  readonly #states = new Map<string, Set<string>[]>();
  readonly #joined = new Map<string, Set<number>>();
  readonly #accessions = new Map<string, ReadonlyMap<string, number>>();
  readonly #stories = new Set<string>();
  readonly #outlines = new Set<string>();
  #count = 0;

  constructor(
    acts: readonly Declaration[],
    parties: ReadonlySet<string>,
    facts: CoalitionFacts,
    onSilence: (reason: string) => void,
  ) {
    this.#acts = acts.map((act) => {
      const bounds = boundsOf(act, facts);
      return { act, from: placeOf(bounds.earliest), last: placeOf(bounds.latest) };
    });
    this.#parties = [...parties];
    this.#facts = facts;
    this.#onSilence = onSilence;
    for (const party of parties) {
      this.#states.set(
        party,
        ROW.map(() => new Set()),
      );
    }
  }

  run(): Worlds {
    this.#step(0, new Set(), new Map(this.#parties.map((party) => [party, NEW_LINE])), []);
    return {
      count: this.#count,
      states: this.#states,
      joined: this.#joined,
      accessions: [[...this.#accessions.values()]],
      stories: this.#stories.size,
      outlines: this.#outlines.size,
    };
  }

  /** From here each act that may happen on this day happens next, or the day ends. */
  #step(place: number, done: ReadonlySet<number>, lines: Lines, evenings: readonly Lines[]): void {
    if (place === ROW.length) return this.#arrive(evenings);
    let overdue = false;
    for (const [index, { act, from, last }] of this.#acts.entries()) {
      if (done.has(index) || from > place) continue;
      if (last === place) overdue = true;
      const after = afterAct(lines, act, place, this.#onSilence);
      if (after !== null) this.#step(place, new Set(done).add(index), after, evenings);
    }
    if (!overdue) this.#step(place + 1, done, lines, [...evenings, lines]);
  }

  /** One world, whole and without a contradiction: what it says of each party on each day. */
  #arrive(evenings: readonly Lines[]): void {
    this.#count += 1;
    const end = evenings.at(-1) ?? new Map<string, Line>();
    const acceded = new Map<string, number>();
    for (const party of this.#parties) {
      const line = end.get(party) ?? NEW_LINE;
      if (line.acceded !== null) acceded.set(party, line.acceded);
      const goneFrom = this.#endOfParty(party, line);
      for (const [place, evening] of evenings.entries()) {
        const seat = place >= goneFrom ? null : (evening.get(party) ?? NEW_LINE).seat;
        const state = seat === null ? "out" : `${seat.role} ${seat.standing}`;
        this.#states.get(party)?.[place]?.add(state);
        if (seat === null) continue;
        const key = `${party} ${place} ${state}`;
        this.#joined.set(key, (this.#joined.get(key) ?? new Set()).add(seat.joined));
      }
    }
    this.#accessions.set(JSON.stringify([...acceded]), acceded);
    this.#stories.add(this.#parties.map((party) => end.get(party)?.story).join("|"));
    this.#outlines.add(this.#parties.map((party) => end.get(party)?.outline).join("|"));
  }

  /** A party's `until` ends a spell that nothing else ends and that began before it. */
  #endOfParty(party: string, line: Line): number {
    const { until } = this.#facts.party(party);
    if (until === null || line.seat === null) return Infinity;
    return line.seat.since < placeOf(until) ? placeOf(until) : Infinity;
  }
}
