/** A store under test beside its oracle: both do the same, and must answer alike. */
import assert from "node:assert/strict";
import type { Command, Outcome } from "../../src/ledger/command.ts";
import type { Store } from "../../src/ledger/store.ts";
import { MemoryStore } from "../support/memory-store.ts";
import { expectSameAnswers, expectSameLog } from "./questions.ts";
import type { Open, Subject } from "./subjects.ts";

const START = Date.parse("2020-01-01T00:00:00.000Z");

/** The subject and its oracle, which writes at the instants that the subject gave. */
export class Pair {
  readonly store: Store;
  readonly oracle: MemoryStore;
  readonly #given = { instant: START };

  constructor(store: Store) {
    this.store = store;
    this.oracle = new MemoryStore(() => this.#given.instant);
  }

  async append(command: Command): Promise<Outcome> {
    const outcome = await this.store.append(command);
    await this.expect(command, outcome);
    return outcome;
  }

  /** The oracle does the same and comes to the same outcome. */
  async expect(command: Command, outcome: Outcome): Promise<void> {
    const given = outcome.taken ? outcome.revision?.recordedAt : undefined;
    if (given !== undefined) this.#given.instant = Date.parse(given);
    assert.deepStrictEqual(outcome, await this.oracle.append(command));
  }

  async newest(): Promise<number> {
    return (await this.oracle.newest())?.number ?? 0;
  }

  /** Both answer alike, now and for every revision before. */
  async compare(): Promise<void> {
    const knowns = Array.from({ length: await this.newest() }, (_, index) => index + 1);
    await expectSameLog(this.store, this.oracle);
    await expectSameAnswers(this.store, this.oracle, knowns);
  }
}

/** The clock of a test: it may stand and step back. */
export function clock() {
  const time = { now: START };
  return { time, now: () => time.now };
}

export async function withSubject(open: Open, now: () => number, use: (subject: Subject) => Promise<void>) {
  const subject = await open(now);
  try {
    await use(subject);
  } finally {
    await subject.close();
  }
}
