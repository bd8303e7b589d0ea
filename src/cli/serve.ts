/** `accession serve`: migrates, seeds an empty ledger, and answers until it is told to stop. */
import type { Command } from "commander";
import { serve } from "../main.ts";
import { settingsOf } from "./opened.ts";
import { say } from "./output.ts";

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("migrate, seed an empty ledger, and answer over HTTP until stopped")
    .action(async (_options: object, command: Command) => serve(settingsOf(command), say));
}
