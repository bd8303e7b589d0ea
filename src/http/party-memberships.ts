/** What one party belongs to, as its own path and that of a country give it. */
import { type Static, Type } from "typebox";
import type { Registry } from "../domain/registry.ts";
import { membershipsOn, membershipsOverTime } from "../ledger/memberships.ts";
import type { SpellQuestion, Store } from "../ledger/store.ts";
import { type Listing, listing } from "./listing.ts";
import { KNOWN, ON, onlyRole, onlyStanding, PAGING, query, ROLE, STANDING } from "./parameters.ts";
import type { Question } from "./reading.ts";
import { Day, listOf, PartyLabel, toPartyLabel } from "./schemas.ts";
import { SpellShape, toSpell } from "./spell.ts";

export const PARTY_MEMBERSHIP_QUERY = query({ ...ON, ...KNOWN, ...ROLE, ...STANDING, ...PAGING });

export const PartyMemberships = listOf(
  "PartyMemberships",
  SpellShape,
  { party: PartyLabel, on: Type.Optional(Day) },
  "What a party belongs to: its spells, or with `on` one row for each coalition on that day.",
);

export function membershipsOf(
  store: Store,
  registry: Registry,
  party: string,
  { role, standing }: Static<typeof PARTY_MEMBERSHIP_QUERY>,
  question: Question,
): Listing {
  const filter = { party, ...onlyRole(role), ...onlyStanding(standing) };
  return spellList(store, registry, filter, question, { party: toPartyLabel(registry, party) });
}

/** A list of spells over time, or of rows on the day asked. */
export function spellList(
  store: Store,
  registry: Registry,
  filter: Omit<SpellQuestion, "known" | "on">,
  { on, revision: known }: Question,
  beside: object,
): Listing {
  if (on === null) {
    return listing(
      beside,
      (page) => membershipsOverTime(store, { known, ...filter }, page),
      (row) => toSpell(registry, row),
    );
  }
  return listing(
    { ...beside, on },
    (page) => membershipsOn(store, { known, ...filter, on }, page),
    (row) => toSpell(registry, row),
  );
}
