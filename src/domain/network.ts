/** The co-membership graph: two parties are the nearer, the more coalitions they share on a day. */
import type { Attendance } from "./attendance.ts";
import type { Certainty, Count } from "./certainty.ts";

export interface NetworkNode {
  readonly party: string;
  /** In how many of the coalitions it is. */
  readonly coalitions: Count;
}

export interface NetworkEdge {
  readonly a: string;
  readonly b: string;
  /** In how many of the coalitions both are; an edge has at least one, certain or possible. */
  readonly shared: Count;
}

export interface Network {
  /** Parties that are in one of the coalitions, by id. */
  readonly nodes: readonly NetworkNode[];
  /** Each pair once, `a` before `b`, in the order of the nodes. */
  readonly edges: Iterable<NetworkEdge>;
}

export function network(attendances: readonly Attendance[]): Network {
  const parties = [...new Set(attendances.flatMap((each) => [...each.keys()]))].sort();
  const placeOf = new Map(parties.map((party, place) => [party, place]));
  // Two counts for each pair, the diagonal holding those of the parties themselves.
  const counts = new Uint32Array(parties.length * parties.length * 2);
  const size = parties.length;
  for (const attendance of attendances) {
    const present = [...attendance].map(([party, is]) => [placeOf.get(party) as number, is] as const);
    present.sort(([a], [b]) => a - b);
    present.forEach(([a, isA], index) => {
      for (const [b, isB] of present.slice(index)) {
        const cell = 2 * (a * size + b) + placeOfCount(isA, isB);
        counts[cell] = (counts[cell] as number) + 1;
      }
    });
  }
  const countOf = (a: number, b: number): Count => {
    const cell = 2 * (a * size + b);
    return { certain: counts[cell] as number, possible: counts[cell + 1] as number };
  };
  return {
    nodes: parties.map((party, place) => ({ party, coalitions: countOf(place, place) })),
    edges: { [Symbol.iterator]: () => edgesOf(parties, countOf) },
  };
}

function placeOfCount(a: Certainty, b: Certainty): number {
  return a === "certain" && b === "certain" ? 0 : 1;
}

function* edgesOf(parties: readonly string[], countOf: (a: number, b: number) => Count) {
  for (const [place, a] of parties.entries()) {
    for (let other = place + 1; other < parties.length; other += 1) {
      const shared = countOf(place, other);
      if (shared.certain + shared.possible > 0) yield { a, b: parties[other] as string, shared };
    }
  }
}
