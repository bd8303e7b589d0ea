/** What is compared, worked out from the spells: what the day does not change, and what holds on a day. */
import { type Attendance, attendances } from "../../../domain/attendance.ts";
import { edges } from "../../../domain/certainty.ts";
import { type Day, earlier, isDay, later } from "../../../domain/day.ts";
import { inAll, type Overlap, overlaps } from "../../../domain/overlap.ts";
import { type ShownSpell, toDate } from "../../answers/spells.ts";
import type { Span } from "../../pictures/curve-scales.ts";
import { type CoalitionRow, type CompareQuery, labelOf } from "./choice.ts";
import { type Intersection, intersections, patternsOf } from "./intersections.ts";
import { type PartyRow, partyRows } from "./party-rows.ts";

/** A coalition that is compared. */
export interface Compared {
  readonly id: string;
  readonly label: string;
  readonly coalition: CoalitionRow;
  /** In the order of party and time. */
  readonly spells: readonly ShownSpell[];
  /** Those of the role that is asked for. */
  readonly asked: readonly ShownSpell[];
}

export interface OnDay {
  /** By the id of the coalition. */
  readonly attendances: ReadonlyMap<string, Attendance>;
  readonly intersections: readonly Intersection[];
  readonly pairs: readonly Overlap[];
  readonly inAll: Attendance;
  readonly rows: readonly PartyRow[];
}

/** @param spells of each coalition, of all roles. */
export function comparedOf(
  coalitions: readonly CoalitionRow[],
  spells: readonly (readonly ShownSpell[])[],
  role: CompareQuery["role"],
): Compared[] {
  return coalitions.map((coalition, index) => {
    const own = spells[index] ?? [];
    const asked = role === "any" ? own : own.filter((spell) => spell.role === role);
    return { id: coalition.id, label: labelOf(coalition), coalition, spells: own, asked };
  });
}

export function onDay(compared: readonly Compared[], day: Day): OnDay {
  const ids = compared.map(({ id }) => id);
  const asked = compared.flatMap((each) => each.asked);
  const inCoalition = attendances(asked, ids, day);
  const inEach = [...inCoalition.values()];
  return {
    attendances: inCoalition,
    intersections: intersections(ids, patternsOf(inEach)),
    pairs: overlaps(inCoalition),
    inAll: inAll(inEach),
    rows: partyRows(
      compared.map(({ spells }) => spells),
      inEach,
      day,
    ),
  };
}

/** From the founding of the first of them to today, or to what is still to come. */
export function lifeOfAll(compared: readonly Compared[], today: Day): Span {
  const days = turningDays(compared);
  const founded = compared.flatMap(({ coalition }) =>
    coalition.founded === null ? [] : [toDate(coalition.founded).earliest],
  );
  return {
    from: [...founded, ...days.slice(0, 1)].filter(isDay).reduce(earlier, today),
    to: later(days.at(-1) ?? today, today),
  };
}

/** The days on which something may change in any of them, in order. */
export function turningDays(compared: readonly Compared[]): Day[] {
  return edges(compared.flatMap(({ spells }) => spells)).filter(isDay);
}
