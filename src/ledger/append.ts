/** Decides whether the ledger takes a command, and what is then written. Pure: the past and the instant come in. */
import { FINDING_SEVERITIES, type Finding } from "../domain/finding.ts";
import type { Refusal } from "../domain/refusal.ts";
import { rootOf } from "../domain/supersession.ts";
import type { Command, EntryOutcome, LedgerEntry, Outcome, Revision } from "./command.ts";
import type { Decision, LedgerLine, ProjectionChange } from "./decision.ts";
import { Draft } from "./draft.ts";
import { type Intake, takeIn } from "./intake.ts";
import type { Past } from "./past.ts";

/** The decision is null where nothing is to be written: refused, all unchanged, or a dry run. */
export interface Decided {
  readonly outcome: Outcome;
  readonly decision: Decision | null;
}

/**
 * @param past the ledger as it stands.
 * @param recordedAt the instant that the revision will bear, later than that of the newest.
 */
export function decide(past: Past, command: Command, recordedAt: string): Decided {
  const draft = new Draft(past);
  const number = (past.newest()?.number ?? 0) + 1;
  const refusals: Refusal[] = [];
  const lines: LedgerLine[] = [];
  const outcomes: EntryOutcome[] = [];
  const places: number[] = [];
  command.entries.forEach((entry, index) => {
    const intake = takeIn(draft, entry, { author: command.author, revision: number, place: lines.length });
    if ("faults" in intake) {
      refusals.push(...intake.faults.map((fault) => ({ ...fault, entry: index })));
      return;
    }
    outcomes.push({ id: intake.id, outcome: intake.outcome });
    if (intake.line === null) return;
    draft.take(intake.line, command.author, number);
    lines.push(intake.line);
    places.push(index);
  });
  if (refusals.length > 0) return refused(refusals);
  const changes = draft.changes();
  const findings = newFindings(changes, draft);
  if (command.findings === "refuse") {
    const clashing = findings.filter((finding) => FINDING_SEVERITIES[finding.kind] !== "doubt");
    if (clashing.length > 0) return refused(clashing.map((finding) => refusalOf(finding, lines, places)));
  }
  const nothing = lines.length === 0 || command.dryRun;
  const revision = nothing ? null : revisionOf(command, lines, number, recordedAt);
  return {
    outcome: { taken: true, revision, ...tally(outcomes), findings, entries: outcomes },
    decision: revision === null ? null : { revision, lines, changes },
  };
}

function refused(refusals: readonly Refusal[]): Decided {
  return { outcome: { taken: false, refusals }, decision: null };
}

function tally(outcomes: readonly EntryOutcome[]) {
  const count = (outcome: Intake["outcome"]) => outcomes.filter((each) => each.outcome === outcome).length;
  return { created: count("created"), unchanged: count("unchanged"), superseded: count("superseded") };
}

function revisionOf(
  command: Command,
  lines: readonly LedgerLine[],
  number: number,
  recordedAt: string,
): Revision {
  const count = (kind: LedgerEntry["kind"]) => lines.filter((line) => line.kind === kind).length;
  return {
    number,
    recordedAt,
    recordedBy: command.author,
    message: command.message,
    imported: command.imported,
    counts: {
      declarations: count("declaration"),
      retractions: count("retraction"),
      claims: count("claim"),
      coalitions: count("coalition"),
      parties: count("party"),
    },
  };
}

/**
 * The findings that were not there before. A finding is known by its kind and the declarations named; one
 * that was superseded is the same declaration here, or a better title would bring old findings up again.
 */
function newFindings(changes: readonly ProjectionChange[], draft: Draft): Finding[] {
  const key = ({ kind, coalition, declarations }: Finding) =>
    JSON.stringify([kind, coalition, declarations.map((id) => rootOf(id, draft)).sort()]);
  return changes.flatMap(({ close, open }) => {
    const before = new Set(close.findings.map(key));
    return open.findings.filter((finding) => !before.has(key(finding)));
  });
}

/** The refusal of the first entry that the finding is about, with the others as what it clashes with. */
function refusalOf(finding: Finding, lines: readonly LedgerLine[], places: readonly number[]): Refusal {
  const place = lines.findIndex(
    (line) => line.kind === "declaration" && finding.declarations.includes(line.declaration.id),
  );
  const line = lines[place];
  const own = line?.kind === "declaration" ? line.declaration.id : null;
  return {
    code: "new-finding",
    detail: `${finding.kind}: ${finding.detail}`,
    entry: places[place] ?? null,
    pointer: null,
    clashesWith: finding.declarations.filter((id) => id !== own),
  };
}
