/** Parties over periods: whether, or for how much of each, a party is in each of several coalitions. */
import { type Certainty, edges, mayHold } from "./certainty.ts";
import { AFTER_ALL, BEFORE_ALL, type Day, earlier, later, plusDays } from "./day.ts";
import type { Role } from "./declaration.ts";
import { grouped } from "./grouping.ts";
import type { Lifetime } from "./party.ts";
import type { Period } from "./period.ts";
import type { Spell, Standing } from "./spell.ts";
import { type Step, stepsOf, stretchesOf } from "./stretch.ts";

/** In on the last day (`dec31`) or the first (`jan1`) of the period, on any day of it, or for what share of it. */
export const PANEL_RULES = ["dec31", "jan1", "any", "share"] as const;
export type PanelRule = (typeof PANEL_RULES)[number];

export interface PanelCell {
  /** 1 where the party is certainly in, else 0; under `share` the lowest fraction of the period. */
  readonly certain: number;
  /** 1 where it is possibly in and not certainly, else 0; under `share` the highest fraction of the period. */
  readonly possible: number;
  /** As on the last day of those asked on which it may be in; null where it is out. */
  readonly role: Role | null;
  readonly standing: Standing | null;
}

export interface PanelRow {
  readonly period: Period;
  /** One for each coalition, in the order asked. */
  readonly cells: readonly PanelCell[];
}

const OUT: PanelCell = { certain: 0, possible: 0, role: null, standing: null };

/** Periods that are over: under `dec31` nothing is said of a day that is still to come. */
export function periodsOver(periods: readonly Period[], rule: PanelRule, today: Day): Period[] {
  return periods.filter((period) => rule !== "dec31" || period.last <= today);
}

/**
 * The rows of one party: the periods in which it existed, and those in which it is in all the same (the
 * Yugoslav seat in the UN outlived the state).
 * @param spells of the party, those that answer the question, in the order of coalition and position.
 */
export function* panelRows(
  spells: readonly Spell[],
  lifetime: Lifetime,
  coalitions: readonly string[],
  periods: readonly Period[],
  rule: PanelRule,
): Generator<PanelRow> {
  const byCoalition = grouped(spells, (spell) => spell.coalition);
  const lines = coalitions.map((id) => {
    const own = byCoalition.get(id);
    return own === undefined ? null : panelLine(own, periods, rule);
  });
  for (const [index, period] of periods.entries()) {
    const cells = lines.map((line) => line?.[index] ?? OUT);
    const [first, last] = askedDays(period, rule);
    const existed = (lifetime.from ?? BEFORE_ALL) <= last && first < (lifetime.until ?? AFTER_ALL);
    if (existed || cells.some((cell) => cell.role !== null)) yield { period, cells };
  }
}

/**
 * One party in one coalition, a cell for each period.
 * @param spells of that party in that coalition, those that answer the question, in order.
 * @param periods in the order of time.
 */
export function panelLine(
  spells: readonly Spell[],
  periods: readonly Period[],
  rule: PanelRule,
): PanelCell[] {
  const turns = edges(spells);
  const steps = stepsOf(stretchesOf(spells));
  let [turn, step] = [0, -1];
  let cell = OUT;
  return periods.map((period, index) => {
    // Most years are as the year before: nothing turns from its second day on.
    const since = periods[index - 1]?.first ?? BEFORE_ALL;
    while ((turns[turn] ?? AFTER_ALL) <= since && turn < turns.length) turn += 1;
    if ((turns[turn] ?? AFTER_ALL) > period.last && index > 0) return cell;
    const [first, last] = askedDays(period, rule);
    while ((steps[step + 1]?.on ?? AFTER_ALL) <= first) step += 1;
    const stays = staysWithin(steps, step, first, last);
    const lastDay = stays.at(-1)?.last;
    const spell = lastDay === undefined ? undefined : spells.find((each) => mayHold(each, lastDay));
    cell = spell === undefined ? OUT : cellOf(stays, period, rule, spell);
    return cell;
  });
}

/** The days of a period that the rule asks about, both included. */
function askedDays({ first, last }: Period, rule: PanelRule): [Day, Day] {
  return rule === "dec31" ? [last, last] : rule === "jan1" ? [first, first] : [first, last];
}

/** Days on end, both included, on which the party is in with one certainty. */
interface Stay {
  readonly is: Certainty;
  readonly first: Day;
  readonly last: Day;
}

/** @param at the place of the last step at or before `first`; -1 where there is none. */
function staysWithin(steps: readonly Step[], at: number, first: Day, last: Day): Stay[] {
  const stays: Stay[] = [];
  for (let place = Math.max(at, 0); (steps[place]?.on ?? AFTER_ALL) <= last; place += 1) {
    const { on, is } = steps[place] as Step;
    const next = steps[place + 1]?.on ?? AFTER_ALL;
    const end = next > last ? last : plusDays(next, -1);
    if (is !== null) stays.push({ is, first: later(on, first), last: earlier(end, last) });
  }
  return stays;
}

function cellOf(stays: readonly Stay[], period: Period, rule: PanelRule, spell: Spell): PanelCell {
  const { role, standing } = spell;
  if (rule !== "share") {
    const certain = stays.some((stay) => stay.is === "certain") ? 1 : 0;
    return { certain, possible: 1 - certain, role, standing };
  }
  let [lowest, highest] = [0, 0];
  for (const stay of stays) {
    const days = lengthOf(stay, period);
    highest += days;
    if (stay.is === "certain") lowest += days;
  }
  return { certain: lowest / period.days, possible: highest / period.days, role, standing };
}

function lengthOf({ first, last }: Stay, period: Period): number {
  if (first === period.first && last === period.last) return period.days;
  return (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
}
