/**
 * The port: the only door that storage knows. One method per question, one for commands. Every question
 * names the revision that it is about (`known`), and what it answers for a revision never changes.
 */
import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { Act, Declaration, Role } from "../domain/declaration.ts";
import type { Finding, FindingKind } from "../domain/finding.ts";
import type { Bounds } from "../domain/partial-date.ts";
import type { Registry } from "../domain/registry.ts";
import type { Accession, Spell, Standing } from "../domain/spell.ts";
import type { Command, DatedCommand, Outcome, Revision } from "./command.ts";

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface Paged<T> {
  readonly items: readonly T[];
  /** How many there are without the page. */
  readonly total: number;
}

/** Which spells; what is left out does not restrict. */
export interface SpellQuestion {
  readonly known: number;
  readonly coalitions?: readonly string[];
  readonly party?: string;
  readonly roles?: readonly Role[];
  readonly standings?: readonly Standing[];
  /** Spells that possibly hold on that day. */
  readonly on?: Day;
  /** Spells that possibly hold on some day of `[from, to)`. */
  readonly during?: { readonly from: Day; readonly to: Day };
}

/** Acts declared but not yet in effect on a day: `declared.latest <= on < effective.earliest`, not rescinded by then. */
export interface PendingQuestion {
  readonly known: number;
  readonly on: Day;
  readonly coalitions?: readonly string[];
  readonly party?: string;
}

export interface PendingAct {
  readonly declaration: Declaration;
  /** `../b` beginning with the founding. */
  readonly effective: Bounds;
}

export const DECLARATION_STATES = ["in-force", "superseded", "retracted", "rescinded"] as const;
/** `rescinded` stands in the ledger but was taken back in the world. */
export type DeclarationState = (typeof DECLARATION_STATES)[number];

export interface DeclarationQuestion {
  readonly known: number;
  readonly coalition?: string;
  /** As the party, or as a predecessor. */
  readonly party?: string;
  readonly act?: Act;
  readonly state?: DeclarationState;
  /** Effective days that overlap `[from, to)`. */
  readonly during?: { readonly from: Day; readonly to: Day };
}

/** A declaration with what became of it by `known`. */
export interface DeclarationRecord {
  readonly declaration: Declaration;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly state: DeclarationState;
  /** `../b` beginning with the founding. */
  readonly effective: Bounds;
}

/** One step in the life of a declaration's line of supersessions. */
export interface HistoryStep {
  readonly revision: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly event: "declared" | "superseded" | "retracted" | "rescinded";
  /** The declaration that was declared, superseded, retracted or rescinded. */
  readonly declaration: string;
  /** The declaration that superseded or rescinded it. */
  readonly by?: string;
  readonly reason?: string;
}

export interface FindingQuestion {
  readonly known: number;
  readonly coalition?: string;
  readonly kind?: FindingKind;
}

/** How much the ledger holds at a revision. */
export interface Tally {
  readonly coalitions: number;
  readonly countries: number;
  readonly parties: number;
  readonly declarations: number;
  readonly inForce: number;
  readonly spells: number;
  readonly claims: number;
  readonly findings: number;
}

/** What differs between the projection kept up and one derived anew from the ledger. */
export interface Discrepancy {
  readonly table: string;
  readonly missing: number;
  readonly surplus: number;
}

export interface Store {
  /** Asked of the database each time, never remembered: another process may have written. */
  newest(): Promise<Revision | null>;
  revision(number: number): Promise<Revision | null>;
  /** The newest revision recorded at or before an instant (RFC 3339). */
  revisionAt(instant: string): Promise<Revision | null>;
  /** Newest first, up to and with `known`. */
  revisions(known: number, page: Page): Promise<Paged<Revision>>;

  /** The registry as it stood at that revision. */
  registry(known: number): Promise<Registry>;
  /** In the order of coalition, party and position. */
  spells(question: SpellQuestion): Promise<readonly Spell[]>;
  /** The same, a page of it. */
  spellPage(question: SpellQuestion, page: Page): Promise<Paged<Spell>>;
  /** In the order of coalition and party. */
  accessions(known: number, coalitions: readonly string[]): Promise<readonly Accession[]>;
  pending(question: PendingQuestion): Promise<readonly PendingAct[]>;
  /** In the order of revision and place in it. */
  declarations(question: DeclarationQuestion, page: Page): Promise<Paged<DeclarationRecord>>;
  declaration(id: string, known: number): Promise<DeclarationRecord | null>;
  /** Those of the ids that exist at `known`, in the order asked. */
  declarationsById(ids: readonly string[], known: number): Promise<readonly Declaration[]>;
  /** The whole line of supersessions that the declaration belongs to, in the order of revisions. */
  history(id: string, known: number): Promise<readonly HistoryStep[]>;
  /** Published totals that stand, in the order of coalition, day and id. */
  claims(known: number, coalition?: string): Promise<readonly Claim[]>;
  /** In the order of coalition, party, kind and declarations. */
  findings(question: FindingQuestion, page: Page): Promise<Paged<Finding>>;
  tally(known: number): Promise<Tally>;

  /**
   * Takes in a command as one revision, or refuses it whole. The store gives `recordedAt`: now, or one
   * millisecond after the newest revision where the clock stands or steps back.
   */
  append(command: Command): Promise<Outcome>;
  /**
   * Loads a past into a ledger without revisions, each command a revision with its own `recordedAt`,
   * all in one transaction. The first refused command stops it, and nothing is written.
   */
  load(commands: readonly DatedCommand[]): Promise<readonly Outcome[]>;
  /** The projection derived anew, revision by revision, and held against the one kept up. */
  verify(): Promise<readonly Discrepancy[]>;
  /** Replaces the projection by the one derived anew. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}
