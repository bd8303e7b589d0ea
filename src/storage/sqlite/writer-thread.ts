/** The writer thread: takes tasks in their order; appends that wait together share one commit. */
import { parentPort, workerData } from "node:worker_threads";
import type { Command } from "../../ledger/command.ts";
import { connect } from "./connection.ts";
import { Writer } from "./writer.ts";
import type { Reply, Request, Task } from "./writing.ts";

const port = parentPort;
if (port === null) throw new Error("This module runs on a thread.");
const { file } = workerData as { readonly file: string };
const writer = new Writer(connect(file, { purpose: "write" }));
let waiting: Request[] = [];

port.on("message", (request: Request) => {
  // What has arrived by the next turn of the event loop is taken together.
  if (waiting.length === 0) setImmediate(takeAll);
  waiting.push(request);
});

function takeAll(): void {
  const requests = waiting;
  waiting = [];
  let appends: { readonly id: number; readonly command: Command }[] = [];
  for (const { id, task } of requests) {
    if (task.kind === "append") {
      appends.push({ id, command: task.command });
      continue;
    }
    appendAll(appends);
    appends = [];
    answer(id, () => perform(task));
    if (task.kind === "close") port?.close();
  }
  appendAll(appends);
}

function appendAll(appends: readonly { readonly id: number; readonly command: Command }[]): void {
  if (appends.length === 0) return;
  try {
    const outcomes = writer.appendAll(appends.map(({ command }) => command));
    for (const [index, { id }] of appends.entries()) {
      const outcome = outcomes[index];
      reply(outcome instanceof Error ? { id, error: parts(outcome) } : { id, value: outcome });
    }
  } catch (error) {
    for (const { id } of appends) reply({ id, error: parts(error) });
  }
}

function perform(task: Exclude<Task, { kind: "append" }>): unknown {
  switch (task.kind) {
    case "load":
      return writer.load(task.commands);
    case "open":
      return writer.open(task.frame, task.most);
    case "add":
      return writer.add(task.entries);
    case "next":
      return writer.next(task.frame);
    case "finish":
      return writer.finish();
    case "abort":
      return writer.abort();
    case "verify":
      return writer.verify();
    case "rebuild":
      return writer.rebuild();
    case "close":
      return writer.close();
  }
}

function answer(id: number, perform: () => unknown): void {
  try {
    reply({ id, value: perform() });
  } catch (error) {
    reply({ id, error: parts(error) });
  }
}

function parts(error: unknown): { readonly name: string; readonly message: string } {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message };
}

function reply(message: Reply): void {
  port?.postMessage(message);
}
