/** Reads at a steady pace over several connections, each timed from the moment at which it was due. */
import { Agent, get } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Latency } from "./latency.ts";

const CONNECTIONS = 8;
const A_SECOND = 200;

/** Rosters of a small coalition on ever different days, until told to stop. */
export async function pacedReads(address: string, goOn: () => boolean): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waits: number[] = [];
  const begun = performance.now();
  const under = new Set<Promise<void>>();
  for (let asked = 0; goOn(); asked += 1) {
    const due = begun + (asked * 1000) / A_SECOND;
    if (due > performance.now()) await setTimeout(due - performance.now());
    const day = new Date(Date.UTC(1990, 0, 1 + (asked % 12_000))).toISOString().slice(0, 10);
    const answered = fetched(`${address}/v1/coalitions/g7/members?on=${day}`, agent).then(() => {
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

function fetched(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`${url} answered ${reply.statusCode}`));
      reply.resume().on("end", resolve).on("error", reject);
    }).on("error", reject);
  });
}
