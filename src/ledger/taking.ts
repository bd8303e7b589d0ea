/** Takes in a revision, entry by entry; what its lines amount to is derived once, at the end. */
import { FINDING_SEVERITIES, type Finding } from "../domain/finding.ts";
import type { Refusal } from "../domain/refusal.ts";
import { rootOf } from "../domain/supersession.ts";
import type { EntryOutcome, Frame, LedgerEntry, Revision, Summary } from "./command.ts";
import { Draft } from "./draft.ts";
import { takeIn } from "./intake.ts";
import type { LedgerLine, ProjectionChange } from "./ledger-line.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { scopeFaults } from "./reach.ts";
import { RunningNumbers } from "./running-numbers.ts";

const COUNTED = {
  coalition: "coalitions",
  party: "parties",
  declaration: "declarations",
  retraction: "retractions",
  claim: "claims",
} as const satisfies Record<LedgerLine["kind"], keyof Revision["counts"]>;

export class Taking {
  readonly #ledger: OpenLedger;
  readonly #frame: Frame;
  readonly #instant: () => string;
  readonly #number: number;
  readonly #draft: Draft;
  /** Of each line, by its place, which entry it came from. */
  readonly #entryOf = new RunningNumbers();
  readonly #counts = { declarations: 0, retractions: 0, claims: 0, coalitions: 0, parties: 0 };
  readonly #outcomes = { created: 0, unchanged: 0, superseded: 0 };
  readonly #refusals: Told<Refusal>;
  readonly #findings: Told<Finding>;
  #taken = 0;

  /**
   * @param instant gives the instant that the revision bears, later than that of the newest.
   * @param most how many refusals and findings are told; all are counted.
   */
  constructor(
    ledger: OpenLedger,
    frame: Frame,
    instant: () => string,
    most: number = Number.POSITIVE_INFINITY,
  ) {
    this.#ledger = ledger;
    this.#frame = frame;
    this.#instant = instant;
    this.#number = (ledger.newest()?.number ?? 0) + 1;
    this.#draft = new Draft(ledger, this.#number);
    this.#refusals = new Told(most);
    this.#findings = new Told(most);
  }

  get dryRun(): boolean {
    return this.#frame.dryRun;
  }

  /** @returns what became of the entry; null where it is refused. */
  take(entry: LedgerEntry): EntryOutcome | null {
    const index = this.#taken;
    this.#taken += 1;
    const place = this.#entryOf.length;
    const at = { author: this.#frame.author, revision: this.#number, place };
    const asked = takeIn(this.#draft, entry, at);
    const line = "faults" in asked ? null : asked.line;
    const outside = scopeFaults(this.#draft, entry, line, this.#frame);
    const intake = outside.length > 0 ? { faults: outside } : asked;
    if ("faults" in intake) {
      for (const fault of intake.faults) this.#refusals.tell(() => ({ ...fault, entry: index }));
      return null;
    }
    const { id, outcome } = intake;
    this.#outcomes[outcome] += 1;
    if (line !== null) {
      if (place === 0) this.#ledger.begin(this.#revision());
      this.#draft.take(line, place);
      this.#entryOf.push(index);
      this.#counts[COUNTED[line.kind]] += 1;
    }
    return { id, outcome };
  }

  /** Derives what the lines touch. What is refused, tried or already there is not written to the end. */
  end(): Summary {
    if (this.#refusals.count > 0) return this.#refused();
    const { dryRun } = this.#frame;
    for (const change of this.#draft.changes()) {
      for (const finding of newFindings(change, this.#draft)) this.#meet(finding);
      if (!dryRun && this.#refusals.count === 0) this.#ledger.change(change, this.#number);
    }
    if (this.#refusals.count > 0) return this.#refused();
    const revision = this.#entryOf.length === 0 || dryRun ? null : this.#revision();
    if (revision !== null) this.#ledger.complete(revision);
    const { told: findings, count: findingCount } = this.#findings;
    return { taken: true, revision, ...this.#outcomes, findings, findingCount };
  }

  #revision(): Revision {
    const { author: recordedBy, message, imported } = this.#frame;
    const counts = { ...this.#counts };
    return { number: this.#number, recordedAt: this.#instant(), recordedBy, message, imported, counts };
  }

  #refused(): Summary {
    return { taken: false, refusals: this.#refusals.told, refusalCount: this.#refusals.count };
  }

  #meet(finding: Finding): void {
    if (this.#frame.findings === "refuse" && FINDING_SEVERITIES[finding.kind] !== "doubt") {
      this.#refusals.tell(() => this.#refusalOf(finding));
    } else {
      this.#findings.tell(() => finding);
    }
  }

  /** The refusal of the first entry that the finding is about, with the others as what it clashes with. */
  #refusalOf(finding: Finding): Refusal {
    let own: { readonly id: string; readonly place: number } | null = null;
    for (const id of finding.declarations) {
      const place = this.#ledger.placeIn(this.#number, id);
      if (place !== null && (own === null || place < own.place)) own = { id, place };
    }
    return {
      code: "new-finding",
      detail: `${finding.kind}: ${finding.detail}`,
      entry: own === null ? null : this.#entryOf.at(own.place),
      pointer: null,
      clashesWith: finding.declarations.filter((id) => id !== own?.id),
    };
  }
}

/** Counts all, and keeps the first. */
class Told<T> {
  readonly told: T[] = [];
  readonly #most: number;
  count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  tell(make: () => T): void {
    this.count += 1;
    if (this.count <= this.#most) this.told.push(make());
  }
}

/**
 * The findings that were not there before. A finding is known by its kind and the declarations named; one
 * that was superseded is the same declaration here, or a better title would bring old findings up again.
 */
function newFindings({ close, open }: ProjectionChange, draft: Draft): readonly Finding[] {
  if (close.findings.length === 0) return open.findings;
  const key = ({ kind, coalition, declarations }: Finding) =>
    JSON.stringify([kind, coalition, declarations.map((id) => rootOf(id, draft)).sort()]);
  const before = new Set(close.findings.map(key));
  return open.findings.filter((finding) => !before.has(key(finding)));
}
