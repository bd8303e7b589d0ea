/** Doubts: what does not contradict, but a reader should know. They never refuse a write. */
import { type Claim, judgeOrdinal, judgeTotal } from "./claim.ts";
import type { Declaration } from "./declaration.ts";
import type { Finding } from "./finding.ts";
import type { PartyKind } from "./party.ts";
import type { Accession, Spell } from "./spell.ts";

/** Sources without an address, and citations that nobody has read. */
export function sourceDoubts(declarations: readonly Declaration[]): Finding[] {
  return declarations.flatMap((declaration) => {
    const { id, coalition, party, sources } = declaration;
    const about = { coalition, party, declarations: [id] };
    const doubts: Finding[] = [];
    if (sources.some((source) => source.url === null)) {
      const detail = "A source has no address: give the URL where it can be read.";
      doubts.push({ kind: "source-without-address", detail, ...about });
    }
    if (sources.some((source) => source.accessed === null)) {
      const detail = "A source was not read for this ledger: read it, and give the day as `accessed`.";
      doubts.push({ kind: "citation-not-read", detail, ...about });
    }
    return doubts;
  });
}

/** The spell that a join began; null where the join had no effect. */
export function spellBegunBy(declaration: Declaration, spells: readonly Spell[]): Spell | null {
  const begun = spells.find(
    (spell) =>
      spell.party === declaration.party &&
      spell.role === declaration.role &&
      spell.declarations.includes(declaration.id),
  );
  return begun ?? null;
}

/** Published totals and claimed ordinals that the ledger does not bear out. */
export function claimDoubts(
  facts: {
    readonly claims: readonly Claim[];
    readonly declarations: readonly Declaration[];
    readonly party: (id: string) => { readonly kind: PartyKind };
  },
  spells: readonly Spell[],
  accessions: readonly Accession[],
): Finding[] {
  const totals = facts.claims.flatMap((claim): Finding[] => {
    const { derived, verdict } = judgeTotal(claim, spells, (party) => facts.party(party).kind);
    if (verdict !== "mismatch") return [];
    const detail = `A source counts ${claim.total} on ${claim.on.edtf}; the ledger has ${said(derived)}.`;
    return [
      { kind: "claim-mismatch", coalition: claim.coalition, party: null, detail, declarations: [claim.id] },
    ];
  });
  const ordinals = facts.declarations.flatMap((declaration): Finding[] => {
    const claimed = declaration.sources.flatMap((source) => source.claims?.ordinal ?? []);
    const joining = claimed.length === 0 ? null : spellBegunBy(declaration, spells);
    if (joining === null) return [];
    const { id, coalition, party } = declaration;
    return [...new Set(claimed)].flatMap((ordinal): Finding[] => {
      const { derived, verdict } = judgeOrdinal(ordinal, joining, spells, accessions);
      if (verdict !== "mismatch") return [];
      const detail = `A source calls it number ${ordinal}; the ledger has ${said(derived)}.`;
      return [{ kind: "claim-mismatch", coalition, party, detail, declarations: [id] }];
    });
  });
  return [...totals, ...ordinals];
}

function said({ earliest, latest }: { earliest: number; latest: number }): string {
  return earliest === latest ? String(earliest) : `${earliest} to ${latest}`;
}
