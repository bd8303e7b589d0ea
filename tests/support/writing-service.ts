/** The service with keys, on the real seed and with a clock that a test can turn: for tests that write. */
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, expect } from "vitest";
import { buildApp, type HttpSettings } from "../../src/http/app.ts";
import { KEY_ID_BYTES, KEY_SECRET_BYTES, newKey, type Scope } from "../../src/ledger/key.ts";
import type { Keys } from "../../src/ledger/keys.ts";
import type { Store } from "../../src/ledger/store.ts";
import { seedEmpty, theSeed } from "../../src/seeding.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { openKeys, openStore } from "../../src/storage/sqlite/open.ts";
import type { Document } from "./http-service.ts";
import { type Answer, NOW, SETTINGS } from "./http-service.ts";
import { ReplyCheck } from "./reply-faults.ts";
import { temporaryFolder } from "./temporary-database.ts";

const BODY_LIMIT = 8_388_608;

export interface Sending {
  readonly method?: NonNullable<InjectOptions["method"]>;
  /** The token of a key; null for none. */
  readonly key?: string | null;
  readonly type?: string;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WritingTestService {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly keys: Keys;
  readonly document: Document;
  /** A key with every scope, under the name "curator". */
  readonly key: string;
  makeKey(name: string, scopes: readonly Scope[], expiresAt?: string): Promise<string>;
  /** Sends with the curator's key, unless told otherwise; fails where the reply is not as the document says. */
  send(url: string, sending?: Sending): Promise<Answer>;
  get(url: string): Promise<Answer>;
  /** Declares with a payload as it is, also without saying how long it is. @returns the status. */
  inject(sending: { type: string; payload: string | Buffer; chunked?: boolean }): Promise<number>;
  /** Lets time pass. @returns the instant. */
  wait(milliseconds: number): Date;
}

export async function writingService(
  settings: Partial<HttpSettings> = {},
  { seeded = true } = {},
): Promise<WritingTestService> {
  const folder = temporaryFolder();
  const file = folder.file("accession.sqlite");
  migrateFile(file);
  let now = NOW.getTime();
  const clock = () => new Date(now);
  const store = await openStore({ file, writer: "here", now: () => now });
  const keys = openKeys(file, "write");
  if (seeded) await seedEmpty(store, theSeed, NOW);
  const app = buildApp({ store, keys, clock, settings: { ...SETTINGS, bodyLimit: BODY_LIMIT, ...settings } });
  afterAll(async () => {
    await app.close();
    await keys.close();
    await store.close();
    folder.remove();
  });
  await app.ready();
  const document = app.swagger() as unknown as Document;
  const check = new ReplyCheck(document);
  const makeKey: WritingTestService["makeKey"] = async (name, scopes, expiresAt) => {
    const bytes = { id: randomBytes(KEY_ID_BYTES), secret: randomBytes(KEY_SECRET_BYTES) };
    const fields = { name, scopes, createdAt: clock().toISOString(), expiresAt: expiresAt ?? null };
    const { key, token } = newKey(fields, bytes);
    await keys.create(key);
    return token;
  };
  const key = await makeKey("curator", ["declare", "registry"]);
  const send: WritingTestService["send"] = async (url, sending = {}) => {
    const { method = "POST", body, type = "application/json" } = sending;
    const token = sending.key === undefined ? key : sending.key;
    const reply = await app.inject({
      method,
      url,
      headers: {
        ...(body === undefined ? {} : { "content-type": type }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...sending.headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const headers = reply.headers as Record<string, string>;
    const [status, text, contentType] = [reply.statusCode, reply.body, headers["content-type"]];
    const told = { method, url, status, type: contentType, body: text };
    expect(check.faults(told), `${method} ${url}: ${text}`).toEqual([]);
    const json = contentType?.includes("json") === true && !contentType.includes("ndjson") && text !== "";
    return { status, headers, text, body: json ? JSON.parse(text) : undefined };
  };
  return {
    app,
    store,
    keys,
    document,
    key,
    makeKey,
    send,
    get: (url) => send(url, { method: "GET", key: null }),
    inject: async ({ type, payload, chunked = false }) => {
      const reply = await app.inject({
        method: "POST",
        url: "/v1/declarations",
        headers: { "content-type": type, authorization: `Bearer ${key}` },
        payload: chunked ? Readable.from([payload]) : payload,
      });
      return reply.statusCode;
    },
    wait: (milliseconds) => {
      now += milliseconds;
      return clock();
    },
  };
}
