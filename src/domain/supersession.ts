/** Supersessions form a line: the newest declaration that is not retracted stands for all of it. */
import type { Declaration } from "./declaration.ts";

/** What must be known of the ledger to walk along a line. */
export interface Lines {
  /** The declaration that this one replaced; null at the beginning of a line. */
  readonly predecessor: (id: string) => string | null;
  /** The declaration that replaced this one; null at the end. */
  readonly successor: (id: string) => string | null;
  readonly isRetracted: (id: string) => boolean;
}

/** The first declaration of the line, which stays the same whatever supersedes it later. */
export function rootOf(id: string, lines: Lines): string {
  const before = lines.predecessor(id);
  return before === null ? id : rootOf(before, lines);
}

/** The newest declaration of the line, retracted or not: the one that can still be superseded. */
export function newestOf(id: string, lines: Lines): string {
  const next = lines.successor(id);
  return next === null ? id : newestOf(next, lines);
}

/** The declaration that stands for the line; null where all of it is retracted. */
export function standingOf(id: string, lines: Lines): string | null {
  let at: string | null = newestOf(id, lines);
  while (at !== null && lines.isRetracted(at)) at = lines.predecessor(at);
  return at;
}

/** The same declarations, each rescission naming what stands for the line that it rescinds. */
export function rescindingWhatStands(declarations: readonly Declaration[], lines: Lines): Declaration[] {
  return declarations.map((each) =>
    each.rescinds === null ? each : { ...each, rescinds: standingOf(each.rescinds, lines) },
  );
}
