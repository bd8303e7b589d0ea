/** `accession migrate`: brings the database to the newest schema. */
import type { Command } from "commander";
import { migrateFile } from "../storage/sqlite/migrations.ts";
import { settingsOf } from "./opened.ts";
import { counted, say, sayJson } from "./output.ts";

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("create the database, or bring it to the newest schema")
    .action((_options: object, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      const applied = migrateFile(databaseFile);
      if (json) sayJson({ database: databaseFile, applied });
      else if (applied === 0) say(`${databaseFile} has the newest schema already.`);
      else say(`${databaseFile}: ${counted(applied, "migration")} applied.`);
    });
}
