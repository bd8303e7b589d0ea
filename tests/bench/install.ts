/** Installs what the service is compared with, where that is not there yet as the lock file has it. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BENCH } from "./places.ts";

const LOCK = join(BENCH, "package-lock.json");
const INSTALLED = join(BENCH, "node_modules/.installed");

/** No package may run a script while it is installed but the one that builds SQLite. */
export function install(): void {
  const state = `${process.version}\n${readFileSync(LOCK, "utf8")}`;
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, "utf8") === state) return;
  npm("ci", "--ignore-scripts");
  npm("rebuild", "better-sqlite3", "--ignore-scripts=false");
  writeFileSync(INSTALLED, state);
}

function npm(...args: readonly string[]): void {
  const { status } = spawnSync("npm", [...args, "--no-audit", "--no-fund"], { cwd: BENCH, stdio: "inherit" });
  if (status !== 0) throw new Error(`npm ${args[0]} in tests/bench ended with ${status}.`);
}
