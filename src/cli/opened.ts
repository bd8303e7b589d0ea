/** Opens what a command works on: the settings, the store, the state of the ledger that is asked for. */
import type { Command } from "commander";
import { readSettings, type Settings } from "../config.ts";
import type { Coalition } from "../domain/coalition.ts";
import { isDay } from "../domain/day.ts";
import type { Registry } from "../domain/registry.ts";
import type { Revision } from "../ledger/command.ts";
import { coalitionSpellings } from "../ledger/names.ts";
import type { Store } from "../ledger/store.ts";
import { openStore, type StoreOptions } from "../storage/sqlite/open.ts";
import { Refused, WrongUsage } from "./exits.ts";

export interface GlobalOptions {
  readonly database?: string;
  readonly json?: boolean;
}

/** The settings, with the database that the command line names. */
export function settingsOf(command: Command): Settings & { readonly json: boolean } {
  const { database, json = false } = command.optsWithGlobals<GlobalOptions>();
  const settings = readSettings(process.env);
  return { ...settings, databaseFile: database ?? settings.databaseFile, json };
}

/** @param writer where writes are made; on a thread of its own they go on while others are read. */
export async function withStore<T>(
  file: string,
  use: (store: Store) => Promise<T>,
  writer: StoreOptions["writer"] = "here",
): Promise<T> {
  const store = await openStore({ file, writer });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The revision that `--known` means: a number or an instant; left out, the newest. */
export async function knownRevision(store: Store, known: string | undefined): Promise<Revision> {
  const newest = await store.newest();
  if (newest === null) throw new Refused("The ledger is empty: load the seed with `accession seed`.");
  if (known === undefined) return newest;
  const wrong = (reason: string) => new WrongUsage(`--known cannot be "${known}": ${reason}`);
  if (/^\d+$/.test(known)) {
    const revision = Number(known) > newest.number ? null : await store.revision(Number(known));
    if (revision === null) throw wrong(`the ledger has the revisions 1 to ${newest.number}.`);
    return revision;
  }
  if (isDay(known)) throw wrong(`a day has many instants. For all of it, write ${known}T23:59:59Z.`);
  const instant = INSTANT.test(known) ? new Date(known) : new Date(Number.NaN);
  if (Number.isNaN(instant.getTime())) {
    throw wrong("it is a revision number, or an instant like 2025-11-10T23:59:59Z.");
  }
  if (instant.getTime() > Math.max(Date.now(), Date.parse(newest.recordedAt))) {
    throw wrong("it is still to come. Leave it out to ask what is known now.");
  }
  const revision = await store.revisionAt(instant.toISOString());
  if (revision === null) throw wrong(`the first revision is of ${(await store.revision(1))?.recordedAt}.`);
  return revision;
}

export function coalitionNamed(registry: Registry, id: string): Coalition {
  const coalition = registry.coalition(id);
  if (coalition !== null) return coalition;
  const meant = coalitionSpellings(registry).nearest(id);
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  throw new Refused(`There is no coalition "${id}".${hint}`);
}
