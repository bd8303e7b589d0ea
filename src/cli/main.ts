#!/usr/bin/env node
/** The command line: one command a file, and one way out for all of them. */
import { Command } from "commander";
import { version } from "../version.ts";
import { addBackup } from "./backup.ts";
import { addClaims } from "./claims.ts";
import { exitOf } from "./exits.ts";
import { addExport } from "./export.ts";
import { addImport } from "./import.ts";
import { addKey } from "./key.ts";
import { addMembers } from "./members.ts";
import { addMigrate } from "./migrate.ts";
import { addOpenApi } from "./openapi.ts";
import { complain } from "./output.ts";
import { addRebuild } from "./rebuild.ts";
import { addRestore } from "./restore.ts";
import { addSeed } from "./seed.ts";
import { addServe } from "./serve.ts";
import { addVerify } from "./verify.ts";

const EXIT_CODES = "Exit codes: 0 done, 1 refused or found wrong, 2 wrong usage, 70 fault of the program.";

function commands(): Command {
  const program = new Command("accession")
    .description("Who belonged to which coalition, on any day, who said so, and what was known when.")
    .version(version())
    .option("--database <file>", "the SQLite file, instead of DATABASE_FILE")
    .option("--json", "print JSON, for scripts")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", `\n${EXIT_CODES}`)
    .showHelpAfterError("Add --help to see what it takes.")
    // Inherited by the commands that are added from here on.
    .exitOverride();
  for (const add of [
    addServe,
    addMigrate,
    addSeed,
    addImport,
    addExport,
    addBackup,
    addRestore,
    addMembers,
    addClaims,
    addKey,
    addVerify,
    addRebuild,
    addOpenApi,
  ]) {
    add(program);
  }
  return program;
}

// A reader that has seen enough, like `head`, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await commands().parseAsync();
} catch (error) {
  const { code, message } = exitOf(error);
  if (message !== null) complain(message);
  process.exitCode = code;
}
