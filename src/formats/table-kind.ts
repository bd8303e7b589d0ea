/** Tells by its header what a CSV file holds. */
import { DECLARATION_COLUMNS } from "./declaration-lines.ts";
import { COALITION_COLUMNS, COUNTRY_COLUMNS } from "./registry-lines.ts";
import { SPELL_COLUMNS } from "./spell-lines.ts";

const COLUMNS = {
  declarations: DECLARATION_COLUMNS,
  spells: SPELL_COLUMNS,
  countries: COUNTRY_COLUMNS,
  coalitions: COALITION_COLUMNS,
} as const;
export type TableKind = keyof typeof COLUMNS;

/** The kind that knows the most of the columns, the first of `kinds` where several do; null if none knows any. */
export function tableKind(header: readonly string[], kinds: readonly TableKind[]): TableKind | null {
  let best: { kind: TableKind; known: number } | null = null;
  for (const kind of kinds) {
    const columns: readonly string[] = COLUMNS[kind];
    const known = header.filter((name) => columns.includes(name)).length;
    if (known > (best?.known ?? 0)) best = { kind, known };
  }
  return best?.kind ?? null;
}
