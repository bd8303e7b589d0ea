/** Law: whatever is asked, in whatever order and between whatever writes, what is kept answers as if nothing were. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { expect, it } from "vitest";
import { buildApp } from "../../src/http/app.ts";
import type { Store } from "../../src/ledger/store.ts";
import { commandOf, FIRST, script } from "../storage/scripts.ts";
import { openHere } from "../storage/subjects.ts";
import { NOW, SETTINGS } from "../support/http-service.ts";
import { MemoryStore } from "../support/memory-store.ts";
import { watchedStore } from "../support/watched-store.ts";

const days = [
  ...["2013-12-30", "2013-12-31", "2014-01-01", "2014-01-02", "2014-01-03", "2014-01-04"],
  ...["2014-01-05", "2014-01-06", "2014-01-07", "2014-02-01", "2014-02-30", "2015-01-01"],
];
const path = fc.constantFrom(
  ...["alliance", "alliance", "alliance", "union", "ALLIANCE", "nothing"].map(
    (id) => `/v1/coalitions/${id}/members`,
  ),
  ...[
    "/v1/coalitions",
    "/v1/coalitions/alliance",
    "/v1/memberships",
    "/v1/parties/AAA/memberships",
    "/v1/meta",
  ],
);
const parameter = fc.constantFrom(
  ...[
    "role=any",
    "role=observer",
    "standing=suspended",
    "certainty=possible",
    "kind=country",
    "kind=coalition",
  ],
  ...[
    "known=1",
    "known=2",
    "known=4",
    "lang=fr",
    "limit=1",
    "format=json",
    "format=ndjson",
    "on=2014-01-03",
    "x=1",
  ],
);
const anything = fc.record({
  path,
  on: fc.option(fc.constantFrom(...days), { freq: 8 }),
  onFirst: fc.boolean(),
  more: fc.array(parameter, { maxLength: 2, size: "xsmall" }),
  accept: fc.constantFrom(undefined, undefined, undefined, "application/json", "text/csv;q=0.5, */*;q=0.1"),
  encoding: fc.constantFrom(undefined, undefined, undefined, "br", "gzip"),
  has: fc.constantFrom("nothing", "nothing", "nothing", "the last", "several", "any"),
});
/** What differs in its day alone: a stretch of days is kept when the third of them is asked. */
const plainly = fc.record({
  path: fc.constantFrom("/v1/coalitions/alliance/members", "/v1/coalitions/union/members"),
  on: fc.constantFrom(...days),
  onFirst: fc.constant(true),
  more: fc.constant([]),
  accept: fc.constant(undefined),
  encoding: fc.constant(undefined),
  has: fc.constantFrom("nothing", "nothing", "the last"),
});
const asking = fc.oneof({ weight: 2, arbitrary: anything }, { weight: 1, arbitrary: plainly });
type Asking = typeof asking extends fc.Arbitrary<infer T> ? T : never;

function requestOf({ path, on, onFirst, more, accept, encoding, has }: Asking, lastTag: string) {
  const parts = on === null ? more : onFirst ? [`on=${on}`, ...more] : [...more, `on=${on}`];
  const tags = { nothing: undefined, "the last": lastTag, several: `"x", W/${lastTag}`, any: "*" };
  const headers = { accept, "accept-encoding": encoding, "if-none-match": tags[has as keyof typeof tags] };
  const sent = Object.entries(headers).filter(
    (header): header is [string, string] => header[1] !== undefined,
  );
  const url = parts.length === 0 ? path : `${path}?${parts.join("&")}`;
  return { url, headers: Object.fromEntries(sent) };
}

async function replyOf(app: FastifyInstance, request: ReturnType<typeof requestOf>) {
  const { statusCode, headers, rawPayload } = await app.inject({ method: "GET", ...request });
  const { "x-request-id": _id, date: _date, ...rest } = headers;
  return { status: statusCode, headers: rest, body: rawPayload.toString("latin1") };
}

function appOn(store: Store, keptBytes?: number): FastifyInstance {
  const settings = { ...SETTINGS, ...(keptBytes === undefined ? {} : { keptBytes }) };
  return buildApp({ store, clock: () => NOW, settings });
}

it("holds for ledgers and requests by chance", async () => {
  let [asked, ready, onOtherDays] = [0, 0, 0];
  const holds = fc.asyncProperty(
    script,
    fc.array(asking, { minLength: 25, maxLength: 40, size: "max" }),
    async (steps, all) => {
      const { store, close } = await openHere(() => NOW.getTime() - 86_400_000);
      const watched = watchedStore(store);
      const [kept, plain] = [appOn(watched.store), appOn(store, 0)];
      const oracle = new MemoryStore(() => NOW.getTime() - 86_400_000);
      const seen = new Set<string>();
      try {
        let lastTag = '"none"';
        for (const [at, command] of [FIRST, ...steps].entries()) {
          const written =
            command === FIRST ? FIRST : commandOf(command as (typeof steps)[number], oracle.state());
          await store.append(written);
          await oracle.append(written);
          // Asked once, an address is kept; on a second day, its days; then comes what this is about.
          const some = all.slice(at % 3, 25);
          for (const each of [...some, ...some.toReversed(), ...some]) {
            const request = requestOf(each, lastTag);
            const expected = await replyOf(plain, request);
            watched.asked();
            const reply = await replyOf(kept, request);
            const isReady = watched.asked().every((name) => name === "newest") && reply.status === 200;
            assert.deepStrictEqual(reply, expected, `${request.url} ${JSON.stringify(request.headers)}`);
            asked += 1;
            if (isReady) ready += 1;
            const key = `${at} ${JSON.stringify(request)}`;
            if (isReady && !seen.has(key)) onOtherDays += 1;
            seen.add(key);
            if (reply.status === 200) lastTag = String(reply.headers["etag"]);
          }
        }
      } finally {
        await kept.close();
        await plain.close();
        await close();
      }
    },
  );
  await fc.assert(holds, { numRuns: 6 });
  // The law has seen what it is about.
  expect([asked > 1_000, ready > 100, onOtherDays > 20]).toEqual([true, true, true]);
}, 120_000);
