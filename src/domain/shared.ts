/** Coalitions that several parties share: the stretches over which all of them are in together. */
import type { Certainty } from "./certainty.ts";
import { AFTER_ALL, BEFORE_ALL, type Day, earlier, later } from "./day.ts";
import { grouped } from "./grouping.ts";
import { type Bounds, exactly, type PartialDate } from "./partial-date.ts";
import type { Spell } from "./spell.ts";
import { firstOf, lastOf, type Stretch, stretchesOf } from "./stretch.ts";

export interface Shared {
  readonly coalition: string;
  /** When the last of them came in. */
  readonly from: PartialDate;
  /** When the first of them left again; null while nothing ends it. */
  readonly to: PartialDate | null;
  /** Over time: whether they surely were in together at all. On a day: whether they surely are on it. */
  readonly certainty: Certainty;
}

interface Together {
  readonly from: PartialDate;
  readonly to: PartialDate;
}

const NEVER = exactly(AFTER_ALL);

/**
 * In the order of coalition and time; with `on`, at most one for each coalition.
 * @param spells of these parties, those that answer the question, in the order of coalition, party and
 *   position.
 */
export function shared(spells: readonly Spell[], parties: readonly string[], on: Day | null): Shared[] {
  const byCoalition = grouped(stretchesOf(spells), (stretch) => firstOf(stretch).coalition);
  return [...byCoalition].flatMap(([coalition, stretches]): Shared[] => {
    const byParty = grouped(stretches, (stretch) => stretch.party);
    const together = parties.map((party) => (byParty.get(party) ?? []).map(togetherOf)).reduce(intersection);
    const found = together.flatMap(({ from, to }): Shared[] => {
      const certainty = on === null ? certaintyOf(from, to) : certaintyOn(from, to, on);
      return certainty === null
        ? []
        : [{ coalition, from, to: to.edtf === AFTER_ALL ? null : to, certainty }];
    });
    // Two that may hold on one day are both possible: where one is certain, no other may hold.
    return on === null ? found : found.slice(0, 1);
  });
}

function togetherOf(stretch: Stretch): Together {
  return { from: firstOf(stretch).from, to: lastOf(stretch).to ?? NEVER };
}

/** All pairs that may meet, begun when the later one has begun and over when the earlier one is over. */
function intersection(some: readonly Together[], others: readonly Together[]): Together[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const from = bothOf(one.from, other.from, later);
      const to = bothOf(one.to, other.to, earlier);
      return from.earliest < to.latest ? [{ from, to }] : [];
    }),
  );
}

function bothOf(a: PartialDate, b: PartialDate, choose: (a: Day, b: Day) => Day): PartialDate {
  const bounds = { earliest: choose(a.earliest, b.earliest), latest: choose(a.latest, b.latest) };
  const told = [a, b].find((date) => date.earliest === bounds.earliest && date.latest === bounds.latest);
  return told ?? { edtf: edtfOf(bounds), ...bounds };
}

function edtfOf({ earliest, latest }: Bounds): string {
  if (earliest === latest) return earliest;
  return `${earliest === BEFORE_ALL ? ".." : earliest}/${latest === AFTER_ALL ? ".." : latest}`;
}

function certaintyOf(from: Bounds, to: Bounds): Certainty {
  return from.latest < to.earliest ? "certain" : "possible";
}

function certaintyOn(from: Bounds, to: Bounds, on: Day): Certainty | null {
  if (on < from.earliest || to.latest <= on) return null;
  return from.latest <= on && on < to.earliest ? "certain" : "possible";
}
