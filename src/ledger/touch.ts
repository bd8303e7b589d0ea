/** Which coalitions a line touches, and which of their parties, so that they are derived anew. */
import type { Declaration } from "../domain/declaration.ts";
import { standingOf } from "../domain/supersession.ts";
import type { LedgerLine } from "./ledger-line.ts";
import type { Past } from "./past.ts";

/** What must be known of the ledger, as it stood before the line. */
export type Touched = Pick<
  Past,
  "predecessor" | "successor" | "isRetracted" | "declaration" | "claim" | "claimUnderRef" | "coalitionsNaming"
>;

/** A coalition that is derived anew, and of which parties; null where of all. */
export interface Touch {
  readonly coalition: string;
  readonly parties: readonly string[] | null;
}

/** Asked before the line is added. Those whose declarations in force come or go are touched, and may be told twice. */
export function touchedBy(line: LedgerLine, ledger: Touched): readonly Touch[] {
  switch (line.kind) {
    case "coalition":
      return [all(line.coalition.id)];
    case "party":
      return ledger.coalitionsNaming(line.party.id).map(all);
    case "declaration": {
      const { supersedes } = line.declaration;
      const stood = supersedes === null ? null : standingOf(supersedes, ledger);
      const own = named(line.declaration);
      return stood === null ? [own] : [own, namedIn(stood, ledger)];
    }
    case "claim": {
      const { coalition, ref } = line.claim;
      const before = ref === null ? null : ledger.claimUnderRef(ref);
      return before === null ? [all(coalition)] : [all(coalition), all(before.claim.coalition)];
    }
    case "retraction":
      return touchedByRetraction(line.of, ledger);
  }
}

function touchedByRetraction(of: string, ledger: Touched): readonly Touch[] {
  const claim = ledger.claim(of);
  if (claim !== null) return [all(claim.coalition)];
  if (standingOf(of, ledger) !== of) return [];
  let restored = ledger.predecessor(of);
  while (restored !== null && ledger.isRetracted(restored)) restored = ledger.predecessor(restored);
  const own = namedIn(of, ledger);
  return restored === null ? [own] : [own, namedIn(restored, ledger)];
}

function all(coalition: string): Touch {
  return { coalition, parties: null };
}

function named({ coalition, party, predecessors }: Declaration): Touch {
  return { coalition, parties: party === null ? null : [party, ...predecessors] };
}

function namedIn(id: string, ledger: Touched): Touch {
  return named(ledger.declaration(id) as Declaration);
}
