/** Takes in one command whole: all of its entries, as one revision. */
import type { Command, EntryOutcome, Outcome, Summary } from "./command.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { Taking } from "./taking.ts";

/**
 * What is refused, tried or already there may have left lines in the ledger all the same: where the
 * outcome has no revision, the transaction is to be rolled back.
 * @param instant gives the instant that the revision bears, later than that of the newest.
 */
export function append(ledger: OpenLedger, command: Command, instant: () => string): Outcome {
  const taking = new Taking(ledger, command, instant);
  const entries = command.entries.map((entry) => taking.take(entry));
  return outcomeOf(taking.end(), entries);
}

/** @param entries what became of each. */
export function outcomeOf(summary: Summary, entries: readonly (EntryOutcome | null)[]): Outcome {
  if (!summary.taken) return { taken: false, refusals: summary.refusals };
  const { findingCount: _count, ...told } = summary;
  return { ...told, entries: entries as readonly EntryOutcome[] };
}
