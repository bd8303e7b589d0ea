/** What a party belongs to on one day, worked out from its spells and declarations. */

import type { Schemas } from "../../../client/client.ts";
import { type Certainty, partiesOn } from "../../../domain/certainty.ts";
import { AFTER_ALL, type Day } from "../../../domain/day.ts";
import { grouped } from "../../../domain/grouping.ts";
import { type ShownSpell, toDate } from "../../answers/spells.ts";

type Declaration = Schemas["Declaration"];

export interface MembershipOn {
  readonly coalition: { readonly id: string; readonly name: string };
  readonly certainty: Certainty;
  /** Those that may hold on the day, the earliest first. */
  readonly spells: readonly [ShownSpell, ...ShownSpell[]];
}

/**
 * By the names of the coalitions.
 * @param spells of one party, those that answer the question, in the order of coalition and time.
 */
export function membershipsOn(spells: readonly ShownSpell[], day: Day): MembershipOn[] {
  const memberships = [...grouped(spells, ({ coalition }) => coalition).values()].flatMap((ofOne) =>
    partiesOn(ofOne, day).map(({ certainty, spells }) => {
      const held = spells as unknown as MembershipOn["spells"];
      return { coalition: held[0].row.coalition, certainty, spells: held };
    }),
  );
  return memberships.sort((a, b) => a.coalition.name.localeCompare(b.coalition.name));
}

/** Declared by that day, not yet in effect, not taken back; the next first. */
export function pendingOn(declarations: readonly Declaration[], day: Day): Declaration[] {
  const takenBack = new Map(
    declarations.flatMap(({ act, rescinds, effective, state }) =>
      act === "rescind" && rescinds !== null && state === "in-force"
        ? [[rescinds, effective.latest ?? AFTER_ALL] as const]
        : [],
    ),
  );
  return declarations
    .filter(({ id, state, declared, effective }) => {
      if (declared === null || (state !== "in-force" && state !== "rescinded")) return false;
      const open = state === "in-force" || (takenBack.get(id) ?? "") > day;
      return open && toDate(declared).latest <= day && day < toDate(effective).earliest;
    })
    .sort((a, b) => (toDate(a.effective).earliest < toDate(b.effective).earliest ? -1 : 1));
}
