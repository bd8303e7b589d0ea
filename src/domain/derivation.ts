/** Derives what one coalition's declarations amount to: spells, accessions and findings. */
import type { Claim } from "./claim.ts";
import type { Day } from "./day.ts";
import type { Declaration } from "./declaration.ts";
import { claimDoubts, sourceDoubts } from "./doubts.ts";
import type { Finding } from "./finding.ts";
import { clashFinding, openOrderFinding, toldTwiceFinding } from "./findings-of-reading.ts";
import { type LineAct, lineAct, mergeTellings, partiesOf } from "./line-act.ts";
import { narrow, notLater } from "./narrowing.ts";
import { type Bounds, sinceFounding } from "./partial-date.ts";
import type { Lifetime, PartyKind } from "./party.ts";
import type { InForce, Projection } from "./projection.ts";
import { type Clash, type ReadingOrder, readingOrder } from "./reading-order.ts";
import { type Rescissions, rescissions } from "./rescission.ts";
import { accessionsOf, drafts, endsWithParty, type SpellDraft, spellsOf } from "./spell-drafts.ts";

/** All that a derivation reads. */
export interface CoalitionFacts {
  readonly coalition: string;
  readonly founded: Bounds | null;
  /** The declarations in force, in any order. `rescinds` names one of them, or one that no longer stands. */
  readonly declarations: readonly Declaration[];
  /** Published totals that stand. */
  readonly claims: readonly Claim[];
  readonly party: (id: string) => Lifetime & { readonly kind: PartyKind };
}

export function derive(facts: CoalitionFacts): Projection {
  const { merged, toldTwice } = mergeTellings(
    facts.declarations.map((declaration) => lineAct(declaration, facts.founded)),
  );
  const { sound, clashes } = siftOutOfPlace(merged, facts);
  const rescinded = rescissions(sound);
  const effective = sound.filter((act) => act.act !== "rescind" && !rescinded.by.has(act));
  const read = readTogether(effective).map((acts) => readingOrder(acts, (order) => effectOf(order, facts)));
  const { bounds, torn } = narrowAll(read, facts);
  const drafted = read.map(({ acts }) => drafts(acts));
  const spells = spellsOf(
    facts.coalition,
    drafted.flatMap((each) => each.drafts),
    bounds,
    facts.party,
  );
  const accessions = drafted
    .flatMap((each) => accessionsOf(facts.coalition, each.accessions, bounds))
    .sort((a, b) => (a.party < b.party ? -1 : 1));
  const findings = [
    ...[...clashes, ...rescinded.tooLate, ...read.flatMap((each) => each.clashes)].map((clash) =>
      clashFinding(facts.coalition, clash, sound),
    ),
    ...[...read.map((each) => each.open), torn]
      .filter((open) => open.length > 0)
      .map((open) => openOrderFinding(facts.coalition, open)),
    ...toldTwice.map((act) => toldTwiceFinding(facts.coalition, act)),
    ...sourceDoubts(facts.declarations),
    ...claimDoubts(facts, spells, accessions),
  ];
  return { spells, accessions, findings: distinct(findings), inForce: inForce(facts, rescinded) };
}

/** Sets aside the acts that the lifetimes of coalition and party rule out. */
function siftOutOfPlace(
  acts: readonly LineAct[],
  facts: CoalitionFacts,
): { sound: LineAct[]; clashes: Clash[] } {
  const sound: LineAct[] = [];
  const clashes: Clash[] = [];
  for (const act of acts) {
    const { from, until } = act.party === null ? { from: null, until: null } : facts.party(act.party);
    const tooEarly = from !== null && act.date.latest < from;
    const tooLate = until !== null && act.date.earliest >= until;
    if (facts.founded !== null && act.date.latest < facts.founded.earliest) {
      clashes.push({ kind: "before-founding", act });
    } else if (act.act === "join" && (tooEarly || tooLate)) {
      clashes.push({ kind: "join-outside-lifetime", act });
    } else {
      sound.push(act);
    }
  }
  return { sound, clashes };
}

/** The acts of parties tied by a succession go together; the end of the coalition goes with all. */
function readTogether(acts: readonly LineAct[]): LineAct[][] {
  const tied = new Map<string, string>();
  const root = (party: string): string => {
    const next = tied.get(party) ?? party;
    return next === party ? party : root(next);
  };
  for (const act of acts) {
    const [first, ...rest] = partiesOf(act);
    if (first === undefined) continue;
    if (!tied.has(first)) tied.set(first, first);
    for (const party of rest) tied.set(root(party), root(first));
  }
  const groups = new Map<string, LineAct[]>();
  for (const party of tied.keys()) groups.set(root(party), []);
  for (const act of acts) {
    for (const key of act.party === null ? groups.keys() : [root(act.party)]) groups.get(key)?.push(act);
  }
  return [...groups.values()];
}

/**
 * Narrows all lines at once, for the end of the coalition carries what one line says of it to the others.
 * @returns `torn`: the ends of the coalition that no day fits in all lines; each group then stands alone.
 */
function narrowAll(
  read: readonly ReadingOrder[],
  facts: CoalitionFacts,
): { bounds: ReadonlyMap<LineAct, Bounds>; torn: LineAct[] } {
  const together = narrowWithLifetimes(
    read.map(({ acts }) => acts),
    facts,
  );
  if (together !== null) return { bounds: together, torn: [] };
  const bounds = new Map(read.flatMap(({ acts }) => [...(narrowWithLifetimes([acts], facts) ?? [])]));
  return { bounds, torn: [...bounds.keys()].filter((act) => act.party === null) };
}

/** Narrows, and once more with the ends of parties whose open spell began before them. */
function narrowWithLifetimes(
  orders: readonly (readonly LineAct[])[],
  facts: CoalitionFacts,
): ReadonlyMap<LineAct, Bounds> | null {
  const acts = new Set(orders.flat());
  const pairs = orders.flatMap(notLater);
  const bounds = narrow(acts, pairs);
  if (bounds === null) return null;
  const notAfter = new Map<LineAct, Day>();
  const ends = (draft: SpellDraft) =>
    endsWithParty(draft, bounds.get(draft.from) as Bounds, facts.party(draft.party));
  for (const draft of orders.flatMap((acts) => drafts(acts).drafts).filter(ends)) {
    notAfter.set(draft.from, facts.party(draft.party).until as Day);
  }
  return notAfter.size === 0 ? bounds : narrow(acts, pairs, notAfter);
}

/**
 * Who is in when and how, by one order of acts, as text. What a spell inherits (`joined`, ordinal) is not
 * part of it: where a party is dissolved on the day on which it is succeeded, both orders say the same of
 * every day, and the fallback order, which reads the succession first, passes on the older seat.
 */
function effectOf(order: readonly LineAct[], facts: CoalitionFacts): string {
  const bounds = narrowWithLifetimes([order], facts);
  if (bounds === null) return JSON.stringify(order.map((act) => act.declarations));
  const days = (date: Bounds | null) => date && [date.earliest, date.latest];
  const spells = spellsOf(facts.coalition, drafts(order).drafts, bounds, facts.party);
  return JSON.stringify(
    spells.map(({ party, role, standing, from, to }) => [party, role, standing, days(from), days(to)]),
  );
}

function inForce(facts: CoalitionFacts, rescinded: Rescissions): InForce[] {
  const byDeclaration = new Map(
    [...rescinded.by].flatMap(([act, by]) => act.declarations.map((id) => [id, by] as const)),
  );
  return facts.declarations.map((declaration) => {
    const { earliest, latest } = sinceFounding(declaration.effective, facts.founded);
    const by = byDeclaration.get(declaration.id);
    return {
      declaration: declaration.id,
      coalition: facts.coalition,
      effective: { earliest, latest },
      rescinded: by === undefined ? null : { by: by.declarations[0] as string, latest: by.date.latest },
    };
  });
}

/** Findings are known by kind and declarations named; their order is that of these. */
function distinct(findings: readonly Finding[]): Finding[] {
  const key = ({ party, kind, declarations }: Finding) => JSON.stringify([party ?? "", kind, declarations]);
  return [...new Map(findings.map((finding) => [key(finding), finding])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, finding]) => finding);
}
