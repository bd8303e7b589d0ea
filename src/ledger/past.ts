/** What a decision needs of the ledger as it stands; brought by the store that will write the decision. */
import type { Claim } from "../domain/claim.ts";
import type { Declaration } from "../domain/declaration.ts";
import type { Projection } from "../domain/projection.ts";
import type { Registry } from "../domain/registry.ts";
import type { Revision } from "./command.ts";

/** Synchronous, because it is read inside the transaction of the write. */
export interface Past {
  newest(): Revision | null;
  registry(): Registry;
  /** Any declaration of the ledger, in force or not. */
  declaration(id: string): Declaration | null;
  /** The newest declaration under a ref, in force or not, and whose ref it is. */
  underRef(ref: string): { readonly declaration: Declaration; readonly author: string } | null;
  /** The newest declaration with this content digest, in force or not. */
  withDigest(digest: string): Declaration | null;
  /** The id of the declaration that supersedes this one, retracted or not. */
  supersededBy(id: string): string | null;
  /** Whether the declaration or claim with this id was retracted. */
  isRetracted(id: string): boolean;
  claim(id: string): Claim | null;
  /** The newest claim under a ref, retracted or not, and whose ref it is. */
  claimUnderRef(ref: string): { readonly claim: Claim; readonly author: string } | null;
  /** Claims of a coalition that stand. */
  claims(coalition: string): readonly Claim[];
  /** Declarations in force of a coalition, in the order of revision and place. */
  inForce(coalition: string): readonly Declaration[];
  /** The projection of a coalition as it stands. */
  projection(coalition: string): Projection;
  /** Coalitions with a declaration in force that names the party, also as a predecessor. */
  coalitionsNaming(party: string): readonly string[];
}
