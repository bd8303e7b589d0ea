/** Who is in each of several coalitions on a day, by party: what questions about sets begin with. */
import { type Certainty, partiesOn } from "./certainty.ts";
import type { Day } from "./day.ts";
import { grouped } from "./grouping.ts";
import type { Spell } from "./spell.ts";

/** The parties that are in one coalition; one that is not there is out. */
export type Attendance = ReadonlyMap<string, Certainty>;

const NOBODY: Attendance = new Map();

/**
 * One for each coalition, in the order asked.
 * @param spells those that answer the question, in the order of coalition, party and position.
 */
export function attendances(
  spells: readonly Spell[],
  coalitions: readonly string[],
  day: Day,
): Map<string, Attendance> {
  const byCoalition = grouped(spells, (spell) => spell.coalition);
  return new Map(
    coalitions.map((id) => {
      const parties = partiesOn(byCoalition.get(id) ?? [], day);
      return [id, parties.length === 0 ? NOBODY : new Map(parties.map((on) => [on.party, on.certainty]))];
    }),
  );
}
