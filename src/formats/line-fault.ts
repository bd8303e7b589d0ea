/** A fault of one line of a file or body: what is wrong, where, and what would be right. */
import type { Fault } from "../ledger/checks.ts";

export interface LineFault extends Fault {
  /** From 1, the header included; an entry that runs over several lines is at its first. */
  readonly line: number;
}

/** In the order of lines, those of one line as they were found. */
export function byLine(faults: readonly LineFault[]): LineFault[] {
  return faults.toSorted((a, b) => a.line - b.line);
}
