/** Coalitions that several parties share, on a day or over time. */
import type { Day } from "../domain/day.ts";
import type { Role } from "../domain/declaration.ts";
import { type Shared, shared } from "../domain/shared.ts";
import type { Spell } from "../domain/spell.ts";
import type { Store } from "./store.ts";

export interface SharedQuestion {
  readonly known: number;
  readonly parties: readonly string[];
  readonly roles: readonly Role[];
  /** Null asks over time. */
  readonly on: Day | null;
}

export async function sharedCoalitions(store: Store, question: SharedQuestion): Promise<Shared[]> {
  const { known, parties, roles, on } = question;
  const ofEach = await Promise.all(parties.map((party) => store.spells({ known, party, roles })));
  return shared(ofEach.flat().sort(inOrder), parties, on);
}

function inOrder(a: Spell, b: Spell): number {
  if (a.coalition !== b.coalition) return a.coalition < b.coalition ? -1 : 1;
  if (a.party !== b.party) return a.party < b.party ? -1 : 1;
  return a.position - b.position;
}
