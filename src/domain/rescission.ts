/** Acts taken back in the world before they took effect. */
import { inFallbackOrder, type LineAct } from "./line-act.ts";
import type { Clash } from "./reading-order.ts";

export interface Rescissions {
  /** The acts taken back, with the rescission that did it. */
  readonly by: ReadonlyMap<LineAct, LineAct>;
  readonly tooLate: readonly Clash[];
}

/** A rescission that is certainly not before the day of effect of what it names is too late. */
export function rescissions(acts: readonly LineAct[]): Rescissions {
  const by = new Map<LineAct, LineAct>();
  const tooLate: Clash[] = [];
  for (const act of acts.filter((each) => each.act === "rescind").sort(inFallbackOrder)) {
    const named = acts.find((each) => act.rescinds !== null && each.declarations.includes(act.rescinds));
    if (named === undefined || named.party !== act.party) continue;
    if (act.date.earliest >= named.date.latest) tooLate.push({ kind: "rescinded-too-late", act });
    else if (!by.has(named)) by.set(named, act);
  }
  return { by, tooLate };
}
