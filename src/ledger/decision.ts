/** A command taken: what is to be written, as plain data. */
import type { Claim } from "../domain/claim.ts";
import type { Coalition } from "../domain/coalition.ts";
import type { Declaration } from "../domain/declaration.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Projection } from "../domain/projection.ts";
import type { Revision } from "./command.ts";

/** One line of the ledger; its place in the revision is its index in the decision. */
export type LedgerLine =
  | { readonly kind: "coalition"; readonly coalition: Coalition }
  | { readonly kind: "party"; readonly party: Country | OtherParty }
  | { readonly kind: "declaration"; readonly declaration: Declaration; readonly digest: string }
  | { readonly kind: "retraction"; readonly of: string; readonly reason: string }
  | { readonly kind: "claim"; readonly claim: Claim; readonly digest: string };

/** How the projection of one coalition differs after the revision; rows not named stay as they are. */
export interface ProjectionChange {
  readonly coalition: string;
  readonly close: Projection;
  readonly open: Projection;
}

export interface Decision {
  readonly revision: Revision;
  readonly lines: readonly LedgerLine[];
  readonly changes: readonly ProjectionChange[];
}
