/** `accession export`: writes the ledger whole, and tables of what stands, as text files. */
import type { Command } from "commander";
import type { Store } from "../ledger/store.ts";
import { FolderOfFiles } from "./export-files.ts";
import { coalitionTable, countryTable, declarationAndSpellTables, ledgerFile } from "./export-tables.ts";
import { settingsOf, withStore } from "./opened.ts";
import { counted, say, sayJson } from "./output.ts";
import { Progress } from "./progress.ts";

const HELP = `
It writes ledger.ndjson, the whole ledger in the order of its revisions (import --as ledger takes it), and
coalitions.csv, countries.csv, declarations.csv and spells.csv, what stands now (import takes these too).
The same ledger gives the same bytes. Keys are no part of it.`;

export function addExport(program: Command): void {
  program
    .command("export")
    .description("write the ledger whole, and tables of what stands, into a folder")
    .argument("<folder>", "where; made if it is not there")
    .addHelpText("after", HELP)
    .action(async (folder: string, _options: object, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      await withStore(databaseFile, async (store) => {
        const known = (await store.newest())?.number ?? 0;
        const files = new FolderOfFiles(folder);
        const counts = await written(store, known, files).finally(() => files.abort());
        if (json) sayJson({ folder, revisions: known, ...counts });
        else {
          say(`${folder}: ${counted(known, "revision")} with ${counted(counts.lines, "line")}.`);
          say(`${counts.declarations} declarations stand, and come to ${counted(counts.spells, "spell")}.`);
        }
      });
    });
}

/** All of one state of the ledger, whatever is written meanwhile. */
async function written(store: Store, known: number, files: FolderOfFiles) {
  const progress = new Progress("Writing", known);
  const lines = await ledgerFile(store, known, files.open("ledger.ndjson"), progress);
  const registry = known === 0 ? null : await store.registry(known);
  await coalitionTable(registry?.coalitions ?? [], files.open("coalitions.csv"));
  await countryTable(registry?.countries ?? [], files.open("countries.csv"));
  const ids = registry?.coalitions.map(({ id }) => id) ?? [];
  const [declarations, spells] = [files.open("declarations.csv"), files.open("spells.csv")];
  const counts = await declarationAndSpellTables(store, known, ids, { declarations, spells });
  progress.end();
  await files.finish();
  return { lines, ...counts };
}
