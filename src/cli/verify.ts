/** `accession verify`: is the file sound, does the projection follow from the ledger, how well is it sourced. */
import type { Command } from "commander";
import type { Store } from "../ledger/store.ts";
import { Refused } from "./exits.ts";
import { settingsOf, withStore } from "./opened.ts";
import { counted, progress, say, sayJson } from "./output.ts";

const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

export function addVerify(program: Command): void {
  program
    .command("verify")
    .description("check the file and the projection, and tell how exact and how well sourced the ledger is")
    .action(async (_options: object, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      await withStore(databaseFile, async (store) => {
        progress("Deriving everything anew …");
        const discrepancies = await store.verify();
        const known = (await store.newest())?.number ?? 0;
        const shares = await sharesOf(store, known);
        if (json) sayJson({ sound: discrepancies.length === 0, revisions: known, discrepancies, ...shares });
        else if (discrepancies.length === 0) {
          say("The file is sound.");
          say(`The projection is what ${counted(known, "revision")} of the ledger amount to.`);
          say(`${counted(shares.declarations, "declaration")} stand.`);
          say(`${part(shares.exactDay, shares.declarations)} give an exact day.`);
          say(`${part(shares.citationRead, shares.declarations)} cite a source that was read.`);
        }
        if (discrepancies.length === 0) return;
        const tables = discrepancies.map(
          ({ table, missing, surplus }) => `  ${table}: ${missing} missing, ${surplus} too many`,
        );
        throw new Refused(
          [
            "The projection is not what the ledger amounts to:",
            ...tables,
            "`accession rebuild` mends it.",
          ].join("\n"),
        );
      });
    });
}

/**
 * Of the declarations that stand, how many give an exact day, and how many cite a source that was read. One
 * coalition after the other, so that memory holds no more than one.
 */
async function sharesOf(store: Store, known: number) {
  const shares = { declarations: 0, exactDay: 0, citationRead: 0 };
  for (const { id: coalition } of (await store.registry(known)).coalitions) {
    for (const { declaration, effective, state } of (
      await store.declarations({ known, coalition }, EVERYTHING)
    ).items) {
      if (state !== "in-force" && state !== "rescinded") continue;
      shares.declarations += 1;
      if (effective.earliest === effective.latest) shares.exactDay += 1;
      if (declaration.sources.some((source) => source.accessed !== null)) shares.citationRead += 1;
    }
  }
  return shares;
}

function part(count: number, whole: number): string {
  return `${count} (${whole === 0 ? "–" : `${((100 * count) / whole).toFixed(1)} %`})`;
}
