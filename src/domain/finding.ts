/** Something wrong or open that the derivation met. */

export const CONTRADICTIONS = [
  "exit-without-membership",
  "second-join",
  "suspension-without-active-membership",
  "reinstatement-without-suspension",
  "succession-from-nobody",
  "join-outside-lifetime",
  "before-founding",
  "rescinded-too-late",
] as const;

/** Findings that a write is refused for unless it accepts them, and doubts, which never refuse. */
export const FINDING_SEVERITIES = {
  "exit-without-membership": "contradiction",
  "second-join": "contradiction",
  "suspension-without-active-membership": "contradiction",
  "reinstatement-without-suspension": "contradiction",
  "succession-from-nobody": "contradiction",
  "join-outside-lifetime": "contradiction",
  "before-founding": "contradiction",
  "rescinded-too-late": "contradiction",
  "order-open": "open",
  "told-twice": "open",
  "claim-mismatch": "doubt",
  "source-without-address": "doubt",
  "citation-not-read": "doubt",
} as const;

export type FindingKind = keyof typeof FINDING_SEVERITIES;

export interface Finding {
  readonly kind: FindingKind;
  readonly coalition: string;
  readonly party: string | null;
  /** One sentence that says what is wrong and what would be right. */
  readonly detail: string;
  /** The declarations (or the claim) it is about, in the order of their ids. */
  readonly declarations: readonly string[];
}
