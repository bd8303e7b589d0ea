/** One atomic write, as plain data: it crosses a thread on its way to the store. */
import type { ClaimContent } from "../domain/claim.ts";
import type { Coalition } from "../domain/coalition.ts";
import type { DeclarationContent } from "../domain/declaration.ts";
import type { Finding } from "../domain/finding.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Scope } from "./key.ts";

export type LedgerEntry =
  /** `rescinds` and `supersedes` name an id, or a ref of the same author. */
  | { readonly kind: "declaration"; readonly content: DeclarationContent; readonly id?: KeptId }
  | { readonly kind: "claim"; readonly content: ClaimContent; readonly id?: KeptId }
  /** Takes back, in the ledger, the declaration or claim with this id. */
  | { readonly kind: "retraction"; readonly of: string; readonly reason: string }
  /** The whole entry as it stands from this revision on. */
  | { readonly kind: "coalition"; readonly coalition: Coalition; readonly over?: Over }
  | { readonly kind: "party"; readonly party: Country | OtherParty; readonly over?: Over };

/** The id that an entry of a past had where it was recorded first; left out, one is given. */
export type KeptId = string;

/** The state that an edit was made on, by the revision of the last edit; null for an entry that is new. */
export type Over = number | null;

/** What holds for all of a write. */
export interface Frame {
  /** The name of the key, or of the command, that writes. */
  readonly author: string;
  /** What the key may write; left out, anything. */
  readonly scopes?: readonly Scope[];
  readonly message: string;
  /** Whether new contradictions, open orders and told-twices are taken. */
  readonly findings: "refuse" | "accept";
  /** Decide and tell, but write nothing. */
  readonly dryRun: boolean;
  /** Marks a revision that came from the seed. */
  readonly imported: boolean;
}

export interface Command extends Frame {
  readonly entries: readonly LedgerEntry[];
}

/** With the instant at which it was recorded, for a load into a ledger without revisions. */
export interface DatedFrame extends Frame {
  readonly recordedAt: string;
}

export interface DatedCommand extends Command, DatedFrame {}

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

interface Taken {
  readonly taken: true;
  /** Null when nothing changed, or on a dry run. */
  readonly revision: Revision | null;
  readonly created: number;
  readonly unchanged: number;
  readonly superseded: number;
  /** The new findings that were accepted, doubts included. */
  readonly findings: readonly Finding[];
}

export type Outcome =
  /** One of `entries` for each entry, in their order. */
  | (Taken & { readonly entries: readonly EntryOutcome[] })
  | { readonly taken: false; readonly refusals: readonly Refusal[] };

/** What became of a write of any size: findings and refusals may be the first of them only, and are all counted. */
export type Summary =
  | (Taken & { readonly findingCount: number })
  | { readonly taken: false; readonly refusals: readonly Refusal[]; readonly refusalCount: number };
