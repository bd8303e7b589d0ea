/** Loads an exported ledger into an empty one: ids, instants, authors and marks as they were. */
import { readLedgerLine } from "../formats/ledger-lines.ts";
import { ndjsonParts } from "../formats/ndjson.ts";
import { fault } from "../ledger/checks.ts";
import type { DatedFrame, LedgerEntry, Revision } from "../ledger/command.ts";
import { entryAgain } from "../ledger/load.ts";
import { RunningNumbers } from "../ledger/running-numbers.ts";
import type { Bulk, Store } from "../ledger/store.ts";
import { type FaultLog, placedRefusal } from "./import-report.ts";
import { bytesOf, type KnownInput } from "./inputs.ts";
import type { Progress } from "./progress.ts";

export interface Loaded {
  readonly revisions: number;
  readonly lines: number;
}

/** What is wrong stops it: what comes after would be judged by a ledger that is not there. */
class Wrong extends Error {
  readonly line: number;

  constructor(line: number, detail: string) {
    super(detail);
    this.line = line;
  }
}

/** @returns null where `faults` has what is wrong; nothing is written then. */
export async function importLedger(
  store: Store,
  input: KnownInput,
  dryRun: boolean,
  faults: FaultLog,
  progress: Progress,
): Promise<Loaded | null> {
  let done = 0;
  const loading = new Loading(store, input.name, dryRun, faults);
  const source = bytesOf(input, (bytes) => {
    done += bytes;
    progress.at(done, `revision ${loading.revisions}, ${loading.lines} lines`);
  });
  try {
    for await (const part of ndjsonParts(source)) {
      for (const { line, value } of part.lines) {
        const read = readLedgerLine(value);
        if ("faults" in read) for (const each of read.faults) faults.add({ ...each, file: input.name, line });
        else if (faults.count === 0) await loading.take(line, read);
      }
      for (const each of part.faults) faults.add({ ...each, file: input.name });
      if (faults.count === 0) await loading.flush();
    }
    if (faults.count === 0) await loading.finish();
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    faults.add({ ...fault("bad-shape", null, error.message), file: input.name, line: error.line });
  } finally {
    await loading.abort();
  }
  const { revisions, lines } = loading;
  return faults.count > 0 ? null : { revisions, lines };
}

/** The revision that is being loaded, with where it stands. */
interface Open {
  readonly revision: Revision;
  readonly line: number;
  /** Of its entries, in their order. */
  readonly lines: RunningNumbers;
}

class Loading {
  readonly #store: Store;
  readonly #file: string;
  readonly #dryRun: boolean;
  readonly #faults: FaultLog;
  #bulk: Bulk | null = null;
  #open: Open | null = null;
  #waiting: LedgerEntry[] = [];
  revisions = 0;
  lines = 0;

  constructor(store: Store, file: string, dryRun: boolean, faults: FaultLog) {
    this.#store = store;
    this.#file = file;
    this.#dryRun = dryRun;
    this.#faults = faults;
  }

  async take(
    at: number,
    read: Exclude<ReturnType<typeof readLedgerLine>, { faults: unknown }>,
  ): Promise<void> {
    const { line, revision: number } = read;
    if (line.kind === "revision") {
      await this.#begin(at, line.revision);
      return;
    }
    if (this.#open === null) throw new Wrong(at, "A ledger begins with the line of its first revision.");
    if (number !== this.#open.revision.number) {
      throw new Wrong(at, `This line is of revision ${number}, and stands in ${this.#open.revision.number}.`);
    }
    this.#open.lines.push(at);
    this.#waiting.push(entryAgain(line));
    this.lines += 1;
  }

  async #begin(at: number, revision: Revision): Promise<void> {
    const before = this.#open?.revision ?? null;
    const number = (before?.number ?? 0) + 1;
    if (revision.number !== number)
      throw new Wrong(at, `Here revision ${number} follows, not ${revision.number}.`);
    if (before !== null && revision.recordedAt <= before.recordedAt) {
      throw new Wrong(
        at,
        `A revision is recorded after the one before it, which is of ${before.recordedAt}.`,
      );
    }
    const { recordedAt, recordedBy: author, message, imported } = revision;
    const frame: DatedFrame = {
      author,
      message,
      imported,
      recordedAt,
      findings: "accept",
      dryRun: this.#dryRun,
    };
    if (this.#bulk === null) this.#bulk = await this.#store.bulk(frame);
    else await this.#endRevision((bulk) => bulk.next(frame));
    this.#open = { revision, line: at, lines: new RunningNumbers() };
    this.revisions = number;
  }

  /** Hands over what has been read. */
  async flush(): Promise<void> {
    const entries = this.#waiting;
    const open = this.#open;
    if (this.#bulk === null || open === null || entries.length === 0) return;
    this.#waiting = [];
    const first = open.lines.length - entries.length;
    for (const [index, outcome] of (await this.#bulk.add(entries)).entries()) {
      if (outcome?.outcome !== "unchanged") continue;
      throw new Wrong(
        open.lines.at(first + index) ?? 0,
        "This line says nothing that was not said before it.",
      );
    }
  }

  async finish(): Promise<void> {
    if (this.#bulk === null) throw new Wrong(1, "A ledger begins with the line of its first revision.");
    await this.#endRevision((bulk) => bulk.finish());
  }

  async #endRevision(end: (bulk: Bulk) => ReturnType<Bulk["finish"]>): Promise<void> {
    const open = this.#open as Open;
    await this.flush();
    const held = open.lines.length;
    const said = Object.values(open.revision.counts).reduce((sum, count) => sum + count, 0);
    if (held !== said) {
      throw new Wrong(open.line, `Revision ${open.revision.number} has ${said} lines, and ${held} follow.`);
    }
    const summary = await end(this.#bulk as Bulk);
    if (summary.taken) return;
    const placeOf = (entry: number) => ({ file: this.#file, line: open.lines.at(entry) ?? open.line });
    for (const refusal of summary.refusals) this.#faults.add(placedRefusal(refusal, placeOf));
    this.#faults.count = summary.refusalCount;
  }

  async abort(): Promise<void> {
    await this.#bulk?.abort();
  }
}
