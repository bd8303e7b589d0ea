/** What the real seed is held to once it is loaded: no unexplained finding, no total that is not borne out. */
import { FINDING_SEVERITIES } from "../../src/domain/finding.ts";
import { judgedClaims } from "../../src/ledger/judged-claims.ts";
import type { Store } from "../../src/ledger/store.ts";

const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

export interface FindingsMet {
  readonly byKind: Readonly<Record<string, number>>;
  /** Those that are no doubts, as `coalition: kind: party`. */
  readonly grave: readonly string[];
}

export async function findingsOf(store: Store): Promise<FindingsMet> {
  const known = (await store.newest())?.number ?? 0;
  const { items } = await store.findings({ known }, EVERYTHING);
  const byKind: Record<string, number> = {};
  for (const { kind } of items) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const grave = items.filter(({ kind }) => FINDING_SEVERITIES[kind] !== "doubt");
  return {
    byKind,
    grave: grave.map(({ coalition, kind, party }) => `${coalition}: ${kind}: ${party}`).sort(),
  };
}

export interface ClaimsHeld {
  readonly judged: number;
  /** Totals that are known to count something else, and do. */
  readonly otherwise: readonly string[];
  /** Totals and ordinals that should fit, and do not. */
  readonly wrong: readonly string[];
}

export async function claimsOf(store: Store): Promise<ClaimsHeld> {
  const known = (await store.newest())?.number ?? 0;
  const registry = await store.registry(known);
  const otherwise: string[] = [];
  const wrong: string[] = [];
  let judged = 0;
  for (const { id } of registry.coalitions) {
    const { totals, ordinals } = await judgedClaims(store, registry, known, id);
    judged += totals.length + ordinals.length;
    for (const { claim, judgement } of totals) {
      if (judgement.verdict !== "mismatch") continue;
      const { earliest, latest } = judgement.derived;
      const told = `${claim.ref}: ${claim.total} claimed, ${earliest} to ${latest} derived (${claim.note})`;
      (claim.note?.startsWith("counts something else") ? otherwise : wrong).push(told);
    }
    for (const { declaration, claimed, judgement } of ordinals) {
      if (judgement.verdict === "mismatch") wrong.push(`${declaration.ref}: number ${claimed} claimed`);
    }
  }
  return { judged, otherwise, wrong };
}
