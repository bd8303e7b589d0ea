/** How two projections of one coalition differ, row by row. */
import type { Projection } from "../domain/projection.ts";
import type { ProjectionChange } from "./ledger-line.ts";

export const NOTHING: Projection = { spells: [], accessions: [], findings: [], inForce: [] };

/** At most one change: what is in one of them only. Rows that are equal stay as they are. */
export function difference(coalition: string, before: Projection, now: Projection): ProjectionChange[] {
  const close = only(before, now);
  const open = only(now, before);
  return isNothing(close) && isNothing(open) ? [] : [{ coalition, close, open }];
}

function only(these: Projection, those: Projection): Projection {
  return {
    spells: missing(these.spells, those.spells),
    accessions: missing(these.accessions, those.accessions),
    findings: missing(these.findings, those.findings),
    inForce: missing(these.inForce, those.inForce),
  };
}

function missing<T>(these: readonly T[], those: readonly T[]): readonly T[] {
  if (these.length === 0 || those.length === 0) return these;
  const known = new Set(those.map((row) => canonical(row)));
  return these.filter((row) => !known.has(canonical(row)));
}

/** The text of a row, whatever the order in which its fields were set. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isNothing({ spells, accessions, findings, inForce }: Projection): boolean {
  return spells.length + accessions.length + findings.length + inForce.length === 0;
}
