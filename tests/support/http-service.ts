/** The service that ships, on a store of its own, with every reply held against the OpenAPI document. */
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, expect } from "vitest";
import { buildApp } from "../../src/http/app.ts";
import type { Store } from "../../src/ledger/store.ts";
import { seedEmpty, theSeed } from "../../src/seeding.ts";
import { ReplyCheck } from "./reply-faults.ts";
import { temporaryStore } from "./temporary-database.ts";

/** The day on which the tests take place. */
export const NOW = new Date("2026-11-22T12:00:00.000Z");
export const SETTINGS = { version: "0.0.0", logLevel: "silent", bodyLimit: 65_536, trustProxy: false };

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the schema is what holds a body to its shape.
  readonly body: any;
}

export interface HttpService {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly document: Document;
  /** Asks without a socket, and fails where the reply is not as the document says. */
  ask(url: string, options?: Omit<InjectOptions, "url">): Promise<Answer>;
}

/** As far as tests look into it. */
export interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { name: string; in: string; example?: unknown; description?: string }[];
  readonly responses: Record<
    string,
    { description: string; content?: Record<string, { schema: object; example?: unknown }> }
  >;
}

/** A path that is read, with the examples of its path parameters, and every method that it takes. */
export interface ReadPath {
  readonly url: string;
  readonly get: Operation;
  readonly methods: readonly string[];
}

export function readPaths(document: Document): ReadPath[] {
  return Object.entries(document.paths).flatMap(([template, operations]) => {
    const { get, ...others } = operations;
    if (get === undefined) return [];
    const url = (get.parameters ?? []).reduce(
      (path, { name, example }) => path.replace(`{${name}}`, String(example)),
      template,
    );
    const methods = ["GET", "HEAD", ...Object.keys(others).map((method) => method.toUpperCase())];
    return [{ url, get, methods: methods.sort() }];
  });
}

/** With the real seed; closed and removed after the tests of the file. */
export async function seededService(): Promise<HttpService> {
  const store = await storeOfItsOwn();
  await seedEmpty(store, theSeed, NOW);
  return serviceOn(store);
}

export async function emptyService(): Promise<HttpService> {
  return serviceOn(await storeOfItsOwn());
}

export async function serviceOn(store: Store): Promise<HttpService> {
  const app = buildApp({ store, clock: () => NOW, settings: SETTINGS });
  afterAll(() => app.close());
  await app.ready();
  const document = app.swagger() as unknown as Document;
  const check = new ReplyCheck(document);
  return {
    app,
    store,
    document,
    ask: async (url, options = {}) => {
      const reply = await app.inject({ method: "GET", ...options, url });
      const headers = reply.headers as Record<string, string>;
      const [status, text, type] = [reply.statusCode, reply.body, headers["content-type"]];
      const method = options.method ?? "GET";
      const told = { method, url, status, type, body: text };
      expect(check.faults(told), `${method} ${url}`).toEqual([]);
      const json = type?.includes("json") === true && !type.includes("ndjson") && text !== "";
      return { status, headers, text, body: json ? JSON.parse(text) : undefined };
    },
  };
}

async function storeOfItsOwn(): Promise<Store> {
  const { store, close } = await temporaryStore(() => NOW);
  afterAll(close);
  return store;
}
