/** `accession restore`: puts a backup in the place of the database. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { checked, putInPlace, revisionsIn } from "../storage/sqlite/backup.ts";
import { migrateFile } from "../storage/sqlite/migrations.ts";
import { Refused } from "./exits.ts";
import { settingsOf } from "./opened.ts";
import { counted, progress as note, say, sayJson } from "./output.ts";
import { Progress } from "./progress.ts";

export function addRestore(program: Command): void {
  program
    .command("restore")
    .description("put a backup in the place of the database, checked first; stop the service before")
    .argument("<file>", "the backup")
    .option("--force", "give up what the database holds now")
    .action(async (file: string, { force = false }: { readonly force?: boolean }, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      if (resolve(file) === resolve(databaseFile)) throw new Refused(`${file} is the database itself.`);
      note("Checking the backup …");
      checked(file);
      const lost = revisionsIn(databaseFile);
      if (lost !== 0 && !force) {
        const holds = lost === null ? "cannot be read" : `holds ${counted(lost, "revision")}`;
        throw new Refused(`${databaseFile} ${holds}: add --force to give that up.`);
      }
      const progress = new Progress("Copying", 1);
      const { revisions } = await putInPlace(file, databaseFile, ({ done, total }) =>
        progress.at(done / total, `${done} of ${total} pages`),
      ).finally(() => progress.end());
      migrateFile(databaseFile);
      if (json) sayJson({ database: databaseFile, revisions });
      else say(`${databaseFile}: ${counted(revisions, "revision")} restored from ${file}.`);
    });
}
