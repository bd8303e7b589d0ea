/** A bulk write as the store gives it out: its turn ends with it, whichever way it ends. */
import { outcomeOf } from "../../ledger/append.ts";
import type {
  Command,
  DatedFrame,
  EntryOutcome,
  Frame,
  LedgerEntry,
  Outcome,
  Summary,
} from "../../ledger/command.ts";
import { type Bulk, MOST_TOLD } from "../../ledger/store.ts";
import type { Turns } from "./turns.ts";
import type { BulkWriting } from "./writing.ts";

/** More entries than this are handed over in slices, so that no thread is held up by copying them. */
export const SLICE = 50;

/** Opens one when its turn has come. `most` findings or refusals are told. */
export async function openBulk(
  writing: BulkWriting,
  turns: Turns,
  frame: Frame | DatedFrame,
  most: number = MOST_TOLD,
): Promise<Bulk> {
  const endTurn = await turns.alone();
  const bulk = new TurnBulk(writing, endTurn);
  await bulk.open(frame, most);
  return bulk;
}

/** Takes a large command like any other, and tells all that is to be told of it. */
export async function appendInSlices(
  writing: BulkWriting,
  turns: Turns,
  { entries, ...frame }: Command,
): Promise<Outcome> {
  const bulk = await openBulk(writing, turns, frame, Number.POSITIVE_INFINITY);
  const outcomes = await bulk.add(entries);
  return outcomeOf(await bulk.finish(), outcomes);
}

class TurnBulk implements Bulk {
  readonly #writing: BulkWriting;
  readonly #endTurn: () => void;
  #open = true;

  constructor(writing: BulkWriting, endTurn: () => void) {
    this.#writing = writing;
    this.#endTurn = endTurn;
  }

  open(frame: Frame | DatedFrame, most: number): Promise<void> {
    return this.#step(() => this.#writing.open(frame, most));
  }

  /** While one slice is taken in, the next one is on its way. */
  async add(entries: readonly LedgerEntry[]): Promise<readonly (EntryOutcome | null)[]> {
    const outcomes: (EntryOutcome | null)[] = [];
    let before: Promise<readonly (EntryOutcome | null)[]> = Promise.resolve([]);
    for (let from = 0; from < entries.length; from += SLICE) {
      const slice = entries.slice(from, from + SLICE);
      const now = this.#step(() => this.#writing.add(slice));
      // Where the one before failed, this one does too, and once is enough to be told.
      now.catch(() => {});
      for (const outcome of await before) outcomes.push(outcome);
      before = now;
    }
    for (const outcome of await before) outcomes.push(outcome);
    return outcomes;
  }

  async next(frame: DatedFrame): Promise<Summary> {
    const summary = await this.#step(() => this.#writing.next(frame));
    if (!summary.taken) this.#end();
    return summary;
  }

  async finish(): Promise<Summary> {
    const summary = await this.#step(() => this.#writing.finish());
    this.#end();
    return summary;
  }

  async abort(): Promise<void> {
    if (!this.#open) return;
    await this.#step(() => this.#writing.abort());
    this.#end();
  }

  /** One that fails is the last. */
  async #step<T>(step: () => Promise<T>): Promise<T> {
    if (!this.#open) throw new Error("The bulk write has ended.");
    try {
      return await step();
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  #end(): void {
    this.#open = false;
    this.#endTurn();
  }
}
