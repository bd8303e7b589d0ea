/** Who may belong to a coalition, and the registry's entry for each. */
import type { Day } from "./day.ts";

export const PARTY_KINDS = ["country", "coalition", "unidentified", "other"] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const CODE_STATUSES = ["official", "user-assigned", "withdrawn", "project"] as const;
export type CodeStatus = (typeof CODE_STATUSES)[number];

/**
 * What the code of a country says of itself. ISO 3166-1 leaves AAA, QMA to QZZ, XAA to XZZ and ZZZ to its
 * users; four letters are of ISO 3166-3, the codes withdrawn.
 */
export function codeStatusOf(id: string): CodeStatus {
  if (id.includes("-")) return "project";
  if (id.length === 4) return "withdrawn";
  return /^(AAA|Q[M-Z].|X..|ZZZ)$/.test(id) ? "user-assigned" : "official";
}

/** A further name: in a language (BCP 47), or from and until a day where a name changed. */
export interface Alias {
  readonly name: string;
  readonly lang?: string;
  readonly from?: Day;
  /** The first day on which the name no longer held. */
  readonly until?: Day;
}

/** A code that looks a country up but is not its id: a former one, or one whose bearer changed. */
export interface OtherCode {
  readonly code: string;
  readonly from?: Day;
  /** The first day on which the code no longer held. */
  readonly until?: Day;
}

/** The middle of the largest part of a country's land, in degrees (WGS 84). */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** What every party has, whatever its kind. */
interface PartyBase {
  readonly id: string;
  /** The English short name. */
  readonly name: string;
  /** The name in other languages, by BCP 47 tag. */
  readonly names: Readonly<Record<string, string>>;
  readonly aliases: readonly Alias[];
  readonly note: string | null;
  /** No longer for use in new declarations. Entries are never deleted. */
  readonly retired: boolean;
}

/** A country: present-day, former, or partly recognised. */
export interface Country extends PartyBase {
  readonly kind: "country";
  readonly codeStatus: CodeStatus;
  /** The code that it bears today, if any; `codesFrom` is set where another country bore it before. */
  readonly alpha2: string | null;
  readonly numeric: string | null;
  readonly codesFrom: Day | null;
  readonly otherCodes: readonly OtherCode[];
  /** UN M49 names. */
  readonly region: string | null;
  readonly subregion: string | null;
  /** A state rather than a territory. */
  readonly independent: boolean;
  readonly capital: string | null;
  readonly flag: string | null;
  /** Where to set it on a map. */
  readonly position: Position | null;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  /** The lifetime as a party, `[from, until)`; null where it is open. */
  readonly from: Day | null;
  readonly until: Day | null;
}

/** A party that a total or an ordinal attests (`unidentified`), or a non-state observer (`other`). */
export interface OtherParty extends PartyBase {
  readonly kind: "unidentified" | "other";
}

/** The lifetime that a derivation needs to know of a party. */
export interface Lifetime {
  readonly from: Day | null;
  readonly until: Day | null;
}
