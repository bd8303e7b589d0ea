/**
 * In which order acts are read whose possible days overlap: the one order without contradiction, or,
 * where there is none or several that differ in effect, a fallback that only the content decides.
 */
import { after, type Contradiction, contradiction, type Holdings, NOBODY } from "./holdings.ts";
import { inFallbackOrder, type LineAct, partiesOf } from "./line-act.ts";
import { certainlyBefore, overlap } from "./partial-date.ts";

export interface Clash {
  readonly kind: Contradiction;
  readonly act: LineAct;
}

export interface ReadingOrder {
  /** The acts that make sense, in order. */
  readonly acts: readonly LineAct[];
  /** The acts that make none, which have no effect and narrow nothing. */
  readonly clashes: readonly Clash[];
  /** The acts whose order is open; empty where it is not. */
  readonly open: readonly LineAct[];
}

/** Steps of the search; above them the order counts as open. */
const SEARCH_BOUND = 20_000;

/** What an order of acts amounts to, as text. */
export interface Effect {
  /** Who is in when and how. */
  readonly days: string;
  /** What the spells take over: `joined`, and whose accession gives the ordinal. */
  readonly inherited: string;
}

/** @param acts of parties that are read together. */
export function readingOrder(
  acts: readonly LineAct[],
  effectOf: (acts: readonly LineAct[]) => Effect,
): ReadingOrder {
  const sorted = [...acts].sort(inFallbackOrder);
  if (sorted.every((act, i) => i === 0 || certainlyBefore((sorted[i - 1] as LineAct).date, act.date))) {
    return fallback(sorted);
  }
  const search = new Search(sorted, effectOf);
  search.run();
  const { read } = search;
  if (read === null) return { ...fallback(sorted), open: search.exhausted ? overlapping(sorted) : [] };
  const open = search.exhausted ? overlapping(sorted) : read.open === null ? [] : between(...read.open);
  return { acts: read.first, clashes: [], open };
}

/** The acts from the first to the last place in which two orders differ. */
function between(a: readonly LineAct[], b: readonly LineAct[]): LineAct[] {
  const from = a.findIndex((act, i) => act !== b[i]);
  const to = a.findLastIndex((act, i) => act !== b[i]);
  return a.slice(from, to + 1);
}

/** The acts whose days overlap those of another. */
function overlapping(acts: readonly LineAct[]): LineAct[] {
  return acts.filter((act) => acts.some((other) => other !== act && overlap(act.date, other.date)));
}

type Order = readonly LineAct[];

/** The first of the orders found, and two that differ in effect. */
interface Read {
  readonly first: Order;
  readonly effect: Effect;
  readonly open: readonly [Order, Order] | null;
}

/**
 * Goes through the orders without contradiction, depth first and in fallback order. Of two neighbours
 * that are independent only one order is tried, for the other has the same effect.
 */
class Search {
  exhausted = false;
  #steps = 0;
  /** Of the orders in which every predecessor named is in when it is succeeded, and of the others. */
  #complete: Read | null = null;
  #incomplete: Read | null = null;
  /** Two orders by which somebody is in on other days. */
  #open: readonly [Order, Order] | null = null;
  readonly #sorted: readonly LineAct[];
  readonly #effectOf: (acts: readonly LineAct[]) => Effect;
  /** Whether the order of accessions may decide which role a succession passes on. */
  readonly #seatsDiffer: boolean;

  constructor(sorted: readonly LineAct[], effectOf: (acts: readonly LineAct[]) => Effect) {
    this.#sorted = sorted;
    this.#effectOf = effectOf;
    this.#seatsDiffer =
      sorted.some((act) => act.act === "succeed") &&
      sorted.some((act) => act.act === "join" && act.role !== "member");
  }

  run(): void {
    this.#extend([], this.#sorted, NOBODY, true);
  }

  /**
   * Who is dissolved on the day on which it is succeeded may be read as gone before its successor came.
   * Where that changes no day it does not count: a succession takes over from all whom it names.
   */
  get read(): Read | null {
    const read = this.#complete ?? this.#incomplete;
    return read === null ? null : { ...read, open: this.#open ?? read.open };
  }

  #extend(order: readonly LineAct[], rest: readonly LineAct[], holdings: Holdings, complete: boolean): void {
    if (rest.length === 0) {
      this.#take(order, complete);
      return;
    }
    for (const act of candidates(rest)) {
      if (this.exhausted || this.#open !== null || this.#complete?.open != null) return;
      this.#steps += 1;
      if (this.#steps > SEARCH_BOUND) this.exhausted = true;
      if (this.#isTried(act, order.at(-1)) || contradiction(holdings, act) !== null) continue;
      const whole = act.predecessors.every((party) => holdings.in.has(party));
      this.#extend([...order, act], without(rest, act), after(holdings, act), complete && whole);
    }
  }

  #take(order: Order, complete: boolean): void {
    const effect = this.#effectOf(order);
    const other = this.#complete ?? this.#incomplete;
    if (other !== null && other.effect.days !== effect.days) this.#open = [other.first, order];
    const before = complete ? this.#complete : this.#incomplete;
    const differs = before !== null && before.effect.inherited !== effect.inherited;
    const read: Read = before ?? { first: order, effect, open: null };
    const now = differs && read.open === null ? { ...read, open: [read.first, order] as const } : read;
    if (complete) this.#complete = now;
    else this.#incomplete = now;
  }

  /** Whether the act goes before the last one in an order that is tried too, with the same effect. */
  #isTried(act: LineAct, last: LineAct | undefined): boolean {
    return (
      last !== undefined &&
      inFallbackOrder(act, last) < 0 &&
      this.#independent(act, last) &&
      overlap(act.date, last.date)
    );
  }

  /** Whether neither act can change what the other does. */
  #independent(a: LineAct, b: LineAct): boolean {
    if (a.party === null || b.party === null) return false;
    if (this.#seatsDiffer && a.act === "join" && b.act === "join") return false;
    const parties = partiesOf(b);
    return !partiesOf(a).some((party) => parties.includes(party));
  }
}

/** The acts that may come next: none of the others is certainly before them. */
function candidates(rest: readonly LineAct[]): LineAct[] {
  return rest.filter((act) => !rest.some((other) => certainlyBefore(other.date, act.date)));
}

function without(acts: readonly LineAct[], taken: LineAct): LineAct[] {
  return acts.filter((act) => act !== taken);
}

/**
 * The first act in fallback order that makes sense is taken. Those that make none yet wait; where none of
 * them does, the one whose dates end first can wait no longer, and is the contradiction.
 */
function fallback(sorted: readonly LineAct[]): ReadingOrder {
  const acts: LineAct[] = [];
  const clashes: Clash[] = [];
  let rest = sorted;
  let holdings = NOBODY;
  while (rest.length > 0) {
    const open = candidates(rest);
    let act = open.find((each) => contradiction(holdings, each) === null);
    if (act !== undefined) {
      holdings = after(holdings, act);
      acts.push(act);
    } else {
      act = open.reduce((first, each) => (each.date.latest < first.date.latest ? each : first));
      clashes.push({ kind: contradiction(holdings, act) as Contradiction, act });
      // Whoever succeeds nobody enters all the same, if it is not in already.
      if (act.act === "succeed" && holdings.in.get(act.party ?? "")?.role !== "member") {
        holdings = after(holdings, act);
        acts.push(act);
      }
    }
    rest = without(rest, act);
  }
  return { acts, clashes, open: [] };
}
