/** Puts a server under load by a generator process, and hands back what that measured. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Load, LoadJob } from "./load-job.ts";
import { BENCH } from "./places.ts";

const GENERATOR = join(BENCH, "dist/generator.js");
/** Fewer are no measure. */
const FEWEST = 50;

export async function load(
  folder: string,
  { requests, ...job }: Omit<LoadJob, "requests" | "connections"> & { readonly requests: readonly string[] },
  connections: number,
): Promise<Load> {
  const file = join(folder, "requests.txt");
  writeFileSync(file, `${requests.join("\n")}\n`);
  const told = JSON.stringify({ ...job, connections, requests: file } satisfies LoadJob);
  const { stdout } = await promisify(execFile)(process.execPath, [GENERATOR, told]);
  const measured = JSON.parse(stdout) as Load;
  if (measured.requests < FEWEST) {
    throw new Error(`Only ${measured.requests} requests were measured: there were too few to ask.`);
  }
  return measured;
}
