/** What became different in a coalition between two days: who joined, left, was suspended, and so on. */
import { adjoining, type Certainty, endOf } from "./certainty.ts";
import { AFTER_ALL, type Day } from "./day.ts";
import type { Role } from "./declaration.ts";
import type { Bounds } from "./partial-date.ts";
import type { Spell } from "./spell.ts";
import {
  beginningOf,
  type DeclarationOf,
  endOfSpell,
  entranceOf,
  type TurningPoint,
} from "./turning-point.ts";

/** Who was in before, with those who `joined` or `succeeded`, without those who `left`, is who is in after. */
export const CHANGE_KINDS = [
  "joined",
  "left",
  "suspended",
  "reinstated",
  "succeeded",
  "roleChanged",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly party: string;
  /** The days on which it may have been. */
  readonly on: Bounds;
  /** Certain if all of these lie within the days asked. */
  readonly certainty: Certainty;
  /** The role that the party was in until then, where it was in. */
  readonly roleFrom?: Role;
  /** Null where the registry ended the party. */
  readonly declaration: string | null;
}

export type Changes = Readonly<Record<ChangeKind, readonly Change[]>>;

/** The half-open days `[from, to)`; null is open. */
export interface Window {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * A party that comes into the roles asked from another one has joined, with `roleFrom`; one that goes over
 * to another has left. A seat taken over is `left` for its holder and `succeeded` for the heir.
 * @param spells of one coalition, of all roles and standings, in the order of party and position.
 */
export function changesWithin(
  spells: readonly Spell[],
  roles: readonly Role[],
  window: Window,
  declarationOf: DeclarationOf,
): Changes {
  const changes: Record<ChangeKind, Change[]> = {
    joined: [],
    left: [],
    suspended: [],
    reinstated: [],
    succeeded: [],
    roleChanged: [],
  };
  const add = (kind: ChangeKind, party: string, on: Bounds, point: TurningPoint, roleFrom?: Role) => {
    const certainty = certaintyWithin(on, window);
    if (certainty === null) return;
    const { earliest, latest } = on;
    changes[kind].push({
      party,
      on: { earliest, latest },
      certainty,
      ...(roleFrom === undefined ? {} : { roleFrom }),
      declaration: point.declaration,
    });
  };
  for (const [index, spell] of spells.entries()) {
    if (!roles.includes(spell.role)) continue;
    const { party, from } = spell;
    const [before, after] = [spells[index - 1], spells[index + 1]];
    const previous = adjoining(before, spell) ? before : undefined;
    if (previous === undefined || !roles.includes(previous.role)) {
      const entrance = entranceOf(spell, declarationOf);
      add(entrance.act === "succeed" ? "succeeded" : "joined", party, from, entrance, previous?.role);
    } else if (previous.role !== spell.role) {
      add("roleChanged", party, from, beginningOf(spell, declarationOf), previous.role);
    }
    if (spell.standing !== (previous?.standing ?? standingAtEntrance(spell, declarationOf))) {
      const kind = spell.standing === "suspended" ? "suspended" : "reinstated";
      add(kind, party, from, beginningOf(spell, declarationOf));
    }
    if (after !== undefined && adjoining(spell, after) && roles.includes(after.role)) continue;
    const end = endOfSpell(spell, declarationOf);
    if (end !== null) add("left", party, endOf(spell), end);
  }
  return changes;
}

/** A party comes in active, or as suspended as the seat that it takes over. */
function standingAtEntrance(spell: Spell, declarationOf: DeclarationOf): Spell["standing"] {
  return beginningOf(spell, declarationOf).act === "suspend" ? "active" : spell.standing;
}

/** Null where it surely was on none of the days. */
function certaintyWithin({ earliest, latest }: Bounds, { from, to }: Window): Certainty | null {
  const [after, before] = [from !== null && latest < from, to !== null && earliest >= to];
  if (after || before || earliest === AFTER_ALL) return null;
  const surely = (from === null || from <= earliest) && latest < (to ?? AFTER_ALL);
  return surely ? "certain" : "possible";
}
