/** Turns acts in reading order into spells: whenever how a party is in changes, one ends and another begins. */
import type { Day } from "./day.ts";
import { CONFIDENCES, type Confidence } from "./declaration.ts";
import { after, type Holding, NOBODY } from "./holdings.ts";
import type { LineAct } from "./line-act.ts";
import { type Bounds, exactly, type PartialDate } from "./partial-date.ts";
import type { Lifetime } from "./party.ts";
import type { Accession, Ending, Spell } from "./spell.ts";

/** A spell that still speaks of acts rather than of narrowed days. */
export interface SpellDraft {
  readonly party: string;
  readonly chain: number;
  readonly holding: Holding;
  readonly from: LineAct;
  readonly to: LineAct | null;
  readonly endedBy: Ending | null;
}

/** The drafts in the order of their beginnings, and the acts that were accessions. */
export function drafts(acts: readonly LineAct[]): {
  drafts: SpellDraft[];
  accessions: ReadonlyMap<string, LineAct>;
} {
  const drafts: SpellDraft[] = [];
  const openDraft = new Map<string, number>();
  const chains = new Map<string, number>();
  let holdings = NOBODY;
  for (const act of acts) {
    const before = holdings;
    holdings = after(holdings, act);
    for (const party of new Set([...before.in.keys(), ...holdings.in.keys()])) {
      const [was, is] = [before.in.get(party), holdings.in.get(party)];
      if (was === is) continue;
      const open = openDraft.get(party);
      if (was !== undefined && open !== undefined) {
        drafts[open] = { ...(drafts[open] as SpellDraft), to: act, endedBy: ending(was, is, act) };
      } else {
        chains.set(party, (chains.get(party) ?? -1) + 1);
      }
      openDraft.delete(party);
      if (is === undefined) continue;
      openDraft.set(party, drafts.length);
      drafts.push({ party, chain: chains.get(party) ?? 0, holding: is, from: act, to: null, endedBy: null });
    }
  }
  return { drafts, accessions: holdings.accessions };
}

function ending(was: Holding, is: Holding | undefined, act: LineAct): Ending {
  if (act.party === null) return "coalition-dissolved";
  if (is !== undefined && is.role !== was.role) return "role-change";
  return act.act as Ending;
}

/** Whether the party's own end closes an open spell: only one that began before it. */
export function endsWithParty(from: Bounds, until: Day | null): until is Day {
  return until !== null && from.earliest < until;
}

/** The spells of the drafts, in the order of party and time; those that are certainly empty are dropped. */
export function spellsOf(
  coalition: string,
  drafted: readonly SpellDraft[],
  bounds: ReadonlyMap<LineAct, Bounds>,
  lifetime: (party: string) => Lifetime,
): Spell[] {
  const date = (act: LineAct): PartialDate => ({ edtf: act.date.edtf, ...(bounds.get(act) as Bounds) });
  const positions = new Map<string, number>();
  const spells: Spell[] = [];
  for (const draft of drafted) {
    const { party, chain, holding, endedBy } = draft;
    const from = date(draft.from);
    const { until } = lifetime(party);
    const gone = draft.to === null && endsWithParty(from, until);
    const to = draft.to !== null ? date(draft.to) : gone ? exactly(until as Day) : null;
    if (to !== null && from.earliest >= to.latest) continue;
    const position = positions.get(party) ?? 0;
    positions.set(party, position + 1);
    const acts = [holding.joined, draft.from, ...(draft.to === null ? [] : [draft.to])];
    spells.push({
      coalition,
      party,
      position,
      chain,
      role: holding.role,
      standing: holding.standing,
      joined: date(holding.joined),
      from,
      to,
      endedBy: gone ? "party-ended" : endedBy,
      accession: holding.accession,
      confidence: lowest(acts.flatMap((act) => act.confidences)),
      declarations: [...new Set(acts.flatMap((act) => act.declarations))],
    });
  }
  return spells.sort(byPartyAndPosition);
}

export function byPartyAndPosition(a: Spell, b: Spell): number {
  return a.party === b.party ? a.position - b.position : a.party < b.party ? -1 : 1;
}

export function accessionsOf(
  coalition: string,
  accessions: ReadonlyMap<string, LineAct>,
  bounds: ReadonlyMap<LineAct, Bounds>,
): Accession[] {
  return [...accessions].map(([party, act]) => {
    const { earliest, latest } = bounds.get(act) as Bounds;
    return { coalition, party, earliest, latest, declarations: act.declarations };
  });
}

/** The lowest confidence; null where none was given. */
function lowest(confidences: readonly Confidence[]): Confidence | null {
  const rank = Math.max(...confidences.map((confidence) => CONFIDENCES.indexOf(confidence)));
  return CONFIDENCES[rank] ?? null;
}
