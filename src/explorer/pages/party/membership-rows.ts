/** The spells of a party as rows of bars: one for each coalition and role, by the day of joining. */
import { endOf } from "../../../domain/certainty.ts";
import { AFTER_ALL, BEFORE_ALL, type Day, plusDays } from "../../../domain/day.ts";
import type { Role } from "../../../domain/declaration.ts";
import type { PartialDate } from "../../../domain/partial-date.ts";
import { firstOf, lastOf, type Stretch, stretchesOf } from "../../../domain/stretch.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import type { Extent } from "../../pictures/bar-pieces.ts";
import type { Span } from "../../pictures/curve-scales.ts";

export interface MembershipRow {
  readonly coalition: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly spells: readonly ShownSpell[];
  readonly held: readonly Extent[];
  readonly suspended: readonly Extent[];
  /** "1961–, suspended 2011–2023". */
  readonly years: string;
}

/** @param spells of one party, in the order of coalition and time. */
export function membershipRows(spells: readonly ShownSpell[]): MembershipRow[] {
  const groups = new Map<string, ShownSpell[]>();
  for (const spell of spells) {
    const key = `${spell.coalition} ${spell.role}`;
    groups.set(key, [...(groups.get(key) ?? []), spell]);
  }
  const rows = [...groups.values()].map(rowOf);
  return rows.sort(
    (a, b) =>
      compare(firstDay(a).earliest, firstDay(b).earliest) ||
      compare(firstDay(a).latest, firstDay(b).latest) ||
      compare(a.coalition.name, b.coalition.name) ||
      compare(a.role, b.role),
  );
}

/** From the year in which the first began, to today or to the end of the last that is to come. */
export function spanOf(spells: readonly ShownSpell[], today: Day): Span {
  const days = spells
    .flatMap((spell) => [spell.from, endOf(spell)])
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((day) => day !== BEFORE_ALL && day !== AFTER_ALL)
    .sort();
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today];
  // What is to come is shown with some days behind it, so that it is seen to go on.
  const to = last >= today ? `${Number(last.slice(0, 4)) + 1}-01-01` : today;
  return { from: `${(first < today ? first : today).slice(0, 4)}-01-01`, to };
}

function rowOf(spells: readonly ShownSpell[]): MembershipRow {
  const { row, role } = spells[0] as ShownSpell;
  const stretches = stretchesOf(spells);
  const suspensions = spells.filter(({ standing }) => standing === "suspended");
  const suspended = suspensions.map(({ from, to }) => yearsOf(from, to));
  const years = stretches.map((stretch) => yearsOf(firstOf(stretch).from, lastOf(stretch).to)).join(", ");
  return {
    coalition: row.coalition,
    role,
    spells,
    held: stretches.map(extentOf),
    suspended: suspensions.map(({ from, to }) => ({ from, to })),
    years: suspended.length === 0 ? years : `${years}; suspended ${suspended.join(", ")}`,
  };
}

function extentOf(stretch: Stretch): Extent {
  return { from: firstOf(stretch).from, to: lastOf(stretch).to };
}

function firstDay({ spells: [first] }: MembershipRow): PartialDate {
  return (first as ShownSpell).joined;
}

/** "1961–", "2004–2011", "until 1966"; the last year is that of the last day in. */
function yearsOf(from: PartialDate, to: PartialDate | null): string {
  const begun = yearOf(from);
  if (to === null) return from.latest === AFTER_ALL || isUpTo(from) ? begun : `${begun}–`;
  const lastIn = { ...to, earliest: plusDays(to.earliest, -1), latest: plusDays(to.latest, -1) };
  const ended = yearOf(lastIn);
  if (isUpTo(from)) return `until ${ended}`;
  return begun === ended ? begun : `${begun}–${ended}`;
}

function yearOf(date: PartialDate): string {
  const { earliest, latest } = date;
  const [first, last] = [earliest.slice(0, 4), latest.slice(0, 4)];
  if (first === last) return first;
  if (latest === AFTER_ALL) return `${first} or later`;
  return isUpTo(date) ? `${last} or before` : `${first}/${last}`;
}

/** All that is said is a last day, years after the founding. */
function isUpTo({ edtf, earliest, latest }: PartialDate): boolean {
  return (edtf.startsWith("../") || earliest === BEFORE_ALL) && earliest.slice(0, 4) !== latest.slice(0, 4);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
