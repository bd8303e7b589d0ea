/** How many parties several coalitions have in common, day by day: a step for each day on which that changes. */
import type { Certainty } from "../../../domain/certainty.ts";
import type { Day } from "../../../domain/day.ts";
import { grouped } from "../../../domain/grouping.ts";
import type { Spell } from "../../../domain/spell.ts";
import { type Step, stepsOf, stretchesOf } from "../../../domain/stretch.ts";

/** A party that from a day on is in all of them in another way than before; null is not in all. */
export interface SharedTurn {
  readonly party: string;
  readonly was: Certainty | null;
  readonly is: Certainty | null;
}

export interface SharedStep {
  readonly on: Day;
  readonly certain: number;
  readonly possible: number;
  readonly turns: readonly SharedTurn[];
}

/** @param coalitions of each the spells that answer the question, in the order of party and position. */
export function sharedSteps(coalitions: readonly (readonly Spell[])[]): SharedStep[] {
  const stepsOfEach = coalitions.map(partySteps);
  const [first, ...others] = stepsOfEach;
  const turnsOn = new Map<Day, SharedTurn[]>();
  for (const [party, steps] of first ?? []) {
    const all = [steps, ...others.map((each) => each.get(party) ?? [])];
    let was: Certainty | null = null;
    for (const { on, is } of inAllOf(all)) {
      const turns = turnsOn.get(on) ?? [];
      turns.push({ party, was, is });
      turnsOn.set(on, turns);
      was = is;
    }
  }
  const numbers = { certain: 0, possible: 0 };
  return [...turnsOn]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, turns]) => {
      for (const { was, is } of turns) {
        if (was !== null) numbers[was] -= 1;
        if (is !== null) numbers[is] += 1;
      }
      return { on, ...numbers, turns };
    });
}

function partySteps(spells: readonly Spell[]): Map<string, Step[]> {
  const byParty = grouped(stretchesOf(spells), (stretch) => stretch.party);
  return new Map([...byParty].map(([party, stretches]) => [party, stepsOf(stretches)]));
}

/** The steps of one party taken together: it is in all as surely as in the one where it is the least sure. */
function inAllOf(all: readonly (readonly Step[])[]): Step[] {
  if (all.some((steps) => steps.length === 0)) return [];
  const days = [...new Set(all.flatMap((steps) => steps.map(({ on }) => on)))].sort();
  const now: (Certainty | null)[] = all.map(() => null);
  const next = all.map(() => 0);
  const merged: Step[] = [];
  for (const on of days) {
    for (const [index, steps] of all.entries()) {
      const step = steps[next[index] ?? 0];
      if (step?.on !== on) continue;
      now[index] = step.is;
      next[index] = (next[index] ?? 0) + 1;
    }
    const is = now.includes(null) ? null : now.includes("possible") ? "possible" : "certain";
    if (is !== (merged.at(-1)?.is ?? null)) merged.push({ on, is });
  }
  return merged;
}
