/** Bounds cut by what comes before and after: in a party's line no act is earlier than the one before it. */
import { type Day, earlier, later } from "./day.ts";
import { type LineAct, partiesOf } from "./line-act.ts";
import type { Bounds } from "./partial-date.ts";

/** The acts in the line of each party, in reading order; the end of the coalition stands in every line. */
export function linesOf(acts: readonly LineAct[]): Map<string, LineAct[]> {
  const lines = new Map<string, LineAct[]>();
  for (const act of acts) {
    for (const party of partiesOf(act)) if (!lines.has(party)) lines.set(party, []);
  }
  for (const act of acts) {
    for (const party of act.party === null ? lines.keys() : new Set(partiesOf(act)))
      lines.get(party)?.push(act);
  }
  return lines;
}

/**
 * The bounds of each act, cut until nothing more can be cut. An act may stand in several lines, and
 * carries what one of them says to the others.
 * @param notAfter the day after which an act cannot be, for the acts that have one.
 * @returns null where no day is left for an act.
 */
export function narrow(
  lines: Iterable<readonly LineAct[]>,
  notAfter: ReadonlyMap<LineAct, Day> = new Map(),
): Map<LineAct, Bounds> | null {
  const all = [...lines];
  const bounds = new Map<LineAct, Bounds>();
  for (const act of all.flat()) {
    const { earliest, latest } = act.date;
    bounds.set(act, { earliest, latest: earlier(latest, notAfter.get(act) ?? latest) });
  }
  let cut = true;
  while (cut) {
    cut = false;
    for (const line of all) cut = narrowLine(line, bounds) || cut;
  }
  for (const { earliest, latest } of bounds.values()) if (earliest > latest) return null;
  return bounds;
}

/** Cuts the bounds along one line; tells whether it did. */
function narrowLine(line: readonly LineAct[], bounds: Map<LineAct, Bounds>): boolean {
  let cut = false;
  const keep = (act: LineAct, was: Bounds, now: Bounds) => {
    if (was.earliest === now.earliest && was.latest === now.latest) return;
    bounds.set(act, now);
    cut = true;
  };
  let earliest: Day | null = null;
  for (const act of line) {
    const was = bounds.get(act) as Bounds;
    earliest = later(was.earliest, earliest ?? was.earliest);
    keep(act, was, { earliest, latest: was.latest });
  }
  let latest: Day | null = null;
  for (const act of line.toReversed()) {
    const was = bounds.get(act) as Bounds;
    latest = earlier(was.latest, latest ?? was.latest);
    keep(act, was, { earliest: was.earliest, latest });
  }
  return cut;
}
