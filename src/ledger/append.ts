/** Decides whether the ledger takes a command, and what is then written. Pure: the past and the instant come in. */
import type { Command, Outcome } from "./command.ts";
import type { Decision } from "./decision.ts";
import type { Past } from "./past.ts";

/** The decision is null where nothing is to be written: refused, all unchanged, or a dry run. */
export interface Decided {
  readonly outcome: Outcome;
  readonly decision: Decision | null;
}

export function decide(past: Past, command: Command, recordedAt: string): Decided {
  throw new Error(`to be written: ${command.message} ${recordedAt} ${past.newest()?.number ?? 0}`);
}
