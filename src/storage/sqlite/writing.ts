/** How the store reaches its writer, on a thread of its own or in this one. */
import { Worker } from "node:worker_threads";
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
import type { Discrepancy } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { Writer } from "./writer.ts";

/** The steps of a bulk write: one at a time, and no other write in between. */
export interface BulkWriting {
  /** `most` findings or refusals are told. */
  open(frame: Frame | DatedFrame, most: number): Promise<void>;
  add(entries: readonly LedgerEntry[]): Promise<readonly (EntryOutcome | null)[]>;
  next(frame: DatedFrame): Promise<Summary>;
  finish(): Promise<Summary>;
  abort(): Promise<void>;
}

export interface Writing extends BulkWriting {
  append(command: Command): Promise<Outcome>;
  load(commands: readonly DatedCommand[]): Promise<readonly Outcome[]>;
  verify(): Promise<readonly Discrepancy[]>;
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** What the thread is asked to do: plain data. */
export type Task =
  | { readonly kind: "append"; readonly command: Command }
  | { readonly kind: "load"; readonly commands: readonly DatedCommand[] }
  | { readonly kind: "open"; readonly frame: Frame | DatedFrame; readonly most: number }
  | { readonly kind: "add"; readonly entries: readonly LedgerEntry[] }
  | { readonly kind: "next"; readonly frame: DatedFrame }
  | { readonly kind: "finish" }
  | { readonly kind: "abort" }
  | { readonly kind: "verify" }
  | { readonly kind: "rebuild" }
  | { readonly kind: "close" };

export interface Request {
  readonly id: number;
  readonly task: Task;
}

/** An error crosses as its parts: SQLite's own would arrive as an empty object. */
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

/** A thread runs built code only, from src/ and from dist/ alike. */
const THREAD = new URL("../../../dist/service/writer-thread.js", import.meta.url);

/** What a thread takes in is soon written and forgotten; more room would only fill up with it. */
const YOUNG_GENERATION_MB = 16;

/** Where it may have 2 GB or more, V8 lets garbage pile up to four times what is in use; below, to twice. */
const OLD_GENERATION_MB = 2_000;

export class WriterThread implements Writing {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly #exited: Promise<void>;
  #next = 1;
  #stopped: Error | null = null;

  constructor(file: string) {
    const resourceLimits = {
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      maxOldGenerationSizeMb: OLD_GENERATION_MB,
    };
    this.#worker = new Worker(THREAD, { workerData: { file }, name: "writer", resourceLimits });
    this.#worker.on("message", (reply: Reply) => this.#settle(reply));
    this.#worker.on("error", (error) =>
      this.#stop(error instanceof Error ? error : new Error(String(error))),
    );
    this.#exited = new Promise((resolve) => {
      this.#worker.on("exit", () => {
        this.#stop(new Error("The writer thread has stopped."));
        resolve();
      });
    });
  }

  append(command: Command): Promise<Outcome> {
    return this.#ask({ kind: "append", command });
  }

  load(commands: readonly DatedCommand[]): Promise<readonly Outcome[]> {
    return this.#ask({ kind: "load", commands });
  }

  open(frame: Frame | DatedFrame, most: number): Promise<void> {
    return this.#ask({ kind: "open", frame, most });
  }

  add(entries: readonly LedgerEntry[]): Promise<readonly (EntryOutcome | null)[]> {
    return this.#ask({ kind: "add", entries });
  }

  next(frame: DatedFrame): Promise<Summary> {
    return this.#ask({ kind: "next", frame });
  }

  finish(): Promise<Summary> {
    return this.#ask({ kind: "finish" });
  }

  abort(): Promise<void> {
    return this.#ask({ kind: "abort" });
  }

  verify(): Promise<readonly Discrepancy[]> {
    return this.#ask({ kind: "verify" });
  }

  rebuild(): Promise<void> {
    return this.#ask({ kind: "rebuild" });
  }

  /** After all that waits is done. */
  async close(): Promise<void> {
    if (this.#stopped === null) await this.#ask({ kind: "close" });
    await this.#exited;
  }

  #ask<T>(task: Task): Promise<T> {
    if (this.#stopped !== null) return Promise.reject(this.#stopped);
    const request: Request = { id: this.#next, task };
    this.#next += 1;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("error" in reply) waiting?.reject(Object.assign(new Error(), reply.error));
    else waiting?.resolve(reply.value as never);
  }

  #stop(reason: Error): void {
    this.#stopped ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#stopped);
    this.#waiting.clear();
  }
}

/** The same writer in this thread, which it keeps busy: for a command line that has nothing else to do. */
export class WriterHere implements Writing {
  readonly #writer: Writer;

  constructor(connection: Connection, now?: () => number) {
    this.#writer = new Writer(connection, now);
  }

  async append(command: Command): Promise<Outcome> {
    return this.#writer.append(command);
  }

  async load(commands: readonly DatedCommand[]): Promise<readonly Outcome[]> {
    return this.#writer.load(commands);
  }

  async open(frame: Frame | DatedFrame, most: number): Promise<void> {
    this.#writer.open(frame, most);
  }

  async add(entries: readonly LedgerEntry[]): Promise<readonly (EntryOutcome | null)[]> {
    return this.#writer.add(entries);
  }

  async next(frame: DatedFrame): Promise<Summary> {
    return this.#writer.next(frame);
  }

  async finish(): Promise<Summary> {
    return this.#writer.finish();
  }

  async abort(): Promise<void> {
    this.#writer.abort();
  }

  async verify(): Promise<readonly Discrepancy[]> {
    return this.#writer.verify();
  }

  async rebuild(): Promise<void> {
    this.#writer.rebuild();
  }

  async close(): Promise<void> {
    this.#writer.close();
  }
}
