/** How many parties are in, from one change to the next. */
import type { Count } from "../../domain/certainty.ts";
import type { Day } from "../../domain/day.ts";
import { grouped } from "../../domain/grouping.ts";
import type { Spell } from "../../domain/spell.ts";
import { stepsOf, stretchesOf } from "../../domain/stretch.ts";

/** The number from a day on, until the next step. */
export interface SizeStep extends Count {
  readonly on: Day;
}

const NOBODY: Count = { certain: 0, possible: 0 };

/**
 * One step for each day on which a number changes, in order.
 * @param spells of one coalition, those that answer the question, in the order of party and position.
 */
export function sizeSteps(spells: readonly Spell[]): SizeStep[] {
  const turns = [...grouped(stretchesOf(spells), ({ party }) => party).values()].flatMap((stretches) =>
    stepsOf(stretches).map((step, index, all) => ({ ...step, was: all[index - 1]?.is ?? null })),
  );
  turns.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const steps: SizeStep[] = [];
  const numbers = { ...NOBODY };
  for (const [index, { on, is, was }] of turns.entries()) {
    if (was !== null) numbers[was] -= 1;
    if (is !== null) numbers[is] += 1;
    if (turns[index + 1]?.on !== on) steps.push({ on, ...numbers });
  }
  return steps;
}

/** The number on a day is that of the last step at or before it. */
export function sizeOn(steps: readonly SizeStep[], day: Day): Count {
  return steps.findLast(({ on }) => on <= day) ?? NOBODY;
}
