/** What holds in a coalition on one day, worked out from its spells: roster, count, map. */
import { type Count, count, type PartyOn, partiesOn } from "../../../domain/certainty.ts";
import type { Day } from "../../../domain/day.ts";
import type { Role } from "../../../domain/declaration.ts";
import type { PartyKind } from "../../../domain/party.ts";
import type { Spell, Standing } from "../../../domain/spell.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import type { MapState } from "../../pictures/map-state.ts";

/** Which spells answer the question; `any` is all of them. */
export interface RosterFilter {
  readonly role: Role | "any";
  readonly standing: Standing | "any";
}

/** A party that is in on the day, with the spells that may hold then, the earliest first. */
export interface RosterRow extends PartyOn {
  readonly spells: readonly [ShownSpell, ...ShownSpell[]];
}

export function answering(
  spells: readonly ShownSpell[],
  { role, standing }: RosterFilter,
): readonly ShownSpell[] {
  if (role === "any" && standing === "any") return spells;
  return spells.filter(
    (spell) => (role === "any" || spell.role === role) && (standing === "any" || spell.standing === standing),
  );
}

/** @param spells those that answer the question. */
export function rosterOn(spells: readonly ShownSpell[], day: Day): readonly RosterRow[] {
  return partiesOn(spells, day) as readonly PartyOn[] as readonly RosterRow[];
}

/** Parties are counted as they are listed: each once. */
export function sizeOf(rows: readonly PartyOn[]): Count {
  return count(rows);
}

/** How each party stands to the coalition on the day; the highest role counts. */
export function statesOn(spells: readonly Spell[], day: Day): ReadonlyMap<string, MapState> {
  const states = new Map<string, MapState>();
  const put = (role: Role, stateOf: (party: PartyOn) => MapState) => {
    const held = spells.filter((spell) => spell.role === role);
    for (const party of held.length === 0 ? [] : partiesOn(held, day))
      states.set(party.party, stateOf(party));
  };
  put("partner", () => "associate");
  put("observer", () => "observer");
  put("associate", () => "associate");
  put("member", ({ certainty, spells: [first, ...others] }) => {
    if (certainty === "possible") return "possible";
    return first.standing === "suspended" && others.length === 0 ? "suspended" : "certain";
  });
  return states;
}

export function kindOf({ spells: [first] }: RosterRow): PartyKind {
  return first.row.party.kind;
}

export function nameOf({ spells: [first] }: RosterRow): string {
  return first.row.party.name;
}
