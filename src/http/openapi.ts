/** The OpenAPI document as text, as it is committed beside the code. */
import type { Store } from "../ledger/store.ts";
import { buildApp } from "./app.ts";
import { yamlOf } from "./documentation.ts";

/** The document describes the paths and asks no store anything. */
const NO_STORE = {} as Store;

export async function renderOpenApi(version: string): Promise<string> {
  const settings = { version, logLevel: "silent", bodyLimit: 1, trustProxy: false };
  const app = buildApp({ store: NO_STORE, clock: () => new Date(0), settings });
  await app.ready();
  const document = yamlOf(app);
  await app.close();
  return document;
}
