/** Bounds cut by what comes before and after: in a party's line no act is earlier than the one before it. */
import { type Day, earlier, later } from "./day.ts";
import { after, NOBODY } from "./holdings.ts";
import { type LineAct, partiesOf } from "./line-act.ts";
import type { Bounds } from "./partial-date.ts";

/** That one act is not later than another. */
export type NotLater = readonly [before: LineAct, after: LineAct];

/**
 * What an order of acts says of their days, party by party. An act that changes nothing for a party (it is
 * out already when it ceases to exist) stands between the changes before and after it, but in no order to
 * others that change nothing: read the other way round they would do the same.
 */
export function notLater(acts: readonly LineAct[]): NotLater[] {
  const parties = new Set(acts.flatMap(partiesOf));
  const lastChange = new Map<string, LineAct>();
  const since = new Map<string, LineAct[]>();
  const pairs: NotLater[] = [];
  let holdings = NOBODY;
  for (const act of acts) {
    const before = holdings;
    holdings = after(holdings, act);
    for (const party of act.party === null ? parties : new Set(partiesOf(act))) {
      const last = lastChange.get(party);
      const idle = since.get(party) ?? [];
      if (last !== undefined) pairs.push([last, act]);
      if (before.in.get(party) === holdings.in.get(party)) {
        since.set(party, [...idle, act]);
      } else {
        pairs.push(...idle.map((each) => [each, act] as const));
        since.delete(party);
        lastChange.set(party, act);
      }
    }
  }
  return pairs;
}

/**
 * The bounds of each act, cut until nothing more can be cut. A succession stands in several lines, and
 * carries what one of them says to the others.
 * @param notAfter the day after which an act cannot be, for the acts that have one.
 */
export function narrow(
  acts: Iterable<LineAct>,
  pairs: readonly NotLater[],
  notAfter: ReadonlyMap<LineAct, Day> = new Map(),
): ReadonlyMap<LineAct, Bounds> {
  const bounds = new Map<LineAct, Bounds>();
  for (const act of acts) {
    const { earliest, latest } = act.date;
    bounds.set(act, { earliest, latest: earlier(latest, notAfter.get(act) ?? latest) });
  }
  while (cut(pairs, bounds));
  return bounds;
}

/** Cuts the bounds once along every pair; tells whether it did. */
function cut(pairs: readonly NotLater[], bounds: Map<LineAct, Bounds>): boolean {
  let changed = false;
  for (const [first, second] of pairs) {
    const [a, b] = [bounds.get(first) as Bounds, bounds.get(second) as Bounds];
    if (a.earliest <= b.earliest && a.latest <= b.latest) continue;
    bounds.set(first, { earliest: a.earliest, latest: earlier(a.latest, b.latest) });
    bounds.set(second, { earliest: later(a.earliest, b.earliest), latest: b.latest });
    changed = true;
  }
  return changed;
}
