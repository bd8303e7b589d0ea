/** A body that parties belong to. A coalition can itself be a party of another. */
import type { PartialDate } from "./partial-date.ts";
import type { Alias } from "./party.ts";

export const COALITION_KINDS = [
  "military-coalition",
  "alliance",
  "union",
  "accord",
  "intergovernmental-organization",
  "forum",
  "court",
  "other",
] as const;
export type CoalitionKind = (typeof COALITION_KINDS)[number];

/** How much of the roster the ledger holds. Under `none` no number is given. */
export const COVERAGES = ["complete", "partial", "none"] as const;
export type Coverage = (typeof COVERAGES)[number];

export interface Coalition {
  /** A slug that is no country code. */
  readonly id: string;
  readonly kind: CoalitionKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly names: Readonly<Record<string, string>>;
  readonly aliases: readonly Alias[];
  /** The day from which the roster counts: the OAU's 1963 for the African Union. */
  readonly founded: PartialDate | null;
  readonly website: string | null;
  readonly coverage: Coverage;
  /** One sentence that says what is missing. */
  readonly coverageNote: string | null;
  readonly note: string | null;
  readonly retired: boolean;
}
