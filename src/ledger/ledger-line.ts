/** What a write amounts to, as plain data: lines of the ledger, and how projections differ after them. */
import type { Claim } from "../domain/claim.ts";
import type { Coalition } from "../domain/coalition.ts";
import type { Declaration } from "../domain/declaration.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Projection } from "../domain/projection.ts";

/** One line of the ledger. */
export type LedgerLine =
  | { readonly kind: "coalition"; readonly coalition: Coalition }
  | { readonly kind: "party"; readonly party: Country | OtherParty }
  | { readonly kind: "declaration"; readonly declaration: Declaration; readonly digest: string }
  | { readonly kind: "retraction"; readonly of: string; readonly reason: string }
  | { readonly kind: "claim"; readonly claim: Claim; readonly digest: string };

/** A line without its digest, which follows from what it says. */
export type BareLine =
  | Exclude<LedgerLine, { readonly digest: string }>
  | { readonly kind: "declaration"; readonly declaration: Declaration }
  | { readonly kind: "claim"; readonly claim: Claim };

/** A line with its place in its revision, which counts from 0. */
export interface PlacedLine {
  readonly place: number;
  readonly line: LedgerLine;
}

/** How the projection of one coalition differs after the revision; rows not named stay as they are. */
export interface ProjectionChange {
  readonly coalition: string;
  readonly close: Projection;
  readonly open: Projection;
}
