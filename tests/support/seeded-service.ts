/** The service over the real seed, as a visitor meets it: for tests that ask what a person would ask. */
import { buildApp } from "../../src/http/app.ts";
import type { Store } from "../../src/ledger/store.ts";
import { seedEmpty, theSeed } from "../../src/seeding.ts";
import { temporaryStore } from "./temporary-database.ts";

/** The day on which the tests of the real seed ask: later than all that the seed says. */
export const TODAY = new Date("2026-11-22T12:00:00Z");

/** What a reply says, as far as the journeys look at it. */
export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies are held against the OpenAPI document elsewhere.
  readonly body: any;
}

export interface SeededService {
  readonly store: Store;
  readonly get: (path: string) => Promise<Reply>;
  readonly ask: (method: "GET" | "POST" | "DELETE", path: string) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

export async function seededService(): Promise<SeededService> {
  const { store, close } = await temporaryStore(() => TODAY);
  await seedEmpty(store, theSeed, TODAY);
  const settings = { version: "0.0.0", logLevel: "silent", bodyLimit: 1_048_576, trustProxy: false };
  const app = buildApp({ store, clock: () => TODAY, settings });
  const ask: SeededService["ask"] = async (method, url) => {
    const reply = await app.inject({ method, url });
    return { status: reply.statusCode, body: reply.json() };
  };
  return {
    store,
    ask,
    get: (path) => ask("GET", path),
    close: async () => {
      await app.close();
      await close();
    },
  };
}

/** The members of a coalition on a day, in numbers. */
export async function counted(
  service: SeededService,
  coalition: string,
  query: string,
): Promise<readonly [certain: number, possible: number]> {
  const { status, body } = await service.get(`/v1/coalitions/${coalition}/members?${query}`);
  if (status !== 200) throw new Error(`${coalition}?${query}: ${body.detail}`);
  return [body.counts.certain, body.counts.possible];
}

/** The row of one party, undefined where it is not in. */
export async function member(service: SeededService, coalition: string, party: string, query: string) {
  const { body } = await service.get(`/v1/coalitions/${coalition}/members?${query}`);
  return body.items.find((row: { party: { id: string } }) => row.party.id === party);
}
