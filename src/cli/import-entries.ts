/** Brings files of entries into the ledger as one revision, whatever their size. */
import type { Registry } from "../domain/registry.ts";
import { csvParts } from "../formats/csv-reading.ts";
import { entryParts, type PlainKind } from "../formats/entry-lines.ts";
import { type Beginnings, beginningsIn } from "../formats/spell-lines.ts";
import type { EntryOutcome, Frame, LedgerEntry, Summary } from "../ledger/command.ts";
import { RunningNumbers } from "../ledger/running-numbers.ts";
import type { Bulk, Store } from "../ledger/store.ts";
import { type FaultLog, placedRefusal } from "./import-report.ts";
import { bytesOf, type KnownInput } from "./inputs.ts";
import type { Progress } from "./progress.ts";

export type PlainInput = KnownInput & { readonly kind: PlainKind };

/** Where the entries stand, by their index in the write. */
class Places {
  readonly #files: { readonly file: string; readonly from: number }[] = [];
  readonly #lines = new RunningNumbers();

  begin(file: string): void {
    this.#files.push({ file, from: this.#lines.length });
  }

  add(line: number): void {
    this.#lines.push(line);
  }

  get count(): number {
    return this.#lines.length;
  }

  of(entry: number) {
    const file = this.#files.findLast(({ from }) => from <= entry)?.file ?? "";
    return { file, line: this.#lines.at(entry) ?? 0 };
  }
}

/** One part is read while the one before it is taken in. */
class Pipe {
  readonly #bulk: Bulk;
  #waiting: Promise<readonly (EntryOutcome | null)[]> = Promise.resolve([]);

  constructor(bulk: Bulk) {
    this.#bulk = bulk;
  }

  async add(entries: readonly LedgerEntry[]): Promise<void> {
    await this.#waiting;
    this.#waiting = this.#bulk.add(entries);
    // Whoever waits for it next is told.
    this.#waiting.catch(() => {});
  }

  async drained(): Promise<void> {
    await this.#waiting;
  }
}

/** @returns null where `faults` has what is wrong; nothing is written then. */
export async function importEntries(
  store: Store,
  registry: Registry,
  inputs: readonly PlainInput[],
  frame: Frame,
  faults: FaultLog,
  progress: Progress,
): Promise<Summary | null> {
  const places = new Places();
  let done = 0;
  const read = (bytes: number) => {
    done += bytes;
    progress.at(done, `${places.count} entries`);
  };
  const begins = await beginnings(inputs);
  const bulk = await store.bulk(frame);
  try {
    const pipe = new Pipe(bulk);
    for (const input of inputs) {
      places.begin(input.name);
      const file = { ...input, source: bytesOf(input, read), begins };
      for await (const part of entryParts(file, registry)) {
        for (const fault of part.faults) faults.add({ ...fault, file: input.name });
        // Once anything is wrong nothing is written: what remains is only read, to tell all of it.
        if (faults.count > 0) continue;
        for (const { line } of part.lines) places.add(line);
        await pipe.add(part.lines.map(({ entry }) => entry));
      }
    }
    await pipe.drained();
    if (faults.count > 0) return null;
    progress.at(done, `${places.count} entries read, the memberships are derived`);
    const summary = await bulk.finish();
    if (summary.taken) return summary;
    // Findings come coalition by coalition: who mends a file reads it line by line.
    const inOrder = summary.refusals.toSorted((a, b) => (a.entry ?? -1) - (b.entry ?? -1));
    for (const refusal of inOrder) faults.add(placedRefusal(refusal, (entry) => places.of(entry)));
    faults.count = summary.refusalCount;
    return null;
  } finally {
    await bulk.abort();
  }
}

/** What begins when in all tables of spells, which a line's end may depend on. */
async function beginnings(inputs: readonly PlainInput[]): Promise<Beginnings> {
  const begins: Beginnings = new Map();
  for (const input of inputs.filter(({ kind, shape }) => kind === "spells" && shape === "csv")) {
    for await (const part of csvParts(bytesOf(input, () => {}))) beginningsIn(part, begins);
  }
  return begins;
}
