/** What parties belong to: spells over time, or the parties of several coalitions on a day. */
import { type PartyOn, partiesOn } from "../domain/certainty.ts";
import type { Day } from "../domain/day.ts";
import { byCoalition, type DressedSpell, dress } from "./dressed-spell.ts";
import { dressRows, type RosterRow } from "./roster.ts";
import type { Page, Paged, SpellQuestion, Store } from "./store.ts";

/** Spells over time, each a row. */
export async function membershipsOverTime(
  store: Store,
  question: SpellQuestion,
  page: Page,
): Promise<Paged<DressedSpell>> {
  const { items, total } = await store.spellPage(question, page);
  return { items: await dress(store, question.known, items, null), total };
}

/**
 * On a day, one row for each party in each coalition: the certainty is the party's, so two spells that
 * may hold are one row, the other among its `alternatives`.
 */
export async function membershipsOn(
  store: Store,
  question: SpellQuestion & { readonly on: Day },
  { offset, limit }: Page,
): Promise<Paged<RosterRow>> {
  const spells = byCoalition(await store.spells(question));
  const rows = [...spells.values()].flatMap((each): PartyOn[] => partiesOn(each, question.on));
  const items = await dressRows(store, question.known, rows.slice(offset, offset + limit), question.on);
  return { items, total: rows.length };
}
