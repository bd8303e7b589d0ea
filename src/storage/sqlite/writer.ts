/** All writes, over one connection: each command decided and written in the same transaction. */

import { decide } from "../../ledger/append.ts";
import type { Command, DatedCommand, Outcome } from "../../ledger/command.ts";
import type { Decision } from "../../ledger/decision.ts";
import { replay } from "../../ledger/rebuild.ts";
import type { Discrepancy } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { LedgerLines } from "./ledger-lines.ts";
import { UnusableDatabase } from "./migrations.ts";
import { SqlitePast } from "./past.ts";
import { Projections } from "./projections.ts";
import { discrepancies } from "./verification.ts";

/** Carries the outcomes of a load out of the transaction that must not be committed. */
class Stopped extends Error {
  readonly outcomes: readonly Outcome[];

  constructor(outcomes: readonly Outcome[]) {
    super("A command of the load was refused.");
    this.outcomes = outcomes;
  }
}

export class Writer {
  readonly #connection: Connection;
  readonly #now: () => number;
  readonly #past;
  readonly #lines;
  readonly #projections;

  /** `now` in milliseconds since 1970. */
  constructor(connection: Connection, now: () => number = Date.now) {
    this.#connection = connection;
    this.#now = now;
    this.#past = new SqlitePast(connection);
    this.#lines = new LedgerLines(connection);
    this.#projections = new Projections(connection);
  }

  append(command: Command): Outcome {
    const [outcome] = this.appendAll([command]);
    if (outcome instanceof Error) throw outcome;
    return outcome as Outcome;
  }

  /** Commands that share one commit, each its own revision; one that fails leaves the others alone. */
  appendAll(commands: readonly Command[]): readonly (Outcome | Error)[] {
    return this.#atOnce(() => commands.map((command) => this.#attempt(command)));
  }

  load(commands: readonly DatedCommand[]): readonly Outcome[] {
    try {
      return this.#atOnce(() => {
        if (this.#past.newest() !== null) {
          throw new Error("The ledger has revisions already: a past is loaded into an empty one only.");
        }
        const outcomes: Outcome[] = [];
        for (const command of commands) {
          const outcome = this.#take(command, new Date(command.recordedAt).toISOString());
          outcomes.push(outcome);
          if (!outcome.taken) throw new Stopped(outcomes);
        }
        return outcomes;
      });
    } catch (error) {
      if (error instanceof Stopped) return error.outcomes;
      throw error;
    }
  }

  /** Writes what was decided, whole or not at all. */
  write(decision: Decision): void {
    this.#atOnce(() => this.#write(decision));
  }

  verify(): readonly Discrepancy[] {
    const { sqlite } = this.#connection;
    const state = sqlite.pragma("integrity_check(1)", { simple: true });
    if (state !== "ok") throw new UnusableDatabase(`${sqlite.name} is damaged: ${String(state)}`);
    const reading = sqlite.transaction(() => discrepancies(this.#connection, this.#lines.all()));
    return reading.deferred();
  }

  rebuild(): void {
    this.#atOnce(() => {
      this.#projections.empty();
      for (const { revision, changes } of replay(this.#lines.all())) {
        this.#projections.write(changes, revision);
      }
    });
  }

  close(): void {
    this.#connection.sqlite.close();
  }

  #attempt(command: Command): Outcome | Error {
    try {
      return this.#atOnce(() => this.#take(command, this.#nextInstant()));
    } catch (error) {
      // Some faults, such as a full disk, end the transaction around this one too.
      if (!this.#connection.sqlite.inTransaction) throw error;
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #take(command: Command, recordedAt: string): Outcome {
    const { outcome, decision } = decide(this.#past, command, recordedAt);
    if (decision !== null) this.#write(decision);
    return outcome;
  }

  #write({ revision, lines, changes }: Decision): void {
    this.#lines.write({ revision, lines });
    this.#projections.write(changes, revision.number);
  }

  /** Now, or one millisecond after the newest revision where the clock stands or steps back. */
  #nextInstant(): string {
    const newest = this.#past.newest();
    const earliest = newest === null ? 0 : Date.parse(newest.recordedAt) + 1;
    return new Date(Math.max(this.#now(), earliest)).toISOString();
  }

  /** One transaction, or a savepoint within the one that is open. */
  #atOnce<T>(write: () => T): T {
    try {
      return this.#connection.sqlite.transaction(write).immediate();
    } catch (error) {
      this.#past.forget();
      throw error;
    }
  }
}
