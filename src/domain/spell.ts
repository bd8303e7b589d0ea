/** An unbroken stretch of one party in one coalition with one role and one standing. */
import type { Confidence, Role } from "./declaration.ts";
import type { Bounds, PartialDate } from "./partial-date.ts";

export const STANDINGS = ["active", "suspended"] as const;
export type Standing = (typeof STANDINGS)[number];

/** The act that ended a spell, or what else did. */
export const ENDINGS = [
  "withdraw",
  "expel",
  "suspend",
  "reinstate",
  "succeed",
  "dissolve",
  "role-change",
  "coalition-dissolved",
  "party-ended",
] as const;
export type Ending = (typeof ENDINGS)[number];

/** A party's first join as `member`, which is what ordinals count. */
export interface Accession extends Bounds {
  readonly coalition: string;
  readonly party: string;
  /** The declarations of that join, the one that counts first. */
  readonly declarations: readonly string[];
}

export interface Spell {
  readonly coalition: string;
  readonly party: string;
  /** 0, 1, 2… in the order of the party's spells in this coalition. */
  readonly position: number;
  /** Spells of one chain with neighbouring positions adjoin: the party was never out between them. */
  readonly chain: number;
  readonly role: Role;
  readonly standing: Standing;
  /** The first day of the unbroken time in this role. */
  readonly joined: PartialDate;
  readonly from: PartialDate;
  /** The first day on which the spell no longer holds; null while nothing ends it. */
  readonly to: PartialDate | null;
  readonly endedBy: Ending | null;
  /** The party whose accession gives the ordinal: after a succession not the holder. Only for role `member`. */
  readonly accession: string | null;
  /** The lowest of the declarations named. */
  readonly confidence: Confidence | null;
  /** What brought the party in, what began the spell, what ended it. */
  readonly declarations: readonly string[];
}
