/** What one party belongs to, as its own path and that of a country give it. */
import { type Static, Type } from "typebox";
import type { Registry } from "../domain/registry.ts";
import { membershipsOn, membershipsOverTime } from "../ledger/memberships.ts";
import type { SpellQuestion, Store } from "../ledger/store.ts";
import { listReply } from "./answer.ts";
import { KNOWN, ON, onlyRole, onlyStanding, PAGING, query, ROLE, STANDING } from "./parameters.ts";
import type { Question, ReadingQuery } from "./reading.ts";
import { Day, listOf, PartyLabel, toPartyLabel } from "./schemas.ts";
import { SpellShape, toSpell } from "./spell.ts";

export const PARTY_MEMBERSHIP_QUERY = query({ ...ON, ...KNOWN, ...ROLE, ...STANDING, ...PAGING });

export const PartyMemberships = listOf(
  "PartyMemberships",
  SpellShape,
  { party: PartyLabel, on: Type.Optional(Day) },
  "What a party belongs to: its spells, or with `on` one row for each coalition on that day.",
);

interface Asked {
  readonly url: string;
  readonly query: ReadingQuery & Static<typeof PARTY_MEMBERSHIP_QUERY>;
}

export async function membershipsOf(
  store: Store,
  registry: Registry,
  party: string,
  asked: Asked,
  question: Question,
): Promise<Static<typeof PartyMemberships>> {
  const { role, standing } = asked.query;
  const filter = { party, ...onlyRole(role), ...onlyStanding(standing) };
  return {
    party: toPartyLabel(registry, party),
    ...(await spellList(store, registry, filter, asked, question)),
  };
}

/** A list of spells over time, or of rows on the day asked. */
export async function spellList(
  store: Store,
  registry: Registry,
  filter: Omit<SpellQuestion, "known" | "on">,
  asked: { readonly url: string; readonly query: ReadingQuery },
  question: Question,
): Promise<Omit<Static<typeof PartyMemberships>, "party">> {
  const { on, revision: known, page } = question;
  const rows =
    on === null
      ? await membershipsOverTime(store, { known, ...filter }, page)
      : await membershipsOn(store, { known, ...filter, on }, page);
  const list = listReply(asked, question, rows, (row) => toSpell(registry, row));
  return { ...(on === null ? {} : { on }), ...list };
}
