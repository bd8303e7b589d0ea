/**
 * Walks all worlds of one group of parties: each act on one day within its bounds, the acts of a day in each
 * order. It knows the effects of the acts, and neither reading order nor narrowing.
 */
import type { Declaration } from "../../src/domain/declaration.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import { type Bounds, sinceFounding } from "../../src/domain/partial-date.ts";
import { placeOf, ROW } from "./world-days.ts";
import { afterAct, type Line, type Lines, NEW_LINE, type OnSilence } from "./world-machine.ts";

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
  /** The same by what can be seen of it. */
  readonly outlines: number;
}

/** The bounds of an act, `../b` beginning with the founding. */
export function boundsOf(act: Declaration, facts: CoalitionFacts): Bounds {
  return sinceFounding(act.effective, facts.founded);
}

/** A change of a party, with the first and the last day that it may have. */
interface Span {
  readonly party: string;
  readonly act: string;
  readonly state: string;
  readonly first: number;
  readonly last: number;
}

function spansOf(party: string, line: Line): Span[] {
  return line.chapters.map(({ act, state, day }) => ({ party, act, state, first: day, last: day }));
}

/** What can be seen of the changes: not which acts they were, and no state that is certainly empty. */
function outline(spans: readonly Span[]): string {
  const seen: Span[] = [];
  for (const span of spans) {
    const last = seen.at(-1);
    if (last?.party === span.party && span.last <= last.first) seen.pop();
    const before = seen.at(-1);
    const state = before?.party === span.party ? before.state : "out";
    if (state !== span.state) seen.push(span);
  }
  return seen.map(({ party, state, first, last }) => `${party} ${state} ${first} ${last}`).join("; ");
}

/** The walk through the worlds of one component. */
export class ComponentWalk {
  readonly #acts: readonly { readonly act: Declaration; readonly from: number; readonly last: number }[];
  readonly #parties: readonly string[];
  readonly #facts: CoalitionFacts;
  readonly #onSilence: OnSilence;
  readonly #states = new Map<string, Set<string>[]>();
  readonly #joined = new Map<string, Set<number>>();
  readonly #accessions = new Map<string, ReadonlyMap<string, number>>();
  readonly #stories = new Set<string>();
  readonly #chapters = new Map<string, Span[]>();
  #count = 0;

  constructor(
    acts: readonly Declaration[],
    parties: ReadonlySet<string>,
    facts: CoalitionFacts,
    onSilence: OnSilence,
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
      outlines: new Set([...this.#chapters.values()].map(outline)).size,
    };
  }

  /** From here each act that may happen on this day happens next, or the day ends. */
  #step(place: number, done: ReadonlySet<number>, lines: Lines, evenings: readonly Lines[]): void {
    if (place === ROW.length) {
      this.#arrive(evenings);
      return;
    }
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
    this.#remember(this.#parties.flatMap((party) => spansOf(party, end.get(party) ?? NEW_LINE)));
  }

  /** Worlds in which the same acts made the same changes are told together, each change with all its days. */
  #remember(spans: readonly Span[]): void {
    const key = spans.map(({ party, act, state }) => `${party} ${act} ${state}`).join("; ");
    const told = this.#chapters.get(key) ?? spans;
    this.#chapters.set(
      key,
      spans.map((span, index) => ({
        ...span,
        first: Math.min(span.first, (told[index] as Span).first),
        last: Math.max(span.last, (told[index] as Span).last),
      })),
    );
  }

  /** A party's `until` ends a spell that nothing else ends and that began before it. */
  #endOfParty(party: string, line: Line): number {
    const { until } = this.#facts.party(party);
    if (until === null || line.seat === null) return Infinity;
    return line.seat.since < placeOf(until) ? placeOf(until) : Infinity;
  }
}
