/** `accession seed`: loads the seed into an empty ledger, or brings a used one up to date with it. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { systemClock } from "../clock.ts";
import { FINDING_SEVERITIES } from "../domain/finding.ts";
import { type SeedReport, seedEmpty, theSeed, updateFromSeed } from "../seeding.ts";
import { migrateFile } from "../storage/sqlite/migrations.ts";
import { settingsOf, withStore } from "./opened.ts";
import { counted, progress, say, sayJson } from "./output.ts";

interface SeedOptions {
  readonly retractMissing?: boolean;
  readonly dryRun?: boolean;
}

export function addSeed(program: Command): void {
  program
    .command("seed")
    .description("load the seed into an empty ledger, or bring a used one up to date with it")
    .option("--retract-missing", "take back what the seed once said and no longer says")
    .option("--dry-run", "tell what would be written, and write nothing")
    .action(async ({ retractMissing = false, dryRun = false }: SeedOptions, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      progress("Reading the seed …");
      if (!dryRun) migrateFile(databaseFile);
      const report =
        dryRun && !existsSync(databaseFile)
          ? await rehearse()
          : await withStore(databaseFile, async (store) => {
              if ((await store.newest()) === null) {
                return dryRun ? rehearse() : await seedEmpty(store, theSeed, systemClock());
              }
              return updateFromSeed(store, theSeed(), systemClock(), { retractMissing, dryRun });
            });
      if (report === null) throw new Error("Another process filled the ledger at the same time.");
      if (json) sayJson({ dryRun, ...report, findings: byKind(report) });
      else tell(report, dryRun);
    });
}

/** Loads the seed into a ledger that is thrown away. */
async function rehearse(): Promise<SeedReport | null> {
  const folder = mkdtempSync(join(tmpdir(), "accession-"));
  try {
    const file = join(folder, "rehearsal.sqlite");
    migrateFile(file);
    return await withStore(file, (store) => seedEmpty(store, theSeed, systemClock()));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function byKind({ findings }: SeedReport): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function tell(report: SeedReport, dryRun: boolean): void {
  const { created, superseded, unchanged, revisions, gone, retracted, findings } = report;
  const would = dryRun ? "Would be written" : "Written";
  const changed = `${created} new, ${superseded} corrected, ${unchanged} unchanged`;
  say(revisions === 0 && !dryRun ? `Nothing to write: ${changed}.` : `${would}: ${changed}.`);
  if (revisions > 0) say(`${counted(revisions, "revision")} of the ledger.`);
  for (const [kind, count] of Object.entries(byKind(report))) say(`New findings: ${kind}, ${count}.`);
  for (const { kind, coalition, detail } of findings) {
    if (FINDING_SEVERITIES[kind] !== "doubt") say(`${kind} in ${coalition}: ${detail}`);
  }
  if (gone.length === 0) return;
  const lines = counted(gone.length, "line");
  say(
    retracted
      ? `${lines} gone from the seed, taken back:`
      : `${lines} gone from the seed, still in the ledger (--retract-missing takes them back):`,
  );
  for (const { ref } of gone) say(`  ${ref}`);
}
