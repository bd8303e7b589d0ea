/** All writes, over one connection: each revision is taken in, derived and written in one transaction. */
import { append } from "../../ledger/append.ts";
import type {
  Command,
  DatedCommand,
  DatedFrame,
  EntryOutcome,
  Frame,
  LedgerEntry,
  Outcome,
  Summary,
} from "../../ledger/command.ts";
import { retold } from "../../ledger/rebuild.ts";
import type { Discrepancy } from "../../ledger/store.ts";
import { Taking } from "../../ledger/taking.ts";
import type { Connection } from "./connection.ts";
import { UnusableDatabase } from "./migrations.ts";
import { SqliteOpenLedger } from "./open-ledger.ts";
import { Projections } from "./projections.ts";
import { Stories } from "./stories.ts";
import { discrepancies } from "./verification.ts";

/** Carries an outcome out of a transaction that must not be committed. */
class NotWritten extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super("Nothing is to be written.");
    this.outcome = outcome;
  }
}

/** The indexes of a bulk write are written all over: what does not fit goes to the log, again and again. */
const BULK_CACHE_KB = 65_536;

export class Writer {
  readonly #connection: Connection;
  readonly #now: () => number;
  readonly #ledger;
  readonly #projections;
  readonly #cacheSize: number;
  #taking: Taking | null = null;
  /** How many findings or refusals of the bulk write are told. */
  #most = 0;

  /** `now` in milliseconds since 1970. */
  constructor(connection: Connection, now: () => number = Date.now) {
    this.#connection = connection;
    this.#now = now;
    this.#ledger = new SqliteOpenLedger(connection);
    this.#projections = new Projections(connection);
    this.#cacheSize = Number(connection.sqlite.pragma("cache_size", { simple: true }));
  }

  append(command: Command): Outcome {
    const [outcome] = this.appendAll([command]);
    if (outcome instanceof Error) throw outcome;
    return outcome as Outcome;
  }

  /**
   * Commands that share one commit, each its own revision; one that fails leaves the others alone. Most do not
   * fail: only where one does all are taken again, each so that it can be undone.
   */
  appendAll(commands: readonly Command[]): readonly (Outcome | Error)[] {
    try {
      return this.#atOnce(() => commands.map((command) => this.#append(command)));
    } catch (error) {
      if (commands.length === 1 && error instanceof NotWritten) return [error.outcome];
      return this.#atOnce(() => commands.map((command) => this.#attempt(command)));
    }
  }

  load(commands: readonly DatedCommand[]): readonly Outcome[] {
    const outcomes: Outcome[] = [];
    try {
      this.#atOnce(() => {
        this.#expectEmpty();
        for (const command of commands) {
          const outcome = this.#append(command);
          if (!outcome.taken) throw new NotWritten(outcome);
          outcomes.push(outcome);
        }
      });
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      outcomes.push(error.outcome);
    }
    return outcomes;
  }

  /** Opens a bulk write; it has the connection for itself until it ends or fails. */
  open(frame: Frame | DatedFrame, most: number): void {
    this.#most = most;
    this.#connection.sqlite.exec("BEGIN IMMEDIATE");
    this.#connection.sqlite.pragma(`cache_size = -${BULK_CACHE_KB}`);
    this.#orRollBack(() => {
      this.#ledger.settle();
      if ("recordedAt" in frame) this.#expectEmpty();
      this.#taking = this.#begin(frame);
    });
  }

  add(entries: readonly LedgerEntry[]): readonly (EntryOutcome | null)[] {
    return this.#orRollBack(() => {
      const taking = this.#bulk();
      return entries.map((entry) => taking.take(entry));
    });
  }

  next(frame: DatedFrame): Summary {
    return this.#orRollBack(() => {
      const summary = this.#bulk().end();
      if (summary.taken) this.#taking = this.#begin(frame);
      else this.abort();
      return summary;
    });
  }

  finish(): Summary {
    return this.#orRollBack(() => {
      const summary = this.#bulk().end();
      if (summary.taken && !this.#bulk().dryRun) {
        this.#connection.sqlite.exec("COMMIT");
        this.#end();
      } else {
        this.abort();
      }
      return summary;
    });
  }

  abort(): void {
    if (this.#taking !== null) this.#rollBack();
  }

  #rollBack(): void {
    if (this.#connection.sqlite.inTransaction) this.#connection.sqlite.exec("ROLLBACK");
    this.#ledger.forget();
    this.#end();
  }

  #end(): void {
    this.#taking = null;
    this.#connection.sqlite.pragma(`cache_size = ${this.#cacheSize}`);
  }

  verify(): readonly Discrepancy[] {
    const { sqlite } = this.#connection;
    const state = sqlite.pragma("integrity_check(1)", { simple: true });
    if (state !== "ok") throw new UnusableDatabase(`${sqlite.name} is damaged: ${String(state)}`);
    return sqlite.transaction(() => discrepancies(this.#connection)).deferred();
  }

  rebuild(): void {
    this.#atOnce(() => {
      this.#projections.empty();
      for (const story of new Stories(this.#connection).all()) {
        for (const { revision, change } of retold(story)) this.#projections.write(change, revision);
      }
    });
  }

  close(): void {
    this.#connection.sqlite.close();
  }

  #attempt(command: Command): Outcome | Error {
    try {
      return this.#connection.sqlite.transaction(() => this.#append(command))();
    } catch (error) {
      this.#ledger.forget();
      if (error instanceof NotWritten) return error.outcome;
      // Some faults, such as a full disk, end the transaction around this one too.
      if (!this.#connection.sqlite.inTransaction) throw error;
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** @throws {NotWritten} where what it added is to be rolled back. */
  #append(command: Command): Outcome {
    const outcome = append(this.#ledger, command, this.#instants(command));
    if (this.#ledger.isOpen) throw new NotWritten(outcome);
    return outcome;
  }

  #begin(frame: Frame | DatedFrame): Taking {
    return new Taking(this.#ledger, frame, this.#instants(frame), this.#most);
  }

  #bulk(): Taking {
    if (this.#taking === null) throw new Error("No bulk write is open: it ended, or failed before.");
    return this.#taking;
  }

  #expectEmpty(): void {
    if (this.#ledger.newest() === null) return;
    throw new Error("The ledger has revisions already: a past is loaded into an empty one only.");
  }

  /** Those given; or now, or one millisecond after the newest revision where the clock stands or steps back. */
  #instants(frame: Frame | DatedFrame): () => string {
    if ("recordedAt" in frame) return () => new Date(frame.recordedAt).toISOString();
    const newest = this.#ledger.newest();
    const earliest = newest === null ? 0 : Date.parse(newest.recordedAt) + 1;
    return () => new Date(Math.max(this.#now(), earliest)).toISOString();
  }

  /** One transaction. */
  #atOnce<T>(write: () => T): T {
    try {
      return this.#connection.sqlite
        .transaction(() => {
          this.#ledger.settle();
          return write();
        })
        .immediate();
    } catch (error) {
      this.#ledger.forget();
      throw error;
    }
  }

  /** A bulk write that fails has ended, and left nothing. */
  #orRollBack<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }
}
