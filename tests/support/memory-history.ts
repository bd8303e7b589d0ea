/** What became of a declaration, told from the bare lines. */
import type { InForce } from "../../src/domain/projection.ts";
import type { Revision } from "../../src/ledger/command.ts";
import type { HistoryStep } from "../../src/ledger/store.ts";
import type { MemoryLedger } from "./memory-ledger.ts";

/** In the order of the ledger; a declaration is declared before it supersedes. */
export function historyOf(id: string, state: MemoryLedger, inForce: readonly InForce[]): HistoryStep[] {
  const line = state.lineOf(id).map((declaration) => declaration.id);
  const told: { place: number; step: HistoryStep }[] = [];
  const tell = (
    { number, recordedAt, recordedBy }: Revision,
    place: number,
    step: Pick<HistoryStep, "event" | "declaration" | "by" | "reason">,
  ) => told.push({ place, step: { revision: number, recordedAt, recordedBy, ...step } });
  const all = state.declarations();
  for (const { declaration, revision, place } of all) {
    if (!line.includes(declaration.id)) continue;
    tell(revision, place, { event: "declared", declaration: declaration.id });
    if (declaration.supersedes === null) continue;
    const by = declaration.id;
    tell(revision, place, { event: "superseded", declaration: declaration.supersedes, by });
  }
  for (const { of, reason, revision, place } of state.retractions()) {
    if (line.includes(of)) tell(revision, place, { event: "retracted", declaration: of, reason });
  }
  for (const { declaration: stands, rescinded } of inForce) {
    if (!line.includes(stands) || rescinded === null) continue;
    const { by } = rescinded;
    for (const { declaration, revision, place } of all.filter((each) => each.declaration.id === by)) {
      const named = line.find((each) => each === declaration.rescinds) ?? stands;
      tell(revision, place, { event: "rescinded", declaration: named, by });
    }
  }
  return told
    .toSorted((a, b) => a.step.revision - b.step.revision || a.place - b.place)
    .map(({ step }) => step);
}
