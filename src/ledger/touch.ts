/** Which coalitions a line touches, so that they are derived anew. */
import { standingOf } from "../domain/supersession.ts";
import type { LedgerLine } from "./ledger-line.ts";
import type { Past } from "./past.ts";

/** What must be known of the ledger, as it stood before the line. */
export type Touched = Pick<
  Past,
  "predecessor" | "successor" | "isRetracted" | "declaration" | "claim" | "claimUnderRef" | "coalitionsNaming"
>;

/** Asked before the line is added. Those whose declarations in force come or go are touched, and may be told twice. */
export function touchedBy(line: LedgerLine, ledger: Touched): readonly string[] {
  switch (line.kind) {
    case "coalition":
      return [line.coalition.id];
    case "party":
      return ledger.coalitionsNaming(line.party.id);
    case "declaration": {
      const { coalition, supersedes } = line.declaration;
      const stood = supersedes === null ? null : standingOf(supersedes, ledger);
      return stood === null ? [coalition] : [coalition, coalitionOf(stood, ledger)];
    }
    case "claim": {
      const { coalition, ref } = line.claim;
      const before = ref === null ? null : ledger.claimUnderRef(ref);
      return before === null ? [coalition] : [coalition, before.claim.coalition];
    }
    case "retraction":
      return touchedByRetraction(line.of, ledger);
  }
}

function touchedByRetraction(of: string, ledger: Touched): readonly string[] {
  const claim = ledger.claim(of);
  if (claim !== null) return [claim.coalition];
  if (standingOf(of, ledger) !== of) return [];
  let restored = ledger.predecessor(of);
  while (restored !== null && ledger.isRetracted(restored)) restored = ledger.predecessor(restored);
  const own = coalitionOf(of, ledger);
  return restored === null ? [own] : [own, coalitionOf(restored, ledger)];
}

function coalitionOf(id: string, ledger: Touched): string {
  return ledger.declaration(id)?.coalition as string;
}
