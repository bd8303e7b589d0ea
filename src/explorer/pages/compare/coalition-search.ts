/** Finds coalitions by any name that they bear or bore. */
import type { CoalitionRow } from "./choice.ts";
import { folded } from "./party-rows.ts";

/** The nearest first: those that begin so, then those with a word that does, then those that hold it. */
export function matching(all: readonly CoalitionRow[], text: string): CoalitionRow[] {
  const sought = folded(text.trim());
  return all
    .map((row) => ({ row, rank: rankOf(row, sought) }))
    .filter(({ rank }) => rank < FAR)
    .sort((a, b) => a.rank - b.rank || a.row.name.localeCompare(b.row.name, "en"))
    .map(({ row }) => row);
}

const FAR = 3;

function rankOf(row: CoalitionRow, sought: string): number {
  const { id, name, shortName, aliases, names } = row;
  const own = [name, ...(shortName === null ? [] : [shortName]), id];
  const others = [...aliases.map((alias) => alias.name), ...Object.values(names)];
  return Math.min(
    ...own.map((text) => nearness(folded(text), sought)),
    ...others.map((text) => nearness(folded(text), sought) + 0.5),
  );
}

function nearness(text: string, sought: string): number {
  if (text.startsWith(sought)) return 0;
  if (text.includes(` ${sought}`)) return 1;
  return text.includes(sought) ? 2 : FAR;
}
