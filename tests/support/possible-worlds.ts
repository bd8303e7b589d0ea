/** Every world that the dates of a small ledger allow: the oracle that the derivation is held against. */
import { AFTER_ALL } from "../../src/domain/day.ts";
import type { Declaration } from "../../src/domain/declaration.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import type { OnSilence } from "./world-machine.ts";
import { boundsOf, ComponentWalk, type Worlds } from "./world-walk.ts";

/** `silent` tells where the rules leave open what is so; then nothing can be held against the worlds. */
export interface Walk {
  readonly worlds: Worlds | null;
  readonly silent: string | null;
}

/** All worlds without a contradiction; null where every one has one. */
export function possibleWorlds(facts: CoalitionFacts): Walk {
  const silences = new Set<string>();
  const acts = standing(facts, (reason) => silences.add(reason));
  if (acts === null) return { worlds: null, silent: first(silences) };
  if (acts.some((act) => contradictsFacts(act, facts))) return { worlds: null, silent: first(silences) };
  if (acts.some((act) => mayStraddleTheEnd(act, facts)))
    silences.add("a spell may begin before or after the end");
  const onSilence = (reason: string) => silences.add(reason);
  const groups = components(acts);
  const worlds = walked(acts, groups, facts, onSilence);
  if (worlds !== null && groups.length > 1 && acts.some((act) => act.party === null)) {
    const whole = new Set(groups.flatMap((group) => [...group]));
    if (seenOf(walked(acts, [whole], facts, onSilence)) !== seenOf(worlds)) {
      onSilence("the end of the coalition ties parties that are read alone");
    }
  }
  return { worlds, silent: first(silences) };
}

/** The worlds of each group of parties by itself; null where one of them has none. */
function walked(
  acts: readonly Declaration[],
  groups: readonly ReadonlySet<string>[],
  facts: CoalitionFacts,
  onSilence: OnSilence,
): Worlds | null {
  const total = new Total();
  for (const parties of groups) {
    const own = acts.filter((act) => act.party === null || parties.has(act.party));
    const worlds = new ComponentWalk(own, parties, facts, onSilence).run();
    if (worlds.count === 0) return null;
    total.add(worlds);
  }
  return total;
}

/** What the worlds say of every party and day, as text. */
function seenOf(worlds: Worlds | null): string {
  if (worlds === null) return "none";
  const states = [...worlds.states].map(([party, days]) => `${party} ${days.map((day) => [...day].sort())}`);
  const joined = [...worlds.joined].map(([key, days]) => `${key} ${[...days].sort()}`);
  return [...states, ...joined].sort().join("; ");
}

function first(reasons: ReadonlySet<string>): string | null {
  return [...reasons][0] ?? null;
}

/** The acts that are left when rescissions have taken back what they name; null where one came too late. */
function standing(facts: CoalitionFacts, onSilence: OnSilence): Declaration[] | null {
  const gone = new Set<string>();
  for (const rescind of facts.declarations.filter((declaration) => declaration.act === "rescind")) {
    const target = facts.declarations.find((declaration) => declaration.id === rescind.rescinds);
    if (target === undefined) continue;
    if (boundsOf(rescind, facts).earliest >= boundsOf(target, facts).latest) return null;
    if (contradictsFacts(rescind, facts) || contradictsFacts(target, facts)) {
      onSilence("a rescission before the founding, or of what could not be");
    }
    gone.add(target.id);
  }
  return facts.declarations.filter((act) => act.act !== "rescind" && !gone.has(act.id));
}

/** What no order of acts can mend: an act wholly before the founding, a join wholly outside the lifetime. */
function contradictsFacts(act: Declaration, facts: CoalitionFacts): boolean {
  const { earliest, latest } = boundsOf(act, facts);
  if (facts.founded !== null && latest < facts.founded.earliest) return true;
  if (act.act !== "join" || act.party === null) return false;
  const { from, until } = facts.party(act.party);
  return (from !== null && latest < from) || (until !== null && earliest >= until);
}

/** Whether it is open if `until` ends the spell that the act begins, or if the act ends it at all. */
function mayStraddleTheEnd(act: Declaration, facts: CoalitionFacts): boolean {
  const { earliest, latest } = boundsOf(act, facts);
  const ends = act.act === "withdraw" || act.act === "expel" || act.act === "dissolve";
  return [act.party, ...act.predecessors].some((party) => {
    const until = party === null ? null : facts.party(party).until;
    if (until === null) return false;
    return latest === AFTER_ALL || (!ends && party === act.party && earliest < until && until <= latest);
  });
}

/** The parties, those tied by a succession together. */
function components(acts: readonly Declaration[]): Set<string>[] {
  let groups: Set<string>[] = [];
  for (const act of acts) {
    if (act.party === null) continue;
    const named = [act.party, ...act.predecessors];
    const touched = groups.filter((group) => named.some((party) => group.has(party)));
    groups = groups.filter((group) => !touched.includes(group));
    groups.push(new Set([...named, ...touched.flatMap((group) => [...group])]));
  }
  return groups;
}

class Total implements Worlds {
  count = 1;
  readonly states = new Map<string, Set<string>[]>();
  readonly joined = new Map<string, Set<number>>();
  readonly accessions: ReadonlyMap<string, number>[][] = [];
  stories = 1;
  outlines = 1;

  add(component: Worlds): void {
    this.count *= component.count;
    for (const [party, states] of component.states) this.states.set(party, [...states] as Set<string>[]);
    for (const [key, days] of component.joined) this.joined.set(key, new Set(days));
    this.accessions.push(...component.accessions.map((vectors) => [...vectors]));
    this.stories *= component.stories;
    this.outlines *= component.outlines;
  }
}
