/** All that the rosters of a coalition are made of, on whatever day, at one revision: kept where several days are asked. */
import { edges, mayHold } from "../domain/certainty.ts";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../domain/day.ts";
import type { Role } from "../domain/declaration.ts";
import { KeptWhileNewest } from "./kept-while-newest.ts";
import type { PendingAct, Store } from "./store.ts";
import type { WrittenSpell } from "./written-spell.ts";

export interface Roll {
  /** In the order of party and position. */
  readonly spells: readonly WrittenSpell[];
  /** What is pending on some day. */
  readonly announced: readonly PendingAct[];
}

/** Of some 40,000 memberships; a ledger that has more asks for those of a coalition again. */
const MOST_BYTES = 128 * 1024 ** 2;
/** Of a spell besides its texts, and of an act, about. */
const BYTES_OF_AN_ITEM = 400;

const rolls = new KeptWhileNewest<Roll>(MOST_BYTES);

export function rollOf(store: Store, known: number, coalition: string): Promise<Roll> {
  return rolls.get(store, `${known} ${coalition}`, async () => {
    const spells = await store.roll({ known, coalition });
    const announced = await store.pending({ known, coalitions: [coalition] });
    const texts = spells.reduce((sum, { times, grounds }) => sum + times.length + grounds.length, 0);
    return {
      made: { spells, announced },
      size: texts + (spells.length + announced.length) * BYTES_OF_AN_ITEM,
    };
  });
}

/** The part of it that may hold on a day. */
export function rollOn({ spells, announced }: Roll, on: Day, roles: readonly Role[] | undefined): Roll {
  return {
    spells: spells.filter((spell) => mayHold(spell, on) && (roles?.includes(spell.role) ?? true)),
    announced: announced.filter(
      ({ declaration: { declared }, effective, rescinded }) =>
        declared !== null &&
        declared.latest <= on &&
        on < effective.earliest &&
        (rescinded === null || on < rescinded),
    ),
  };
}

/**
 * The days, in order, on which a roster of the coalition may be another than on the day before: all bounds of its
 * spells, and the days on which an act begins or ceases to be pending.
 */
export function turningDays({ spells, announced }: Roll): Day[] {
  const days = new Set<Day>(edges(spells));
  for (const { declaration, effective, rescinded } of announced) {
    for (const day of [declaration.declared?.latest, effective.earliest, rescinded])
      if (day != null) days.add(day);
  }
  days.delete(BEFORE_ALL);
  days.delete(AFTER_ALL);
  return [...days].sort();
}
