/** The ledger inside the transaction of a write: what is added is seen by whatever is asked next. */
import type { Revision } from "./command.ts";
import type { LedgerLine, ProjectionChange } from "./ledger-line.ts";
import type { Past } from "./past.ts";

export interface OpenLedger extends Past {
  /** Opens a revision, which has no lines yet: its counts are 0. */
  begin(revision: Revision): void;
  /** Adds a line to the revision that is open. */
  add(line: LedgerLine, revision: number, place: number): void;
  /** The place of a declaration in a revision; null where it came with another one. */
  placeIn(revision: number, declaration: string): number | null;
  /** Closes the rows that hold no longer from this revision on, and opens those that do. */
  change(change: ProjectionChange, revision: number): void;
  /** Completes the revision that is open: it has its lines, its counts, and the instant of its end. */
  complete(revision: Revision): void;
}
