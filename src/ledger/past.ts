/** What a write reads of the ledger as it stands; brought by the store that will keep it. */
import type { Claim } from "../domain/claim.ts";
import type { Declaration } from "../domain/declaration.ts";
import type { Projection } from "../domain/projection.ts";
import type { Registry } from "../domain/registry.ts";
import type { Lines } from "../domain/supersession.ts";
import type { Revision } from "./command.ts";

/** A declaration as far as one that comes after it under the same ref, or with the same content, asks. */
export interface Told {
  readonly id: string;
  readonly revision: number;
  readonly supersedes: string | null;
  readonly digest: string;
  /** Who recorded it, to whom its ref belongs. */
  readonly author: string;
}

/** Synchronous, because it is read inside the transaction of the write. */
export interface Past extends Lines {
  newest(): Revision | null;
  registry(): Registry;
  /** Any declaration of the ledger, in force or not. */
  declaration(id: string): Declaration | null;
  /** The newest declaration under a ref, in force or not. */
  underRef(ref: string): Told | null;
  /** The newest declaration with this content digest, in force or not. */
  withDigest(digest: string): Told | null;
  claim(id: string): Claim | null;
  /** The newest claim under a ref, retracted or not, and whose ref it is. */
  claimUnderRef(ref: string): { readonly claim: Claim; readonly author: string } | null;
  /** Claims of a coalition that stand. */
  claims(coalition: string): readonly Claim[];
  /**
   * These parties and all whose acts in the coalition are read together with theirs: those that a succession ties
   * to them, in force or not. What is derived of these parties depends on nothing else. Null where the coalition
   * is derived whole: where it ends, and where something is claimed that counts all.
   */
  readWith(coalition: string, parties: readonly string[]): readonly string[] | null;
  /** Declarations in force of a coalition (of these parties) as the lines have it, in the order of revision and place. */
  inForce(coalition: string, parties: readonly string[] | null): readonly Declaration[];
  /** The projection of a coalition (of these parties) as it was last derived. */
  projection(coalition: string, parties: readonly string[] | null): Projection;
  /** Coalitions with a declaration in force, when they were last derived, that names the party or a predecessor. */
  coalitionsNaming(party: string): readonly string[];
}
