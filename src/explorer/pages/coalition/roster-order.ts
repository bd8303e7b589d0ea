/** Sorts and filters the rows of a roster. */
import type { PartyKind } from "../../../domain/party.ts";
import type { QueryOf } from "../../address/pages.ts";
import { kindOf, nameOf, type RosterRow } from "./day-of-coalition.ts";

export type Sorting = Pick<QueryOf<"coalition">, "sort" | "order">;

/** Names as the language sorts them: Åland with A. */
const byName = new Intl.Collator("en").compare;

export function filtered(
  rows: readonly RosterRow[],
  { q, partyKind }: { readonly q: string; readonly partyKind: PartyKind | "any" },
): readonly RosterRow[] {
  const sought = plain(q.trim());
  return rows.filter(
    (row) =>
      (partyKind === "any" || kindOf(row) === partyKind) &&
      (sought === "" || plain(nameOf(row)).includes(sought) || row.party.toLowerCase() === sought),
  );
}

export function sorted(rows: readonly RosterRow[], { sort, order }: Sorting): readonly RosterRow[] {
  const compare = COMPARED[sort];
  const sign = order === "up" ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(a, b) || byName(nameOf(a), nameOf(b)));
}

const COMPARED: Readonly<Record<Sorting["sort"], (a: RosterRow, b: RosterRow) => number>> = {
  name: (a, b) => byName(nameOf(a), nameOf(b)),
  ordinal: (a, b) => ordinalOf(a) - ordinalOf(b) || latestOf(a) - latestOf(b),
  from: (a, b) => compareText(a.spells[0].joined.latest, b.spells[0].joined.latest),
  standing: (a, b) => compareText(b.spells[0].standing, a.spells[0].standing),
};

/** Who has no place in the order of accession comes last. */
function ordinalOf({ spells: [{ row }] }: RosterRow): number {
  return row.ordinal?.earliest ?? Number.MAX_SAFE_INTEGER;
}

function latestOf({ spells: [{ row }] }: RosterRow): number {
  return row.ordinal?.latest ?? Number.MAX_SAFE_INTEGER;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Without accents and case. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
