/** `accession import`: brings files into the ledger, all of them as one revision or not at all. */
import { basename } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type Command, Option } from "commander";
import { Registry } from "../domain/registry.ts";
import { ENTRY_KINDS, type EntryKind } from "../formats/entry-kind.ts";
import type { Store } from "../ledger/store.ts";
import { migrateFile } from "../storage/sqlite/migrations.ts";
import { Refused, WrongUsage } from "./exits.ts";
import { importEntries, type PlainInput } from "./import-entries.ts";
import { importLedger } from "./import-ledger.ts";
import { FaultLog, tellTaken } from "./import-report.ts";
import { type KnownInput, known, withInputs } from "./inputs.ts";
import { settingsOf, withStore } from "./opened.ts";
import { counted, say, sayJson } from "./output.ts";
import { Progress } from "./progress.ts";

interface ImportOptions {
  readonly as?: EntryKind;
  readonly dryRun?: boolean;
  readonly findings: "accept" | "refuse";
  readonly message?: string;
  readonly author: string;
}

/** What was read is garbage as soon as it is handed over: by itself V8 lets it pile up to several times what is in use. */
const LITTLE_GARBAGE = "--heap-growing-percent=50";

const HELP = `
What a file holds is told by its header (CSV) or its first line (NDJSON, JSON), or said by --as:
  declarations  CSV, NDJSON, JSON   one dated act a line
  spells        CSV                 coalition,party,role,from,to,source_url,source_title,note
                                    "to" is the first day OUT: shift data that gives the last year in
  countries     CSV, NDJSON, JSON   coalitions  CSV, NDJSON, JSON
  parties       NDJSON, JSON        claims      NDJSON, JSON
  ledger        NDJSON              ledger.ndjson of an export, into an empty database
A file sent again changes only what changed in it: give lines a "ref" that stays the same.`;

export function addImport(program: Command): void {
  program
    .command("import")
    .description("bring files of declarations, spells, registry entries or claims into the ledger")
    .argument("<files...>", "files to read, in this order; - is standard input")
    .addOption(new Option("--as <kind>", "what the files hold").choices(ENTRY_KINDS))
    .option("--dry-run", "tell what would be written, and write nothing")
    .addOption(
      new Option("--findings <choice>", "whether new contradictions, open orders and told-twices are taken")
        .choices(["accept", "refuse"])
        .default("refuse"),
    )
    .option("--message <text>", "why, for the log of revisions")
    .option("--author <name>", "who writes, and owns the refs", "import")
    .addHelpText("after", HELP)
    .action(async (names: readonly string[], options: ImportOptions, command: Command) => {
      setFlagsFromString(LITTLE_GARBAGE);
      const { databaseFile, json } = settingsOf(command);
      migrateFile(databaseFile);
      await withInputs(names, async (given) => {
        const inputs: KnownInput[] = [];
        for (const input of given) inputs.push(await known(input, options.as));
        const progress = new Progress(
          "Reading",
          inputs.reduce((sum, { size }) => sum + size, 0),
        );
        const faults = new FaultLog();
        const bring = (store: Store) =>
          inputs.some(({ kind }) => kind === "ledger")
            ? ledger(store, inputs, options, faults, progress, json)
            : entries(store, inputs as readonly PlainInput[], options, faults, progress, json);
        await withStore(databaseFile, bring, "thread");
      });
    });
}

async function entries(
  store: Store,
  inputs: readonly PlainInput[],
  { dryRun = false, findings, message, author }: ImportOptions,
  faults: FaultLog,
  progress: Progress,
  json: boolean,
): Promise<void> {
  const newest = await store.newest();
  const registry = newest === null ? new Registry([], []) : await store.registry(newest.number);
  const said = message ?? `Import of ${inputs.map(({ name }) => basename(name)).join(", ")}`;
  const frame = { author, message: said, findings, dryRun, imported: false };
  const summary = await importEntries(store, registry, inputs, frame, faults, progress).finally(() =>
    progress.end(),
  );
  faults.throwIfAny(json);
  if (summary?.taken) tellTaken(summary, { json, dryRun });
}

async function ledger(
  store: Store,
  inputs: readonly KnownInput[],
  { dryRun = false, message }: ImportOptions,
  faults: FaultLog,
  progress: Progress,
  json: boolean,
): Promise<void> {
  const [input, ...others] = inputs;
  if (input === undefined || others.length > 0)
    throw new WrongUsage("A ledger is one file, and comes alone.");
  if (message !== undefined) throw new WrongUsage("A ledger brings the messages of its revisions itself.");
  if ((await store.newest()) !== null) {
    throw new Refused("The ledger has revisions already: another one is loaded into an empty database only.");
  }
  const loaded = await importLedger(store, input, dryRun, faults, progress).finally(() => progress.end());
  faults.throwIfAny(json);
  if (json) sayJson({ taken: true, dryRun, ...loaded });
  else if (loaded !== null) {
    const what = `${counted(loaded.revisions, "revision")} with ${counted(loaded.lines, "line")}`;
    say(dryRun ? `Would be loaded: ${what}.` : `Loaded: ${what}.`);
  }
}
