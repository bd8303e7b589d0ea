/** A server under measure: a process of its own on a free port of 127.0.0.1, ended when it has been measured. */
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { KEPT } from "./places.ts";

export interface Server {
  readonly port: number;
  readonly pid: number;
  /** From the start of the process to its first reply, in ms. */
  readonly started: number;
  stop(): Promise<void>;
}

export interface Program {
  readonly args: (port: number) => readonly string[];
  readonly env?: (port: number) => Readonly<Record<string, string>>;
  /** What is asked until it answers. */
  readonly ready: string;
}

/** What the processes under measure print, where it is not an answer. */
const LOG = join(KEPT, "servers.log");
const READY_WITHIN_MS = 300_000;
const ASK_EVERY_MS = 2;

export async function start({ args, env, ready }: Program): Promise<Server> {
  const port = await freePort();
  const log = openSync(LOG, "a");
  const begun = performance.now();
  const child = spawn(process.execPath, args(port), {
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production", ...env?.(port) },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  while (!(await answers(port, ready))) {
    if (ended) throw new Error(`${args(port).join(" ")} ended before it answered: see ${LOG}.`);
    if (performance.now() - begun > READY_WITHIN_MS) {
      await stop();
      throw new Error(`${args(port).join(" ")} did not answer ${ready} in time.`);
    }
    await setTimeout(ASK_EVERY_MS);
  }
  return { port, pid: child.pid as number, started: performance.now() - begun, stop };
}

function answers(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path, agent: false }, (reply) => {
      reply.resume().on("end", () => resolve(reply.statusCode === 200));
    }).on("error", () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** In MB; null where the system does not tell. */
export function residentMemory(pid: number | undefined): number | null {
  return memoryOf(pid, "VmRSS");
}

/** The most that it ever had. */
export function mostMemory(pid: number | undefined): number | null {
  return memoryOf(pid, "VmHWM");
}

function memoryOf(pid: number | undefined, what: "VmRSS" | "VmHWM"): number | null {
  try {
    const told = new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return told === undefined ? null : Number(told) / 1024;
  } catch {
    return null;
  }
}
