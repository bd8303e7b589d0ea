/** What one coalition's declarations amount to: the outcome of a derivation. */
import type { Day } from "./day.ts";
import type { Finding } from "./finding.ts";
import type { Bounds } from "./partial-date.ts";
import type { Accession, Spell } from "./spell.ts";

/** A declaration that stands, with what a question about its day needs to know. */
export interface InForce {
  readonly declaration: string;
  readonly coalition: string;
  /** The bounds of its effect, `../b` beginning with the founding; not narrowed. */
  readonly effective: Bounds;
  /** The declaration that takes it back in the world, with the last day on which that may have happened. */
  readonly rescinded: { readonly by: string; readonly latest: Day } | null;
}

export interface Projection {
  /** In the order of party and position. */
  readonly spells: readonly Spell[];
  readonly accessions: readonly Accession[];
  readonly findings: readonly Finding[];
  readonly inForce: readonly InForce[];
}
