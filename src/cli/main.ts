#!/usr/bin/env node
/** The command line: one command a file, and one way out for all of them. */
import { Command } from "commander";
import { version } from "../version.ts";
import { exitOf } from "./exits.ts";
import { complain } from "./output.ts";

type Add = (program: Command) => void;

/** Each command with what it stands on is loaded where it is named: to start the service is not to wait for the others. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  serve: async () => (await import("./serve.ts")).addServe,
  migrate: async () => (await import("./migrate.ts")).addMigrate,
  seed: async () => (await import("./seed.ts")).addSeed,
  import: async () => (await import("./import.ts")).addImport,
  export: async () => (await import("./export.ts")).addExport,
  backup: async () => (await import("./backup.ts")).addBackup,
  restore: async () => (await import("./restore.ts")).addRestore,
  members: async () => (await import("./members.ts")).addMembers,
  claims: async () => (await import("./claims.ts")).addClaims,
  key: async () => (await import("./key.ts")).addKey,
  verify: async () => (await import("./verify.ts")).addVerify,
  rebuild: async () => (await import("./rebuild.ts")).addRebuild,
  openapi: async () => (await import("./openapi.ts")).addOpenApi,
};

/** Those that the arguments may mean; all, where they name none: then they ask for help, or need some. */
async function commandsFor(args: readonly string[]): Promise<readonly Add[]> {
  const named = Object.keys(COMMANDS).filter((name) => args.includes(name) && !args.includes("help"));
  const asked = named.length > 0 ? named : Object.keys(COMMANDS);
  return Promise.all(asked.map((name) => (COMMANDS[name] as () => Promise<Add>)()));
}

const EXIT_CODES = "Exit codes: 0 done, 1 refused or found wrong, 2 wrong usage, 70 fault of the program.";

function commands(all: readonly Add[]): Command {
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
  for (const add of all) add(program);
  return program;
}

// A reader that has seen enough, like `head`, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await commands(await commandsFor(process.argv.slice(2))).parseAsync();
} catch (error) {
  const { code, message } = exitOf(error);
  if (message !== null) complain(message);
  process.exitCode = code;
}
