/** The figures of coalitions on a day: how many are in by role and standing, first and last change. */
import { type Count, count, partiesOn } from "../domain/certainty.ts";
import type { Day } from "../domain/day.ts";
import { ROLES, type Role } from "../domain/declaration.ts";
import type { PartialDate } from "../domain/partial-date.ts";
import { type Spell, STANDINGS, type Standing } from "../domain/spell.ts";
import { byCoalition } from "./dressed-spell.ts";
import type { Store } from "./store.ts";

export interface RoleCount extends Count {
  readonly byStanding: Readonly<Record<Standing, Count>>;
}

export interface CoalitionFigures {
  readonly byRole: Readonly<Record<Role, RoleCount>>;
  /** The date of the earliest change that the ledger holds; null without any. */
  readonly firstChange: PartialDate | null;
  /** The date of the latest change that may have happened by the day; null without any. */
  readonly lastChange: PartialDate | null;
}

/** The number of members of each coalition that has any on the day. */
export async function memberCounts(store: Store, known: number, on: Day): Promise<Map<string, Count>> {
  const spells = byCoalition(await store.spells({ known, on, roles: ["member"] }));
  return new Map([...spells].map(([coalition, own]) => [coalition, count(partiesOn(own, on))]));
}

export async function coalitionFigures(
  store: Store,
  known: number,
  coalition: string,
  on: Day,
): Promise<CoalitionFigures> {
  const spells = await store.spells({ known, coalitions: [coalition] });
  const dates = spells.flatMap((spell) => [spell.from, ...(spell.to === null ? [] : [spell.to])]);
  dates.sort(byDate);
  return {
    byRole: Object.fromEntries(ROLES.map((role) => [role, roleCount(spells, role, on)])) as Record<
      Role,
      RoleCount
    >,
    firstChange: dates[0] ?? null,
    lastChange: dates.findLast((date) => date.earliest <= on) ?? null,
  };
}

function roleCount(spells: readonly Spell[], role: Role, on: Day): RoleCount {
  const own = spells.filter((spell) => spell.role === role);
  const byStanding = Object.fromEntries(
    STANDINGS.map((standing) => [
      standing,
      count(
        partiesOn(
          own.filter((spell) => spell.standing === standing),
          on,
        ),
      ),
    ]),
  ) as Record<Standing, Count>;
  return { ...count(partiesOn(own, on)), byStanding };
}

function byDate(a: PartialDate, b: PartialDate): number {
  if (a.earliest !== b.earliest) return a.earliest < b.earliest ? -1 : 1;
  return a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0;
}
