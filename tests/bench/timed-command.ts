/** A command of the service run to its end: how long it took, and the most memory that it ever had. */
import { spawn } from "node:child_process";
import { PROGRAM } from "./places.ts";
import { mostMemory } from "./processes.ts";

const LOOK_EVERY_MS = 100;

interface Timed {
  readonly seconds: number;
  /** In MB; null where the system does not tell. */
  readonly peak: number | null;
  readonly out: string;
}

export function timedAccession(database: string, ...args: readonly string[]): Promise<Timed> {
  const begun = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args, "--database", database], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, said]: [string, string] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = text;
  });
  let peak: number | null = null;
  const look = setInterval(() => {
    peak = mostMemory(child.pid) ?? peak;
  }, LOOK_EVERY_MS);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      clearInterval(look);
      if (code !== 0) reject(new Error(`${args.join(" ")} ended with ${code}: ${said}`));
      else resolve({ seconds: (performance.now() - begun) / 1000, peak, out });
    });
  });
}
