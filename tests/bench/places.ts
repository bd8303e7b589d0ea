/** Where the bench finds what it starts and keeps what it makes. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bench runs from its own `dist/`, two folders below the tests. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
export const BENCH = join(ROOT, "tests/bench");
/** Not in git: databases that are used again, and the raw figures. */
export const KEPT = join(ROOT, "data/bench");
export const PROGRAM = join(ROOT, "dist/service/accession.js");

export function peer(path: string): string {
  return join(BENCH, "node_modules", path);
}

export function driver(name: string): string {
  return join(BENCH, "dist/drivers", `${name}.js`);
}
