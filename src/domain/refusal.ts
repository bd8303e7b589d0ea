/** Why a write was not taken. Nothing is written, and all reasons are told at once. */

export const REFUSALS = [
  "unknown-coalition",
  "unknown-party",
  "bad-date",
  "bad-shape",
  "no-source",
  "coalition-in-itself",
  "unknown-declaration",
  "does-not-fit",
  "already-superseded",
  "already-retracted",
  "foreign-ref",
  "duplicate-ref",
  "duplicate-id",
  "retired",
  "edited-since",
  "outside-scope",
  "new-finding",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The sentence that says what would be right. */
  readonly detail: string;
  /** Which entry of the write, from 0. */
  readonly entry: number | null;
  /** The field, as a JSON pointer within the entry. */
  readonly pointer: string | null;
  readonly suggestion?: string;
  readonly clashesWith?: readonly string[];
}
