/** The command line of the service, run to its end. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PROGRAM } from "./places.ts";

/** Who writes; refs belong to a name, so what was imported can be corrected with the key. */
export const BENCH_NAME = "bench";

/** @returns what it printed. */
export async function accession(database: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...args, "--database", database], {
    env: { PATH: process.env["PATH"] ?? "" },
    maxBuffer: 64 * 1024 ** 2,
  });
  return stdout;
}

/** The token of a new key that may declare. */
export async function newKey(database: string): Promise<string> {
  const said = await accession(
    database,
    "key",
    "create",
    "--name",
    BENCH_NAME,
    "--scope",
    "declare",
    "--json",
  );
  return (JSON.parse(said) as { token: string }).token;
}
