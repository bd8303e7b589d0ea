/** What sources say of a coalition that can be checked, each held against the ledger. */
import { type Claim, type Judgement, judgeTotal, type OrdinalJudgement } from "../domain/claim.ts";
import type { Declaration } from "../domain/declaration.ts";
import type { Registry } from "../domain/registry.ts";
import type { Citation } from "../domain/source.ts";
import { claimedOrdinals } from "./places.ts";
import type { Store } from "./store.ts";

export interface JudgedTotal {
  readonly claim: Claim;
  readonly judgement: Judgement;
}

export interface JudgedOrdinal {
  /** The join that the source stands on. */
  readonly declaration: Declaration;
  readonly claimed: number;
  readonly source: Citation;
  readonly judgement: OrdinalJudgement;
}

export interface JudgedClaims {
  readonly totals: readonly JudgedTotal[];
  readonly ordinals: readonly JudgedOrdinal[];
}

const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

export async function judgedClaims(
  store: Store,
  registry: Registry,
  known: number,
  coalition: string,
): Promise<JudgedClaims> {
  const [claims, spells, accessions, joins] = await Promise.all([
    store.claims(known, coalition),
    store.spells({ known, coalitions: [coalition] }),
    store.accessions(known, [coalition]),
    store.declarations({ known, coalition, act: "join", state: "in-force" }, EVERYTHING),
  ]);
  const kindOf = (party: string) => registry.label(party)?.kind ?? "other";
  return {
    totals: claims.map((claim) => ({ claim, judgement: judgeTotal(claim, spells, kindOf) })),
    ordinals: joins.items.flatMap(({ declaration }) =>
      claimedOrdinals(declaration, { spells, accessions }).map(({ claimed, source, ...judgement }) => ({
        declaration,
        claimed,
        source,
        judgement,
      })),
    ),
  };
}
