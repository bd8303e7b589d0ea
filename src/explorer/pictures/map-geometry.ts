/** Where a pointer or an arrow key leads on the map. */
import type { DrawnCountry } from "./drawn-world.ts";

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

export function isArrow(key: string): key is Arrow {
  return key === "ArrowUp" || key === "ArrowDown" || key === "ArrowLeft" || key === "ArrowRight";
}

/** A dot stands for a country that is smaller than this, in square units: about that of Puerto Rico. */
const DOT_BELOW = 30;
/** On a narrow screen also for one smaller than this: about that of Slovenia. */
const NARROW_DOT_BELOW = 90;

export type DotSize = "always" | "narrow";

/** Whether a dot stands for a country: always, on narrow screens, or never. */
export function dotOf({ area }: DrawnCountry): DotSize | null {
  if (area < DOT_BELOW) return "always";
  return area < NARROW_DOT_BELOW ? "narrow" : null;
}

/** The next country in the direction of the arrow; itself where there is none. */
export function nextTowards(from: DrawnCountry, arrow: Arrow, among: readonly DrawnCountry[]): DrawnCountry {
  let [next, least] = [from, Number.POSITIVE_INFINITY];
  for (const each of among) {
    const [right, down] = [each.x - from.x, each.y - from.y];
    const [along, across] = ALONG[arrow](right, down);
    if (along <= 0 || Math.abs(across) > 2 * along) continue;
    const distance = along + Math.abs(across);
    if (distance < least) [next, least] = [each, distance];
  }
  return next;
}

/** The country nearest to a place, no farther than `reach`. */
export function nearestTo(
  x: number,
  y: number,
  reach: number,
  among: readonly DrawnCountry[],
): DrawnCountry | null {
  let [nearest, least]: [DrawnCountry | null, number] = [null, reach];
  for (const each of among) {
    const distance = Math.hypot(each.x - x, each.y - y);
    if (distance <= least) [nearest, least] = [each, distance];
  }
  return nearest;
}

const ALONG: Readonly<Record<Arrow, (right: number, down: number) => readonly [number, number]>> = {
  ArrowRight: (right, down) => [right, down],
  ArrowLeft: (right, down) => [-right, down],
  ArrowDown: (right, down) => [down, right],
  ArrowUp: (right, down) => [-down, right],
};
