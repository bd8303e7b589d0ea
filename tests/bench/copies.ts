/** Copies of a database, to write into. */
import { rmSync } from "node:fs";
import { accession } from "./cli.ts";

export async function copyOf(database: string, target: string): Promise<string> {
  for (const part of ["", "-wal", "-shm", "-lock"]) rmSync(`${target}${part}`, { force: true });
  await accession(database, "backup", target);
  return target;
}
