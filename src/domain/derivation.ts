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
import { type Clash, type Effect, readingOrder } from "./reading-order.ts";
import { type Rescissions, rescissions } from "./rescission.ts";
import { accessionsOf, byPartyAndPosition, drafts, endsWithParty, spellsOf } from "./spell-drafts.ts";

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

type Outcome = Pick<Projection, "spells" | "accessions">;

export function derive(facts: CoalitionFacts): Projection {
  const { merged, toldTwice } = mergeAll(
    facts.declarations.map((declaration) => lineAct(declaration, facts.founded)),
  );
  const { sound, clashes } = siftOutOfPlace(merged, facts);
  const rescinded = rescissions(sound);
  const effective = sound.filter((act) => act.act !== "rescind" && !rescinded.by.has(act));
  const read = readTogether(effective).map((acts) => readingOrder(acts, (order) => effectOf(order, facts)));
  const outcomes = read.map(({ acts }) => outcomeOf(acts, facts));
  const spells = outcomes.flatMap((outcome) => outcome.spells).sort(byPartyAndPosition);
  const accessions = outcomes
    .flatMap((outcome) => outcome.accessions)
    .sort((a, b) => (a.party < b.party ? -1 : 1));
  const findings = [
    ...[...clashes, ...rescinded.tooLate, ...read.flatMap((each) => each.clashes)].map((clash) =>
      clashFinding(facts.coalition, clash, sound),
    ),
    ...read.filter(({ open }) => open.length > 0).map(({ open }) => openOrderFinding(facts.coalition, open)),
    ...toldTwice.map((act) => toldTwiceFinding(facts.coalition, act)),
    ...sourceDoubts(facts.declarations),
    ...claimDoubts(facts, spells, accessions),
  ];
  return { spells, accessions, findings: distinct(findings), inForce: inForce(facts, rescinded) };
}

/** Rescissions last: two that name different tellings of one act take back the same act. */
function mergeAll(acts: readonly LineAct[]): { merged: LineAct[]; toldTwice: LineAct[] } {
  const told = mergeTellings(acts.filter((act) => act.act !== "rescind"));
  const tellingThatCounts = (id: string | null) =>
    told.merged.find(({ declarations }) => id !== null && declarations.includes(id))?.declarations[0] ?? id;
  const takenBack = mergeTellings(
    acts
      .filter((act) => act.act === "rescind")
      .map((act) => ({ ...act, rescinds: tellingThatCounts(act.rescinds) })),
  );
  return {
    merged: [...told.merged, ...takenBack.merged],
    toldTwice: [...told.toldTwice, ...takenBack.toldTwice],
  };
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

/** The days left for the acts of one reading, cut once more by the ends of parties that close a spell. */
function daysOf(acts: readonly LineAct[], facts: CoalitionFacts): ReadonlyMap<LineAct, Bounds> {
  const pairs = notLater(acts);
  const bounds = narrow(acts, pairs);
  const notAfter = new Map<LineAct, Day>();
  for (const { party, from, to } of drafts(acts).drafts) {
    const { until } = facts.party(party);
    if (to === null && endsWithParty(bounds.get(from) as Bounds, until)) notAfter.set(from, until);
  }
  return notAfter.size === 0 ? bounds : narrow(acts, pairs, notAfter);
}

/** What follows from one order of acts. */
function outcomeOf(acts: readonly LineAct[], facts: CoalitionFacts): Outcome {
  const bounds = daysOf(acts, facts);
  const drafted = drafts(acts);
  return {
    spells: spellsOf(facts.coalition, drafted.drafts, bounds, facts.party),
    accessions: accessionsOf(facts.coalition, drafted.accessions, bounds),
  };
}

function effectOf(order: readonly LineAct[], facts: CoalitionFacts): Effect {
  const { spells, accessions } = outcomeOf(order, facts);
  const days = (date: Bounds | null | undefined) => date && [date.earliest, date.latest];
  const acceded = (party: string | null) => days(accessions.find((each) => each.party === party));
  return {
    days: JSON.stringify(
      spells.map(({ party, role, standing, from, to }) => [party, role, standing, days(from), days(to)]),
    ),
    inherited: JSON.stringify(spells.map(({ joined, accession }) => [days(joined), acceded(accession)])),
  };
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
