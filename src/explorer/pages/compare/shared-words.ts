/** What a step in the number of common parties consists of, in words. */
import { isDay } from "../../../domain/day.ts";
import type { Mark } from "../../pictures/curve-places.ts";
import { dayInWords } from "../../words/dates.ts";
import { listed } from "./sentences.ts";
import type { SharedStep, SharedTurn } from "./shared-steps.ts";

/** More of one day are summed up. */
const MOST_NAMED = 6;

export function marksOf(steps: readonly SharedStep[], nameOf: (party: string) => string): Mark[] {
  return steps
    .filter(({ on }) => isDay(on))
    .map(({ on, turns }) => ({ on, text: `${dayInWords(on)}: ${turnsInWords(turns, nameOf, MOST_NAMED)}` }));
}

const KINDS: readonly {
  readonly words: string;
  readonly is: (turn: SharedTurn) => boolean;
}[] = [
  { words: "in", is: ({ is }) => is === "certain" },
  { words: "possibly in", is: ({ was, is }) => was === null && is === "possible" },
  { words: "no longer for certain", is: ({ was, is }) => was === "certain" && is === "possible" },
  { words: "out", is: ({ is }) => is === null },
];

/** "Finland and Sweden in; United Kingdom out". */
export function turnsInWords(
  turns: readonly SharedTurn[],
  nameOf: (party: string) => string,
  most: number,
): string {
  return KINDS.flatMap(({ words, is }) => {
    const names = turns
      .filter(is)
      .map(({ party }) => nameOf(party))
      .sort((a, b) => a.localeCompare(b, "en"));
    if (names.length === 0) return [];
    const more = names.length - most;
    const told = more > 0 ? [...names.slice(0, most), `${more} more`] : names;
    return [`${listed(told)} ${words}`];
  }).join("; ");
}
