/** What can be pointed at on a size curve: changes, and totals that sources published. */
import type { Verdict } from "../../domain/claim.ts";
import type { Day } from "../../domain/day.ts";
import type { Bounds } from "../../domain/partial-date.ts";
import type { Scales, SizeStep } from "./curve-scales.ts";

/** A day on which something changed. */
export interface Mark {
  readonly on: Day;
  /** What changed, in words. */
  readonly text: string;
}

/** A total that a source gives. */
export interface PublishedTotal {
  readonly id: string;
  /** The days that it may be of. */
  readonly on: Bounds;
  readonly total: number;
  readonly verdict: Verdict;
  /** Who counts what, and what the ledger has, in words. */
  readonly text: string;
}

/** Something drawn, with its words. */
export interface Place {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where the marks stand: on the line of what is certain. */
export function placesOfMarks(
  marks: readonly Mark[],
  steps: readonly SizeStep[],
  { x, y }: Pick<Scales, "x" | "y">,
): Place[] {
  return marks.map(({ on, text }) => {
    const certain = steps.findLast((step) => step.on <= on)?.certain ?? 0;
    return { key: on, x: x(on), y: y(certain), text };
  });
}

/** A total of a month stands in the middle of its days. */
export function placesOfTotals(
  totals: readonly PublishedTotal[],
  { x, y }: Pick<Scales, "x" | "y">,
): (Place & { readonly verdict: Verdict })[] {
  return totals.map(({ id, on, total, verdict, text }) => ({
    key: id,
    x: (x(on.earliest) + x(on.latest)) / 2,
    y: y(total),
    text,
    verdict,
  }));
}

/** The nearest of the places within `reach` pixels. */
export function placeAt(places: readonly Place[], x: number, y: number, reach: number): Place | null {
  let [nearest, least]: [Place | null, number] = [null, reach];
  for (const place of places) {
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance <= least) [nearest, least] = [place, distance];
  }
  return nearest;
}
