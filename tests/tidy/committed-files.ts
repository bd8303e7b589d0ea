/** Reads what is committed: every file of the repository but what is installed, built or kept as data. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const KEPT_OUT = new Set([".git", "node_modules", "dist", "data", "coverage"]);

/** Path from the root → text. The folders of editors and of git begin with a dot; ours is `.ci`. In a worktree `.git` is a file. */
export function committedFiles(folder = ""): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (KEPT_OUT.has(entry.name)) continue;
    const path = `${folder}${entry.name}`;
    if (entry.name === ".git") continue;
    if (entry.isFile()) files.set(path, readFileSync(join(ROOT, path), "utf8"));
    if (!entry.isDirectory()) continue;
    if (entry.name.startsWith(".") && entry.name !== ".ci") continue;
    for (const [inner, text] of committedFiles(`${path}/`)) files.set(inner, text);
  }
  return files;
}
