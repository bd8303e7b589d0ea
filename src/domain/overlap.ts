/** How far coalitions have the same parties: sizes of pairwise intersections, and who is in all. */
import type { Attendance } from "./attendance.ts";
import type { Certainty, Count } from "./certainty.ts";

export interface Overlap {
  readonly a: string;
  readonly b: string;
  readonly sizeA: Count;
  readonly sizeB: Count;
  readonly both: Count;
  /** Of those who are certainly in: how many are in both, among all that are in one; null without any. */
  readonly jaccard: number | null;
}

/** Each pair of coalitions once, in their order. */
export function overlaps(inCoalition: ReadonlyMap<string, Attendance>): Overlap[] {
  const all = [...inCoalition].map(([id, parties]) => ({ id, parties, size: sizeOf(parties) }));
  return all.flatMap((a, index) =>
    all.slice(index + 1).map((b): Overlap => {
      const both = sizeOf(inAll([a.parties, b.parties]));
      const either = a.size.certain + b.size.certain - both.certain;
      const jaccard = either === 0 ? null : both.certain / either;
      return { a: a.id, b: b.id, sizeA: a.size, sizeB: b.size, both, jaccard };
    }),
  );
}

/** The parties that are in every one: certainly if they are so in each. */
export function inAll(attendances: readonly Attendance[]): Attendance {
  const [first, ...others] = attendances;
  const parties = new Map<string, Certainty>();
  for (const [party, certainty] of first ?? []) {
    const answers = [certainty, ...others.map((other) => other.get(party))];
    if (answers.includes(undefined)) continue;
    parties.set(party, answers.includes("possible") ? "possible" : "certain");
  }
  return parties;
}

function sizeOf(parties: Attendance): Count {
  let certain = 0;
  for (const certainty of parties.values()) if (certainty === "certain") certain += 1;
  return { certain, possible: parties.size - certain };
}
