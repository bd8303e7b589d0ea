/** Derives the whole projection anew from the ledger, revision by revision (law 1). */
import type { Revision } from "./command.ts";
import type { LedgerLine, ProjectionChange } from "./decision.ts";
import { Draft } from "./draft.ts";

/** One revision with its lines, in their places. */
export interface LedgerRevision {
  readonly revision: Revision;
  readonly lines: readonly LedgerLine[];
}

/** What each revision changed in the projections, in order: the same as was written with it. */
export function* replay(
  revisions: Iterable<LedgerRevision>,
): Iterable<{ readonly revision: number; readonly changes: readonly ProjectionChange[] }> {
  const draft = new Draft(null);
  for (const { revision, lines } of revisions) {
    for (const line of lines) draft.take(line, revision.recordedBy, revision.number);
    yield { revision: revision.number, changes: draft.changes() };
  }
}
