/** Stretches: a party's adjoining spells taken together, and what they make of it from day to day. */
import { adjoining, type Certainty, endOf } from "./certainty.ts";
import { AFTER_ALL, type Day } from "./day.ts";
import type { Spell } from "./spell.ts";

/** Begins with the first of its spells and ends with the last; never empty. */
export interface Stretch {
  readonly party: string;
  readonly spells: readonly [Spell, ...Spell[]];
}

/** How a party is in from a day on, until the next step; null is out. */
export interface Step {
  readonly on: Day;
  readonly is: Certainty | null;
}

/** @param spells those that answer the question, in the order of coalition, party and position. */
export function stretchesOf(spells: readonly Spell[]): Stretch[] {
  const stretches: { party: string; spells: [Spell, ...Spell[]] }[] = [];
  for (const [index, spell] of spells.entries()) {
    if (adjoining(spells[index - 1], spell)) stretches.at(-1)?.spells.push(spell);
    else stretches.push({ party: spell.party, spells: [spell] });
  }
  return stretches;
}

export function firstOf(stretch: Stretch): Spell {
  return stretch.spells[0];
}

export function lastOf(stretch: Stretch): Spell {
  return stretch.spells.at(-1) ?? stretch.spells[0];
}

/**
 * The days on which it changes whether a party is in, in order.
 * @param stretches of one party in one coalition.
 */
export function stepsOf(stretches: readonly Stretch[]): Step[] {
  const turns: { on: Day; maybe: number; surely: number }[] = [];
  for (const stretch of stretches) {
    const [from, to] = [firstOf(stretch).from, endOf(lastOf(stretch))];
    turns.push({ on: from.earliest, maybe: 1, surely: 0 }, { on: to.latest, maybe: -1, surely: 0 });
    if (from.latest >= to.earliest) continue;
    turns.push({ on: from.latest, maybe: 0, surely: 1 }, { on: to.earliest, maybe: 0, surely: -1 });
  }
  turns.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const steps: Step[] = [];
  let [maybe, surely] = [0, 0];
  let was: Certainty | null = null;
  for (const [index, turn] of turns.entries()) {
    maybe += turn.maybe;
    surely += turn.surely;
    if (turns[index + 1]?.on === turn.on || turn.on === AFTER_ALL) continue;
    const is = surely > 0 ? "certain" : maybe > 0 ? "possible" : null;
    if (is !== was) steps.push({ on: turn.on, is });
    was = is;
  }
  return steps;
}
