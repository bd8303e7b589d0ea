/** What happened in one coalition over time: its timeline, and its changes within some days. */
import { type Changes, changesWithin, type Window } from "../domain/changes.ts";
import type { Role } from "../domain/declaration.ts";
import type { Spell } from "../domain/spell.ts";
import { type TimelineRow, timeline, within } from "../domain/timeline.ts";
import type { DeclarationOf } from "../domain/turning-point.ts";
import type { Store } from "./store.ts";

export interface CourseQuestion extends Window {
  readonly known: number;
  readonly coalition: string;
  readonly roles: readonly Role[];
}

export async function coalitionTimeline(store: Store, question: CourseQuestion): Promise<TimelineRow[]> {
  const { known, coalition, roles, from, to } = question;
  const spells = await store.spells({ known, coalitions: [coalition], roles });
  return within(timeline(spells, await declarationsOf(store, known, spells)), from, to);
}

export async function coalitionChanges(store: Store, question: CourseQuestion): Promise<Changes> {
  const { known, coalition, roles, from, to } = question;
  const spells = await store.spells({ known, coalitions: [coalition] });
  return changesWithin(spells, roles, { from, to }, await declarationsOf(store, known, spells));
}

async function declarationsOf(store: Store, known: number, spells: readonly Spell[]): Promise<DeclarationOf> {
  const ids = [...new Set(spells.flatMap((spell) => spell.declarations))];
  const declarations = await store.declarationsById(ids, known);
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  return (id) => byId.get(id);
}
