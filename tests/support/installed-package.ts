/** The package as somebody has it who installed it: what `npm pack` takes, beside what it depends on. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type TemporaryFolder, temporaryFolder } from "./temporary-database.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Paths from the root, as the registry would get them; what is built is taken as it is. */
export function packedFiles(): string[] {
  const command = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const out = execFileSync("npm", command, {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = JSON.parse(out) as [{ files: { path: string }[] }];
  return packed.files.map(({ path }) => path);
}

/** A folder whose `node_modules` holds the packed files and the dependencies for use, none of those for work. */
export function installedPackage(files: readonly string[]): TemporaryFolder & { readonly root: string } {
  const folder = temporaryFolder();
  const modules = folder.file("node_modules");
  for (const path of files) cpSync(join(ROOT, path), join(modules, "accession", path));
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "dir");
  }
  return { ...folder, root: folder.file("") };
}
