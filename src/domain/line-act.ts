/** An act as the derivation reads it: one or more declarations that tell of it, and its own dates. */
import { ACTS, type Act, type Confidence, type Declaration, type Role } from "./declaration.ts";
import { type Bounds, overlap, type PartialDate, sinceFounding } from "./partial-date.ts";

export interface LineAct {
  readonly act: Act;
  /** Null where the coalition itself ends. */
  readonly party: string | null;
  readonly role: Role | null;
  readonly predecessors: readonly string[];
  readonly rescinds: string | null;
  /** The day of effect as declared, `../b` beginning with the founding. */
  readonly date: PartialDate;
  /** The telling that counts stands first. */
  readonly declarations: readonly string[];
  readonly confidences: readonly Confidence[];
}

export function lineAct(declaration: Declaration, founded: Bounds | null): LineAct {
  return {
    act: declaration.act,
    party: declaration.party,
    role: declaration.role,
    predecessors: [...declaration.predecessors].sort(),
    rescinds: declaration.rescinds,
    date: sinceFounding(declaration.effective, founded),
    declarations: [declaration.id],
    confidences: declaration.confidence === null ? [] : [declaration.confidence],
  };
}

/** The parties in whose line the act stands; none for the end of the coalition, which stands in all. */
export function partiesOf(act: LineAct): readonly string[] {
  return act.party === null ? [] : [act.party, ...act.predecessors];
}

/** What two tellings must share to be of the same act. */
function sameness(act: LineAct): string {
  return JSON.stringify([act.act, act.party, act.role, act.predecessors, act.rescinds]);
}

/**
 * The order in which acts are read where their dates and their sense leave it open. It depends on what is
 * said alone, never on the place in the ledger.
 */
export function inFallbackOrder(a: LineAct, b: LineAct): number {
  return (
    compare(a.date.earliest, b.date.earliest) ||
    compare(a.date.latest, b.date.latest) ||
    ACTS.indexOf(a.act) - ACTS.indexOf(b.act) ||
    compare(a.party ?? "", b.party ?? "") ||
    compare(a.role ?? "", b.role ?? "") ||
    compare(a.date.edtf, b.date.edtf) ||
    compare(sameness(a), sameness(b)) ||
    compare(a.declarations[0] ?? "", b.declarations[0] ?? "")
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The length of the bounds in days, open ends beyond all measure. */
function vagueness({ earliest, latest }: Bounds): number {
  const length = Date.parse(latest) - Date.parse(earliest);
  return Number.isNaN(length) ? Number.POSITIVE_INFINITY : length;
}

/**
 * Makes one act of the tellings of the same act on overlapping days: the most precise one counts, and
 * those that overlap it tell of it too.
 */
export function mergeTellings(acts: readonly LineAct[]): { merged: LineAct[]; toldTwice: LineAct[] } {
  const groups = new Map<string, LineAct[]>();
  for (const act of acts) {
    const key = sameness(act);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [act]);
    else group.push(act);
  }
  const merged: LineAct[] = [];
  const toldTwice: LineAct[] = [];
  for (const group of groups.values()) {
    let rest =
      group.length === 1
        ? group
        : group.sort((a, b) => vagueness(a.date) - vagueness(b.date) || inFallbackOrder(a, b));
    while (rest.length > 0) {
      const precise = rest[0] as LineAct;
      const tellings = rest.filter((act) => overlap(act.date, precise.date));
      rest = rest.filter((act) => !overlap(act.date, precise.date));
      const act = {
        ...precise,
        declarations: tellings.flatMap((telling) => telling.declarations),
        confidences: tellings.flatMap((telling) => telling.confidences),
      };
      merged.push(act);
      if (tellings.length > 1) toldTwice.push(act);
    }
  }
  return { merged, toldTwice };
}
