/** The porch: opens the store, fills it when it is empty, builds the app, listens, and closes in order. */
import { fileURLToPath } from "node:url";
import { CannotServe } from "./cannot-serve.ts";
import { systemClock } from "./clock.ts";
import type { Settings } from "./config.ts";
import { buildApp } from "./http/app.ts";
import { isBuilt } from "./http/explorer.ts";
import { migrateFile } from "./storage/sqlite/migrations.ts";
import { openKeys, openStore } from "./storage/sqlite/open.ts";
import { version } from "./version.ts";

/** What a person can do about it when the service cannot listen. */
const CANNOT_LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there. Stop it, or set PORT to another port",
  EACCES: "this user may not. Set PORT to 1024 or higher",
  EADDRNOTAVAIL: "this machine has no such address. Set HOST to one of its own, or leave it out",
  ENOTFOUND: "there is no such host. Set HOST to an address of this machine, or leave it out",
};

/** The same seen from `src/` and from `dist/`. */
const EXPLORER = fileURLToPath(new URL("../dist/explorer", import.meta.url));

/** Requests that take longer than this to finish do not keep a stopping service alive. */
const STOP_WITHIN_MS = 10_000;

/**
 * Serves until SIGTERM or SIGINT.
 * @param say prints a line for whoever started it.
 */
export async function serve(settings: Settings, say: (line: string) => void): Promise<void> {
  if (!settings.readOnly) migrateFile(settings.databaseFile);
  const keys = openKeys(settings.databaseFile, "read");
  const store = await openStore({ file: settings.databaseFile, writer: "thread" });
  let app: ReturnType<typeof buildApp> | null = null;
  try {
    if (settings.seed === "auto" && !settings.readOnly && (await store.newest()) === null) {
      await fill(settings, say);
    }
    const { logLevel, bodyLimit, trustProxy, readOnly, rateLimit } = settings;
    const explorer = isBuilt(EXPLORER) ? EXPLORER : null;
    if (explorer === null) say("The explorer is not built, so there are no pages: npm run build makes them.");
    const httpSettings = {
      version: version(),
      logLevel,
      bodyLimit,
      trustProxy,
      readOnly,
      rateLimit,
      explorer,
    };
    app = buildApp({ store, keys, clock: systemClock, settings: httpSettings });
    const stopped = stopSignal();
    say(`Accession listens on ${await listen(app, settings)} (documentation: /docs)`);
    await stopped;
  } finally {
    await app?.close();
    await keys.close();
    await store.close();
  }
}

/** By a store of its own: what it takes to write so much at once is given back before the first request. */
async function fill({ databaseFile }: Settings, say: (line: string) => void): Promise<void> {
  const { seedEmpty, theSeed } = await import("./seeding.ts");
  const store = await openStore({ file: databaseFile, writer: "thread" });
  try {
    const report = await seedEmpty(store, theSeed, systemClock());
    if (report !== null) say(`The ledger was empty: ${report.created} entries of the seed were loaded.`);
  } finally {
    await store.close();
  }
}

async function listen(app: ReturnType<typeof buildApp>, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const reason = CANNOT_LISTEN[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason === undefined) throw error;
    throw new CannotServe(`Cannot listen on ${host} port ${port}: ${reason}.`);
  }
}

/** The first signal asks to stop; a second one, or a stop that takes too long, ends the process as it is. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(1);
      asked = true;
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      resolve();
    };
    process.on("SIGTERM", stop).on("SIGINT", stop);
  });
}
