/** `accession serve`: migrates, seeds an empty ledger, and answers until it is told to stop. */
import type { Command } from "commander";
import { settingsOf } from "./opened.ts";
import { say } from "./output.ts";

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("migrate, seed an empty ledger, and answer over HTTP until stopped")
    .action(async (_options: object, command: Command) => {
      const settings = settingsOf(command);
      // Loaded only here: no other command waits for it.
      const { serve } = await import("../main.ts");
      await serve(settings, say);
    });
}
