/** `accession rebuild`: replaces the projection by the one that the ledger amounts to. */
import type { Command } from "commander";
import { settingsOf, withStore } from "./opened.ts";
import { counted, progress, say, sayJson } from "./output.ts";

export function addRebuild(program: Command): void {
  program
    .command("rebuild")
    .description("derive all memberships and findings anew from the ledger")
    .action(async (_options: object, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      await withStore(databaseFile, async (store) => {
        progress("Deriving everything anew …");
        await store.rebuild();
        const known = (await store.newest())?.number ?? 0;
        const { spells, findings } = await store.tally(known);
        if (json) sayJson({ revisions: known, spells, findings });
        else {
          say(`Derived anew from ${counted(known, "revision")}: ${spells} spells, ${findings} findings.`);
        }
      });
    });
}
