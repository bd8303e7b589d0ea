/** Reads at a steady pace over several connections, each timed from the moment at which it was due. */
import { Agent, get } from "node:http";
import { setTimeout } from "node:timers/promises";
import { ourPath } from "./rosters.ts";

const CONNECTIONS = 8;
const A_SECOND = 200;
const FIRST_DAY = Date.UTC(1990, 0, 1);
const DAYS = 12_000;
const DAY_IN_MS = 86_400_000;

interface Waits {
  readonly requests: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

/** Rosters of a small coalition on ever different days, until told to stop. */
async function steadyReads(port: number, goOn: () => boolean): Promise<Waits> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waits: number[] = [];
  const begun = performance.now();
  const under = new Set<Promise<void>>();
  for (let asked = 0; goOn(); asked += 1) {
    const due = begun + (asked * 1000) / A_SECOND;
    if (due > performance.now()) await setTimeout(due - performance.now());
    const on = new Date(FIRST_DAY + (asked % DAYS) * DAY_IN_MS).toISOString().slice(0, 10);
    const answered = fetched(port, ourPath({ coalition: "g7", on }), agent).then(() => {
      waits.push(performance.now() - due);
      under.delete(answered);
    });
    under.add(answered);
  }
  await Promise.all(under);
  agent.destroy();
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return { requests: waits.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

/** Before and while something else is asked of the same service. */
export async function readsBeside<T>(
  port: number,
  idleSeconds: number,
  work: () => Promise<T>,
): Promise<{ readonly idle: Waits; readonly meanwhile: Waits; readonly done: T }> {
  await steadyReads(port, until(idleSeconds / 4));
  const idle = await steadyReads(port, until(idleSeconds));
  let working = true;
  const reads = steadyReads(port, () => working);
  const done = await work().finally(() => {
    working = false;
  });
  return { idle, meanwhile: await reads, done };
}

function until(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
}

function fetched(port: number, path: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, agent }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`${path} answered ${reply.statusCode}`));
      reply.resume().on("end", resolve).on("error", reject);
    }).on("error", reject);
  });
}
