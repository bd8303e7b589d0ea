/** What a source says that can be checked against the ledger. */
import { countWithin } from "./certainty.ts";
import type { Role } from "./declaration.ts";
import { ordinalOf, type Range } from "./ordinal.ts";
import type { PartialDate } from "./partial-date.ts";
import type { PartyKind } from "./party.ts";
import type { Citation } from "./source.ts";
import type { Accession, Spell, Standing } from "./spell.ts";

export const COUNTINGS = ["members", "countries"] as const;
/** `members` is everyone, `countries` leaves out the other kinds of party. */
export type Counting = (typeof COUNTINGS)[number];

export const VERDICTS = ["match", "consistent", "mismatch"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How a claimed ordinal may be meant: by order of accession, or by size on joining. */
export const READINGS = ["accession", "size"] as const;
export type Reading = (typeof READINGS)[number];

/** A published total. */
export interface ClaimContent {
  readonly ref: string | null;
  readonly coalition: string;
  readonly on: PartialDate;
  readonly total: number;
  readonly role: Role;
  /** Null counts every standing. */
  readonly standing: Standing | null;
  readonly counting: Counting;
  /** Parties that the total leaves out. */
  readonly except: readonly string[];
  readonly source: Citation;
  readonly note: string | null;
}

export interface Claim extends ClaimContent {
  readonly id: string;
  readonly revision: number;
}

/** What the ledger says of a claim. */
export interface Judgement {
  readonly derived: Range;
  readonly verdict: Verdict;
}

export interface OrdinalJudgement extends Judgement {
  /** The reading that fits; null where none does. */
  readonly reading: Reading | null;
}

/** `match` where the ledger is exact and equal, `consistent` where its range holds the number. */
function judge(claimed: number, derived: Range): Judgement {
  if (claimed < derived.earliest || claimed > derived.latest) return { derived, verdict: "mismatch" };
  return { derived, verdict: derived.earliest === derived.latest ? "match" : "consistent" };
}

/**
 * Holds a published total against the spells of its coalition, on the days that it may be of: the lowest
 * certain and the highest possible number of parties.
 */
export function judgeTotal(
  claim: ClaimContent,
  spells: readonly Spell[],
  kindOf: (party: string) => PartyKind,
): Judgement {
  const counted = spells.filter(
    (spell) =>
      spell.role === claim.role &&
      (claim.standing === null || spell.standing === claim.standing) &&
      (claim.counting === "members" || kindOf(spell.party) === "country") &&
      !claim.except.includes(spell.party),
  );
  return judge(claim.total, countWithin(counted, claim.on));
}

/**
 * Holds a claimed ordinal against the join that its source stands on. It may be meant by order of
 * accession, or by size: 1 + the other members on the day of joining.
 * @param joining the spell that the join began; `spells` and `accessions` are all of its coalition.
 */
export function judgeOrdinal(
  claimed: number,
  joining: Spell,
  spells: readonly Spell[],
  accessions: readonly Accession[],
): OrdinalJudgement {
  const others = spells.filter((spell) => spell.role === "member" && spell.party !== joining.party);
  const size = countWithin(others, joining.from);
  const accession = accessions.find((each) => each.party === joining.accession);
  const readings: OrdinalJudgement[] = [
    ...(accession === undefined
      ? []
      : [{ ...judge(claimed, ordinalOf(accession, accessions)), reading: "accession" as const }]),
    { ...judge(claimed, { earliest: size.earliest + 1, latest: size.latest + 1 }), reading: "size" },
  ];
  const ranked = VERDICTS.flatMap((verdict) => readings.filter((each) => each.verdict === verdict));
  const best = ranked[0] as OrdinalJudgement;
  return best.verdict === "mismatch" ? { ...best, reading: null } : best;
}
