/** Who is in exactly which of several coalitions: each party falls into one combination, or may fall into several. */
import type { Attendance } from "../../../domain/attendance.ts";
import type { Certainty } from "../../../domain/certainty.ts";

/** The parties that are in all of these coalitions and in none of the others compared. */
export interface Intersection {
  /** In the order in which the coalitions are compared; never empty. */
  readonly coalitions: readonly string[];
  readonly certain: readonly string[];
  /** Those for whom this is one of several combinations that the dates allow. */
  readonly possible: readonly string[];
}

/** How a party is in each coalition, in their order; null is out. */
export type Pattern = readonly (Certainty | null)[];

/** One for each party that may be in at least one. */
export function patternsOf(attendances: readonly Attendance[]): Map<string, Pattern> {
  const parties = new Set(attendances.flatMap((attendance) => [...attendance.keys()]));
  return new Map(
    [...parties].map((party) => [party, attendances.map((attendance) => attendance.get(party) ?? null)]),
  );
}

/** Those that are not empty, the largest first; of equal ones the one with more coalitions. */
export function intersections(
  ids: readonly string[],
  patterns: ReadonlyMap<string, Pattern>,
): Intersection[] {
  const found = new Map<number, { certain: string[]; possible: string[] }>();
  for (const [party, pattern] of patterns) {
    const masks = combinationsOf(pattern);
    const certainty = masks.length === 1 && masks[0] !== 0 ? "certain" : "possible";
    for (const mask of masks) {
      if (mask === 0) continue;
      const parties = found.get(mask) ?? { certain: [], possible: [] };
      parties[certainty].push(party);
      found.set(mask, parties);
    }
  }
  return [...found]
    .sort(
      ([a, inA], [b, inB]) =>
        inB.certain.length - inA.certain.length ||
        inB.possible.length - inA.possible.length ||
        bitsIn(b) - bitsIn(a) ||
        a - b,
    )
    .map(([mask, parties]) => ({ coalitions: ids.filter((_, index) => has(mask, index)), ...parties }));
}

/** Every combination that the pattern allows; the first coalition is the lowest bit. */
function combinationsOf(pattern: Pattern): number[] {
  let masks = [0];
  for (const [index, is] of pattern.entries()) {
    if (is === null) continue;
    const within = masks.map((mask) => mask | (1 << index));
    masks = is === "certain" ? within : [...masks, ...within];
  }
  return masks;
}

function has(mask: number, index: number): boolean {
  return (mask & (1 << index)) !== 0;
}

function bitsIn(mask: number): number {
  return mask.toString(2).replaceAll("0", "").length;
}
