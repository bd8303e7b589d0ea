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
import type {
  Command,
  DatedCommand,
  DatedFrame,
  EntryOutcome,
  Frame,
  LedgerEntry,
  Outcome,
  Revision,
  Summary,
} from "./command.ts";
import type { PlacedLine } from "./ledger-line.ts";
import type { WrittenSpell } from "./written-spell.ts";

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

/**
 * Acts declared but not yet in effect: `declared.latest <= on < effective.earliest`, not rescinded by then. Without a
 * day all that are so on some day.
 */
export interface PendingQuestion {
  readonly known: number;
  readonly on?: Day;
  readonly coalitions?: readonly string[];
  readonly party?: string;
}

/** What of a declaration is told of an act to come. */
export type Announcement = Pick<
  Declaration,
  "id" | "coalition" | "party" | "act" | "role" | "predecessors" | "declared" | "effective"
>;

export interface PendingAct {
  readonly declaration: Announcement;
  /** `../b` beginning with the founding. */
  readonly effective: Bounds;
  /** The day by which it was taken back, and from which it is pending no more; null where it was not. */
  readonly rescinded: Day | null;
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

/** A source with all that cites it, as its newest citation tells it. */
export interface SourceRecord {
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
  /** The last day on which it was read; null where nobody has read it. */
  readonly accessed: Day | null;
  /** Ids of the declarations and claims that cite it, in force or not, in the order of the ledger. */
  readonly declarations: readonly string[];
  readonly claims: readonly string[];
}

export interface SourceQuestion {
  readonly known: number;
  /** Only what is cited for this coalition, and only what cites it there. */
  readonly coalition?: string;
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

/**
 * A write of any size, taken in as it comes: one revision, all or nothing. Nobody sees any of it before
 * `finish`, and other writes wait until it has ended. Findings and refusals are told up to `MOST_TOLD`.
 */
export interface Bulk {
  /**
   * Takes in entries, in their order. To be awaited before more are given, which keeps memory bounded.
   * @returns what became of each; null for one that is refused, which does not stop the others from being checked.
   */
  add(entries: readonly LedgerEntry[]): Promise<readonly (EntryOutcome | null)[]>;
  /**
   * Of a past only: ends its revision, and begins the next one. Where the one that ends is refused,
   * all of the past is, and nothing more is to be given.
   */
  next(frame: DatedFrame): Promise<Summary>;
  /** Ends it. Nothing is written where anything is refused. */
  finish(): Promise<Summary>;
  /** Ends it without leaving a trace. After the end it does nothing. */
  abort(): Promise<void>;
}

/** How many findings or refusals of a bulk write are told one by one; all are counted. */
export const MOST_TOLD = 1_000;

export interface Store {
  /**
   * Asked of the database in every turn of the event loop, since another process may have written. The same object
   * is given for as long as nothing was.
   */
  /** At once where that is known: it is asked for every request. */
  newest(): Revision | null | Promise<Revision | null>;
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
  /** All spells of a coalition, in the order of party and position. */
  roll(known: number, coalition: string): Promise<readonly WrittenSpell[]>;
  /** In the order of coalition and party. */
  accessions(known: number, coalitions: readonly string[]): Promise<readonly Accession[]>;
  pending(question: PendingQuestion): Promise<readonly PendingAct[]>;
  /** Joins whose sources claim an ordinal, whether they stand or not, in the order of revision and place. */
  ordinalClaims(known: number, coalitions: readonly string[]): Promise<readonly Declaration[]>;
  /** In the order of revision and place in it. */
  declarations(question: DeclarationQuestion, page: Page): Promise<Paged<DeclarationRecord>>;
  declaration(id: string, known: number): Promise<DeclarationRecord | null>;
  /** Those of the ids that exist at `known`, in the order asked. */
  declarationsById(ids: readonly string[], known: number): Promise<readonly Declaration[]>;
  /** The whole line of supersessions that the declaration belongs to, in the order of revisions. */
  history(id: string, known: number): Promise<readonly HistoryStep[]>;
  /** Published totals that stand, in the order of coalition, day and id. */
  claims(known: number, coalition?: string): Promise<readonly Claim[]>;
  /** In the order in which the ledger first cited them. */
  sources(question: SourceQuestion, page: Page): Promise<Paged<SourceRecord>>;
  source(id: string, known: number): Promise<SourceRecord | null>;
  /** In the order of coalition, party, kind and declarations. */
  findings(question: FindingQuestion, page: Page): Promise<Paged<Finding>>;
  tally(known: number): Promise<Tally>;
  /** The lines of a revision that come after a place (-1: all), in their order; at most so many. */
  lines(revision: number, after: number, limit: number): Promise<readonly PlacedLine[]>;

  /**
   * Takes in a command as one revision, or refuses it whole. The store gives `recordedAt`: now, or one
   * millisecond after the newest revision where the clock stands or steps back.
   */
  append(command: Command): Promise<Outcome>;
  /**
   * Opens a write of any size, as soon as no other is open. With an instant it is a past, which only a
   * ledger without revisions takes. Whoever opens it must end it.
   */
  bulk(frame: Frame | DatedFrame): Promise<Bulk>;
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
