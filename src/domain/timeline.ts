/** The number of parties in a coalition as a step series: every change, with the count after it. */
import { type Certainty, type Count, endOf } from "./certainty.ts";
import type { Day } from "./day.ts";
import { grouped } from "./grouping.ts";
import type { Spell } from "./spell.ts";
import { firstOf, lastOf, type Step, type Stretch, stepsOf, stretchesOf } from "./stretch.ts";
import { beginningOf, type DeclarationOf, endOfSpell, type TurningPoint } from "./turning-point.ts";

/** What a party's coming or going did on a day: it may have happened from then on, or surely has. */
export interface TimelineChange extends TurningPoint {
  readonly party: string;
  readonly certainty: Certainty;
}

export interface TimelineRow extends Count {
  readonly on: Day;
  readonly changes: readonly TimelineChange[];
}

/**
 * One row for each day on which it changes whether somebody is in, so for each on which a number does;
 * where one leaves as another comes, the numbers are those of the row before. The first row may be on
 * BEFORE_ALL.
 * @param spells of one coalition, those that answer the question, in the order of party and position.
 */
export function timeline(spells: readonly Spell[], declarationOf: DeclarationOf): TimelineRow[] {
  const byParty = grouped(stretchesOf(spells), (stretch) => stretch.party);
  const turns = [...byParty.values()].flatMap((stretches) =>
    stepsOf(stretches).map((step, index, steps) => ({ stretches, step, was: steps[index - 1]?.is ?? null })),
  );
  turns.sort((a, b) => (a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : 0));
  const rows: { on: Day; certain: number; possible: number; changes: TimelineChange[] }[] = [];
  const numbers = { certain: 0, possible: 0 };
  for (const { stretches, step, was } of turns) {
    if (was !== null) numbers[was] -= 1;
    if (step.is !== null) numbers[step.is] += 1;
    const changes = changesOn(step, stretches, declarationOf);
    const row = rows.at(-1);
    if (row?.on === step.on) Object.assign(row, numbers).changes.push(...changes);
    else rows.push({ on: step.on, ...numbers, changes });
  }
  return rows;
}

/**
 * The rows of the days `[from, to)`. Where none falls on `from`, one without changes opens the series, so
 * that the last row at or before a day gives its count.
 */
export function within(rows: readonly TimelineRow[], from: Day | null, to: Day | null): TimelineRow[] {
  const inside = rows.filter((row) => (from === null || from <= row.on) && (to === null || row.on < to));
  const before = from === null ? undefined : rows.findLast((row) => row.on < from);
  if (from === null || before === undefined || inside[0]?.on === from) return inside;
  return [{ ...before, on: from, changes: [] }, ...inside];
}

/** The beginnings and ends of a party's stretches that a step stands on. */
function changesOn(
  { on }: Step,
  stretches: readonly Stretch[],
  declarationOf: DeclarationOf,
): TimelineChange[] {
  return stretches.flatMap((stretch): TimelineChange[] => {
    const [first, last] = [firstOf(stretch), lastOf(stretch)];
    const changes: TimelineChange[] = [];
    const { party } = stretch;
    for (const [date, point] of [
      [first.from, () => beginningOf(first, declarationOf)],
      [endOf(last), () => endOfSpell(last, declarationOf)],
    ] as const) {
      if (date.earliest !== on && date.latest !== on) continue;
      const turn = point();
      if (turn !== null)
        changes.push({ ...turn, party, certainty: date.latest === on ? "certain" : "possible" });
    }
    return changes;
  });
}
