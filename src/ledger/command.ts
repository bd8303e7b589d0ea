/** One atomic write, as plain data: it crosses a thread on its way to the store. */
import type { ClaimContent } from "../domain/claim.ts";
import type { Coalition } from "../domain/coalition.ts";
import type { DeclarationContent } from "../domain/declaration.ts";
import type { Finding } from "../domain/finding.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Refusal } from "../domain/refusal.ts";

export type LedgerEntry =
  /** `rescinds` and `supersedes` name an id, or a ref of the same author. */
  | { readonly kind: "declaration"; readonly content: DeclarationContent }
  | { readonly kind: "claim"; readonly content: ClaimContent }
  /** Takes back, in the ledger, the declaration or claim with this id. */
  | { readonly kind: "retraction"; readonly of: string; readonly reason: string }
  /** The whole entry as it stands from this revision on. */
  | { readonly kind: "coalition"; readonly coalition: Coalition }
  | { readonly kind: "party"; readonly party: Country | OtherParty };

export interface Command {
  /** The name of the key, or of the command, that writes. */
  readonly author: string;
  readonly message: string;
  readonly entries: readonly LedgerEntry[];
  /** Whether new contradictions, open orders and told-twices are taken. */
  readonly findings: "refuse" | "accept";
  /** Decide and tell, but write nothing. */
  readonly dryRun: boolean;
  /** Marks a revision that came from the seed. */
  readonly imported: boolean;
}

/** A command with the instant at which it was recorded, for a load into a ledger without revisions. */
export interface DatedCommand extends Command {
  readonly recordedAt: string;
}

/** One atomic write to the ledger. */
export interface Revision {
  readonly number: number;
  /** RFC 3339, UTC, with milliseconds; strictly increasing. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly message: string;
  readonly imported: boolean;
  /** How many lines of each kind it took in. */
  readonly counts: {
    readonly declarations: number;
    readonly retractions: number;
    readonly claims: number;
    readonly coalitions: number;
    readonly parties: number;
  };
}

/** What became of one entry of a command. */
export interface EntryOutcome {
  readonly id: string;
  readonly outcome: "created" | "unchanged" | "superseded";
}

export type Outcome =
  | {
      readonly taken: true;
      /** Null when nothing changed, or on a dry run. */
      readonly revision: Revision | null;
      readonly created: number;
      readonly unchanged: number;
      readonly superseded: number;
      /** The new findings that were accepted, doubts included. */
      readonly findings: readonly Finding[];
      /** One for each entry, in their order. */
      readonly entries: readonly EntryOutcome[];
    }
  | { readonly taken: false; readonly refusals: readonly Refusal[] };
