/** The service as it ships, over the real seed and with the explorer that was built, on a port of its own. */
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { buildApp } from "../../src/http/app.ts";
import { isBuilt } from "../../src/http/explorer.ts";
import { KEY_ID_BYTES, KEY_SECRET_BYTES, newKey } from "../../src/ledger/key.ts";
import { seedEmpty, theSeed } from "../../src/seeding.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { openKeys, openStore } from "../../src/storage/sqlite/open.ts";
import { temporaryFolder } from "../support/temporary-database.ts";

/** Later than all that the seed says. */
export const TODAY = new Date("2026-11-22T12:00:00Z");
const BUILT = fileURLToPath(new URL("../../dist/explorer", import.meta.url));

export interface ExplorerService {
  /** Like http://127.0.0.1:49152. */
  readonly address: string;
  /** A reply of the API, to hold a page against. */
  // biome-ignore lint/suspicious/noExplicitAny: replies are held against the OpenAPI document elsewhere.
  readonly get: (path: string) => Promise<any>;
  /**
   * What an address of the service answers with. Not over a socket: a reply that nobody reads to its end would keep
   * the service from closing.
   */
  readonly statusOf: (url: string) => Promise<number>;
  /** Writes with a key of the name "curator", and gives what the service replies. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly post: (path: string, body: object) => Promise<any>;
  readonly close: () => Promise<void>;
}

export async function explorerService(): Promise<ExplorerService> {
  if (!isBuilt(BUILT)) throw new Error("The explorer is not built: npm run build.");
  const folder = temporaryFolder();
  const file = folder.file("accession.sqlite");
  migrateFile(file);
  const store = await openStore({ file, writer: "here", now: () => TODAY.getTime() });
  const keys = openKeys(file, "write");
  await seedEmpty(store, theSeed, TODAY);
  const settings = { version: "0.0.0", logLevel: "silent", bodyLimit: 65_536, trustProxy: false };
  const app = buildApp({ store, keys, clock: () => TODAY, settings: { ...settings, explorer: BUILT } });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const bytes = { id: randomBytes(KEY_ID_BYTES), secret: randomBytes(KEY_SECRET_BYTES) };
  const createdAt = TODAY.toISOString();
  const { key, token } = newKey({ name: "curator", scopes: ["declare"], createdAt, expiresAt: null }, bytes);
  await keys.create(key);
  return {
    address,
    get: async (path) => (await app.inject({ method: "GET", url: path })).json(),
    statusOf: async (url) => (await app.inject({ method: "GET", url })).statusCode,
    post: async (url, payload) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await app.inject({ method: "POST", url, headers, payload })).json();
    },
    close: async () => {
      await app.close();
      await keys.close();
      await store.close();
      folder.remove();
    },
  };
}
