/** Light requests, one after the other, and how long each waited. */
import { Agent, get } from "node:http";

export interface Latency {
  readonly requests: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

/** Rosters of a small coalition on ever different days, until told to stop. */
export async function lightRequests(address: string, goOn: (asked: number) => boolean): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const waits: number[] = [];
  for (let asked = 0; goOn(asked); asked += 1) {
    const day = new Date(Date.UTC(1990, 0, 1 + (asked % 12_000))).toISOString().slice(0, 10);
    const begun = performance.now();
    await fetched(`${address}/v1/coalitions/g7/members?on=${day}`, agent);
    waits.push(performance.now() - begun);
  }
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
