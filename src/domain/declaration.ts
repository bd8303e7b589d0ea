/** A source says that a party did an act in a coalition, on a date. */
import type { PartialDate } from "./partial-date.ts";
import type { Citation } from "./source.ts";

/** In the order in which acts of one day are read where nothing else decides. */
export const ACTS = [
  "join",
  "withdraw",
  "expel",
  "suspend",
  "reinstate",
  "succeed",
  "dissolve",
  "rescind",
] as const;
export type Act = (typeof ACTS)[number];

export const ROLES = ["member", "associate", "observer", "partner"] as const;
export type Role = (typeof ROLES)[number];

export const CONFIDENCES = ["high", "medium", "low", "disputed"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a declaration says; two with equal content are the same declaration told again. */
export interface DeclarationContent {
  /** The client's own stable key. */
  readonly ref: string | null;
  readonly coalition: string;
  /** Null only with `dissolve`, where the coalition itself ended. */
  readonly party: string | null;
  readonly act: Act;
  /** With `join` only; null otherwise. */
  readonly role: Role | null;
  /** With `succeed` only: whose membership is taken over. */
  readonly predecessors: readonly string[];
  /** The day it was announced, signed, deposited or notified. */
  readonly declared: PartialDate | null;
  /** The day from which it counts. */
  readonly effective: PartialDate;
  /** The id of the declaration that is taken back in the world. */
  readonly rescinds: string | null;
  /** The id of the declaration that this one replaces in the ledger. */
  readonly supersedes: string | null;
  readonly title: string | null;
  readonly scope: readonly string[];
  readonly confidence: Confidence | null;
  readonly note: string | null;
  readonly sources: readonly Citation[];
}

/** A declaration in the ledger. */
export interface Declaration extends DeclarationContent {
  readonly id: string;
  /** The number of the revision that took it in. */
  readonly revision: number;
}
