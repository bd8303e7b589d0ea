/** Reads what is printed, or answered, in a process of its own, so that nobody else's loop is kept busy by that. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { driver } from "./places.ts";

export interface Drained {
  readonly bytes: number;
  readonly lines: number;
  readonly seconds: number;
}

/** @param file where it is kept; not at all if empty. */
export async function drained(file: string, what: string, ...args: readonly string[]): Promise<Drained> {
  const { stdout } = await promisify(execFile)(process.execPath, [driver("drain"), file, what, ...args]);
  return JSON.parse(stdout) as Drained;
}
