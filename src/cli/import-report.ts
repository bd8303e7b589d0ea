/** What an import says at its end: what was written, or what is wrong at which line. */
import { FINDING_SEVERITIES } from "../domain/finding.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Fault } from "../ledger/checks.ts";
import type { Summary } from "../ledger/command.ts";
import { MOST_TOLD } from "../ledger/store.ts";
import { Refused } from "./exits.ts";
import { counted, say, sayJson } from "./output.ts";

/** Something wrong, with the file and line where it stands; null where it stands in none. */
export interface PlacedFault extends Fault {
  readonly file: string | null;
  readonly line: number | null;
}

/** Counts all faults and keeps the first. */
export class FaultLog {
  readonly kept: PlacedFault[] = [];
  count = 0;

  add(fault: PlacedFault): void {
    this.count += 1;
    if (this.kept.length < MOST_TOLD) this.kept.push(fault);
  }

  /** @throws {Refused} with all that was kept, if there is any. */
  throwIfAny(json: boolean): void {
    if (this.count === 0) return;
    if (json) sayJson({ taken: false, total: this.count, errors: this.kept });
    const more = this.count - this.kept.length;
    const lines = this.kept.map(faultLine);
    throw new Refused(
      [...lines, ...(more > 0 ? [`… and ${more} more.`] : []), "Nothing was written."].join("\n"),
    );
  }
}

/** `file:line: message` */
function faultLine({ file, line, detail, clashesWith = [] }: PlacedFault): string {
  const place = [file, line].filter((part) => part !== null).join(":");
  const clash = clashesWith.length === 0 ? "" : ` It clashes with ${clashesWith.join(", ")}.`;
  return `${place === "" ? "" : `${place}: `}${detail}${clash}`;
}

/** A refusal with the place of its entry. */
export function placedRefusal(
  { entry, ...fault }: Refusal,
  placeOf: (entry: number) => { readonly file: string; readonly line: number },
): PlacedFault {
  return { ...fault, ...(entry === null ? { file: null, line: null } : placeOf(entry)) };
}

type Taken = Extract<Summary, { readonly taken: true }>;

export function tellTaken(
  summary: Taken,
  { json, dryRun }: { readonly json: boolean; readonly dryRun: boolean },
) {
  const { revision, created, superseded, unchanged, findings, findingCount } = summary;
  if (json) {
    sayJson({ taken: true, dryRun, revision, created, superseded, unchanged, findingCount, findings });
    return;
  }
  const changed = `${created} new, ${superseded} corrected, ${unchanged} unchanged`;
  if (dryRun) say(`Would be written: ${changed}.`);
  else if (revision === null) say(`Nothing to write: ${changed}.`);
  else say(`Written as revision ${revision.number}: ${changed}.`);
  const kinds = new Map<string, number>();
  for (const { kind } of findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const first = findingCount > findings.length ? `, the first ${findings.length} of them` : "";
  if (findingCount > 0) say(`${counted(findingCount, "new finding")}${first}:`);
  for (const [kind, count] of kinds) say(`  ${kind}, ${count}`);
  for (const { kind, coalition, detail } of findings) {
    if (FINDING_SEVERITIES[kind] !== "doubt") say(`${kind} in ${coalition}: ${detail}`);
  }
}
