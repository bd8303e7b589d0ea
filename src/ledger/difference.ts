/** How two projections of one coalition differ, row by row. */
import { isDeepStrictEqual } from "node:util";
import type { Finding } from "../domain/finding.ts";
import type { InForce, Projection } from "../domain/projection.ts";
import type { Accession, Spell } from "../domain/spell.ts";
import type { ProjectionChange } from "./ledger-line.ts";

export const NOTHING: Projection = { spells: [], accessions: [], findings: [], inForce: [] };

/** What a row is called: two projections of one coalition have at most one row each of a name. */
const NAMES = {
  spells: ({ party, position }: Spell) => `${position} ${party}`,
  accessions: ({ party }: Accession) => party,
  findings: ({ kind, party, declarations, detail }: Finding) =>
    JSON.stringify([kind, party, declarations, detail]),
  inForce: ({ declaration }: InForce) => declaration,
};

/** At most one change: what is in one of them only. Rows that are equal stay as they are. */
export function difference(coalition: string, before: Projection, now: Projection): ProjectionChange[] {
  const spells = apart(before.spells, now.spells, NAMES.spells);
  const accessions = apart(before.accessions, now.accessions, NAMES.accessions);
  const findings = apart(before.findings, now.findings, NAMES.findings);
  const inForce = apart(before.inForce, now.inForce, NAMES.inForce);
  const side = (which: "close" | "open"): Projection => ({
    spells: spells[which],
    accessions: accessions[which],
    findings: findings[which],
    inForce: inForce[which],
  });
  const [close, open] = [side("close"), side("open")];
  return isNothing(close) && isNothing(open) ? [] : [{ coalition, close, open }];
}

/** Rows that are in one of the two only. */
function apart<T>(
  before: readonly T[],
  now: readonly T[],
  nameOf: (row: T) => string,
): { readonly close: readonly T[]; readonly open: readonly T[] } {
  if (before.length === 0 || now.length === 0) return { close: before, open: now };
  const named = new Map(before.map((row) => [nameOf(row), row]));
  const open: T[] = [];
  for (const row of now) {
    const name = nameOf(row);
    if (isDeepStrictEqual(row, named.get(name))) named.delete(name);
    else open.push(row);
  }
  return { close: [...named.values()], open };
}

function isNothing({ spells, accessions, findings, inForce }: Projection): boolean {
  return spells.length + accessions.length + findings.length + inForce.length === 0;
}
