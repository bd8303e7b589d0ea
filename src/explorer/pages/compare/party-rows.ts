/** The table of who is in what: one row a party, sorted and filtered as the address says. */
import type { Schemas } from "../../../client/client.ts";
import type { Attendance } from "../../../domain/attendance.ts";
import { partiesOn } from "../../../domain/certainty.ts";
import type { Day } from "../../../domain/day.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import type { CompareQuery } from "./choice.ts";
import type { Intersection } from "./intersections.ts";
import { OUT, STANDING_SIGNS, type StandingOn, standingOn } from "./standing-on.ts";

export interface PartyRow {
  readonly party: Schemas["PartyLabel"];
  /** By coalition, in their order. */
  readonly cells: readonly StandingOn[];
  /** In how many it is, in the role asked for. */
  readonly in: { readonly certain: number; readonly possible: number };
}

/** Made once: a comparison by `localeCompare` would seek its collation each time, on every step of a drag. */
const NAMES = new Intl.Collator("en");

/** Every party that may be in one of them in any role, by name. */
export function partyRows(
  rosters: readonly (readonly ShownSpell[])[],
  attendances: readonly Attendance[],
  day: Day,
): PartyRow[] {
  const rows = new Map<string, { party: Schemas["PartyLabel"]; cells: StandingOn[] }>();
  for (const [index, spells] of rosters.entries()) {
    for (const on of partiesOn(spells, day)) {
      const row = rows.get(on.party) ?? {
        party: (on.spells[0] as ShownSpell).row.party,
        cells: rosters.map(() => OUT),
      };
      row.cells[index] = standingOn(on, day);
      rows.set(on.party, row);
    }
  }
  return [...rows.values()]
    .map((row) => {
      const is = attendances.map((attendance) => attendance.get(row.party.id));
      const numberOf = (certainty: string) => is.filter((each) => each === certainty).length;
      return { ...row, in: { certain: numberOf("certain"), possible: numberOf("possible") } };
    })
    .sort((a, b) => NAMES.compare(a.party.name, b.party.name));
}

/** @param chosen the intersection that is asked for; null asks for all parties. */
export function filtered(
  rows: readonly PartyRow[],
  chosen: Pick<Intersection, "certain" | "possible"> | null,
  text: string,
): PartyRow[] {
  const within = chosen === null ? null : new Set([...chosen.certain, ...chosen.possible]);
  const sought = folded(text.trim());
  return rows.filter(
    ({ party }) =>
      (within === null || within.has(party.id)) &&
      (folded(party.name).includes(sought) || folded(party.id).includes(sought)),
  );
}

/**
 * Equal rows stay in the order of names.
 * @param ids the coalitions, in the order of the cells.
 */
export function sorted(
  rows: readonly PartyRow[],
  { sort, order }: Pick<CompareQuery, "sort" | "order">,
  ids: readonly string[],
): PartyRow[] {
  const turn = order === "down" ? -1 : 1;
  if (sort === "name") return order === "down" ? rows.toReversed() : [...rows];
  const place = ids.indexOf(sort);
  const signOf = (row: PartyRow) => STANDING_SIGNS.indexOf(row.cells[place]?.sign ?? "out");
  return rows.toSorted((a, b) => {
    const difference =
      place >= 0 ? signOf(a) - signOf(b) : b.in.certain - a.in.certain || b.in.possible - a.in.possible;
    return turn * difference;
  });
}

/** Without case and accents, so that "turkiye" finds "Türkiye". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
