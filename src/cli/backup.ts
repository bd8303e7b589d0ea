/** `accession backup`: copies the database into a file, while it is in use. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { backUp } from "../storage/sqlite/backup.ts";
import { Refused } from "./exits.ts";
import { settingsOf } from "./opened.ts";
import { counted, say, sayJson } from "./output.ts";
import { Progress } from "./progress.ts";

export function addBackup(program: Command): void {
  program
    .command("backup")
    .description("copy the database into a file, whole and checked, while it is in use")
    .argument("<file>", "the file to write; it holds the hashes of the keys too: keep it as you keep them")
    .option("--force", "write over a file that is there")
    .action(async (file: string, { force = false }: { readonly force?: boolean }, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      if (resolve(file) === resolve(databaseFile)) throw new Refused(`${file} is the database itself.`);
      if (existsSync(file) && !force) {
        throw new Refused(`${file} is there already: name another file, or add --force.`);
      }
      const progress = new Progress("Copying", 1);
      const { revisions, bytes } = await backUp(databaseFile, file, ({ done, total }) =>
        progress.at(done / total, `${done} of ${total} pages`),
      ).finally(() => progress.end());
      if (json) sayJson({ file, revisions, bytes });
      else say(`${file}: ${counted(revisions, "revision")}, ${bytes} bytes, checked.`);
    });
}
