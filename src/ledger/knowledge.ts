/** What changed in our knowledge of a coalition between two states of the ledger, and what did it. */
import type { Declaration } from "../domain/declaration.ts";
import type { Spell } from "../domain/spell.ts";
import type { Store } from "./store.ts";

export interface KnowledgeChange {
  readonly party: string;
  /** Null where the spell appeared. */
  readonly before: Spell | null;
  /** Null where it went. */
  readonly after: Spell | null;
  /** The declarations that did it: those that were declared since, or retracted. */
  readonly declarations: readonly string[];
}

const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** In the order of the parties, and of their spells. */
export async function knowledgeChanges(
  store: Store,
  coalition: string,
  from: number,
  to: number,
): Promise<readonly KnowledgeChange[]> {
  const [before, after, stood, stand] = await Promise.all([
    store.spells({ known: from, coalitions: [coalition] }),
    store.spells({ known: to, coalitions: [coalition] }),
    standing(store, coalition, from),
    standing(store, coalition, to),
  ]);
  const pairs = pairsOf(before, after);
  if (pairs.length === 0) return [];
  const causes = await causesOf(store, stood, stand, from, to);
  const tied = tiesOf([...stood.values(), ...stand.values()]);
  return pairs.map(({ party, ...pair }) => {
    const own = causes.filter(({ parties }) => parties === null || parties.includes(party));
    const all =
      own.length > 0 ? own : causes.filter(({ parties }) => parties?.some((each) => tied(each, party)));
    return { party, ...pair, declarations: [...new Set(all.flatMap(({ ids }) => ids))] };
  });
}

async function standing(
  store: Store,
  coalition: string,
  known: number,
): Promise<ReadonlyMap<string, Declaration>> {
  const { items } = await store.declarations({ known, coalition }, EVERYTHING);
  const standing = items.filter(({ state }) => state === "in-force" || state === "rescinded");
  return new Map(standing.map(({ declaration }) => [declaration.id, declaration]));
}

/** Something that came to stand or stands no longer: whom it names (null for all), and what did it. */
interface Cause {
  readonly parties: readonly string[] | null;
  readonly ids: readonly string[];
}

async function causesOf(
  store: Store,
  stood: ReadonlyMap<string, Declaration>,
  stand: ReadonlyMap<string, Declaration>,
  from: number,
  to: number,
): Promise<Cause[]> {
  const causes: Cause[] = [];
  for (const declaration of [...stood.values(), ...stand.values()]) {
    const { id, party, predecessors, revision } = declaration;
    if (stood.has(id) && stand.has(id)) continue;
    const ids = revision > from ? [id] : await stepsSince(store, id, from, to);
    causes.push({ parties: party === null ? null : [party, ...predecessors], ids });
  }
  return causes;
}

/** What was declared or retracted since, in the line of a declaration. */
async function stepsSince(store: Store, id: string, from: number, to: number): Promise<string[]> {
  const steps = (await store.history(id, to)).filter(({ revision }) => revision > from);
  return steps.flatMap(({ event, declaration }) =>
    event === "declared" || event === "retracted" ? [declaration] : [],
  );
}

type Pair = Omit<KnowledgeChange, "declarations">;

/** Spells that differ, those that are the same one with other bounds together. */
function pairsOf(before: readonly Spell[], after: readonly Spell[]): Pair[] {
  const [gone, come] = [byParty(before), byParty(after)];
  return [...new Set([...gone.keys(), ...come.keys()])].sort().flatMap((party) => {
    const [olds, news] = withoutEqual(gone.get(party) ?? [], come.get(party) ?? []);
    const pairs: Pair[] = [];
    for (const isSame of [sameKindAtOneTime, atOneTime, sameKind]) {
      for (const old of [...olds]) {
        const fitting = news.find((each) => isSame(old, each));
        if (fitting === undefined) continue;
        pairs.push({ party, before: old, after: fitting });
        olds.splice(olds.indexOf(old), 1);
        news.splice(news.indexOf(fitting), 1);
      }
    }
    pairs.push(...olds.map((old) => ({ party, before: old, after: null })));
    pairs.push(...news.map((spell) => ({ party, before: null, after: spell })));
    return pairs.sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0));
  });
}

function startOf({ before, after }: Pair): string {
  return (before ?? after)?.from.earliest ?? "";
}

function byParty(spells: readonly Spell[]): Map<string, Spell[]> {
  const parties = new Map<string, Spell[]>();
  for (const spell of spells) {
    const own = parties.get(spell.party) ?? [];
    own.push(spell);
    parties.set(spell.party, own);
  }
  return parties;
}

function withoutEqual(olds: readonly Spell[], news: readonly Spell[]): [Spell[], Spell[]] {
  const [before, after] = [olds.map(said), news.map(said)];
  return [
    olds.filter((_spell, index) => !after.includes(before[index] as string)),
    news.filter((_spell, index) => !before.includes(after[index] as string)),
  ];
}

/** What a spell says: not its place among others, nor which declarations say so. */
function said({ role, standing, joined, from, to, endedBy, confidence }: Spell): string {
  return JSON.stringify([role, standing, joined, from, to, endedBy, confidence]);
}

function sameKind(a: Spell, b: Spell): boolean {
  return a.role === b.role && a.standing === b.standing;
}

function atOneTime(a: Spell, b: Spell): boolean {
  const endsBefore = (one: Spell, other: Spell) => one.to !== null && one.to.latest <= other.from.earliest;
  return !endsBefore(a, b) && !endsBefore(b, a);
}

function sameKindAtOneTime(a: Spell, b: Spell): boolean {
  return sameKind(a, b) && atOneTime(a, b);
}

/** Whether two parties are read together, since successions tie them. */
function tiesOf(declarations: readonly Declaration[]): (a: string, b: string) => boolean {
  const leader = new Map<string, string>();
  const find = (party: string): string => {
    const next = leader.get(party);
    return next === undefined ? party : find(next);
  };
  for (const { party, predecessors } of declarations) {
    for (const predecessor of predecessors) {
      const [a, b] = [find(party ?? predecessor), find(predecessor)];
      if (a !== b) leader.set(a, b);
    }
  }
  return (a, b) => find(a) === find(b);
}
