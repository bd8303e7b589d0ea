/**
 * A reply that is sent again is the one that would be made anew: held against the same question asked in words that
 * were never used before, which nothing kept can answer.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plusDays } from "../../src/domain/day.ts";
import { buildApp } from "../../src/http/app.ts";
import type { Store } from "../../src/ledger/store.ts";
import { seedEmpty, theSeed } from "../../src/seeding.ts";
import { NOW, SETTINGS } from "../support/http-service.ts";
import { temporaryStore } from "../support/temporary-database.ts";

type App = ReturnType<typeof buildApp>;

const COALITIONS = ["un", "nato", "eu", "brics", "arab-league", "opec", "icc", "g7", "au"];
const QUERIES = ["", "&role=any", "&standing=suspended", "&certainty=possible", "&kind=country", "&lang=fr"];
const PATH = "/v1/coalitions/nato/members";

let store: Store;
let app: App;
let close: () => unknown;
let now = NOW;
/** How often the store was asked for more than which revision is the newest. */
let asked = 0;
let words = 0;

beforeAll(async () => {
  const temporary = await temporaryStore(() => NOW);
  close = temporary.close;
  store = temporary.store;
  await seedEmpty(store, theSeed, NOW);
  const counting = new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (name !== "newest") asked += 1;
        return Reflect.apply(value, target, given);
      };
    },
  });
  app = buildApp({ store: counting, clock: () => now, settings: SETTINGS });
}, 60_000);
afterAll(async () => {
  await app.close();
  await close();
});

async function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method: "GET" | "HEAD" = "GET",
) {
  const before = asked;
  const reply = await app.inject({ method, url, headers });
  const { "x-request-id": _id, date: _date, connection: _connection, ...rest } = reply.headers;
  return {
    status: reply.statusCode,
    headers: rest,
    body: reply.rawPayload.toString("base64"),
    cost: asked - before,
  };
}

/** The same question in words that nobody used yet. */
function anew(url: string, headers: Readonly<Record<string, string>> = {}, method: "GET" | "HEAD" = "GET") {
  words += 1;
  return ask(url, { ...headers, accept: `application/json, x/never-${words}` }, method);
}

async function expectSame(url: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const { cost: _cost, ...kept } = await ask(url, headers);
  const { cost: dear, ...made } = await anew(url, headers);
  expect(kept).toEqual(made);
  if (made.status === 200) expect(dear).toBeGreaterThan(0);
}

describe("a roster", () => {
  it("on any day is the one that is made anew, whatever was asked before", async () => {
    const days = await Promise.all(
      COALITIONS.map(async (id) =>
        (await store.spells({ known: (await store.newest())?.number ?? 0, coalitions: [id] }))
          .flatMap(({ from, to }) => [
            from.earliest,
            from.latest,
            ...(to === null ? [] : [to.earliest, to.latest]),
          ])
          .filter((day) => /^[12]\d{3}-/.test(day)),
      ),
    );
    const question = fc
      .tuple(fc.nat(COALITIONS.length - 1), fc.constantFrom(...QUERIES), fc.nat(), fc.constantFrom(-1, 0, 1))
      .map(([index, query, at, step]) => {
        const edge = days[index]?.[at % (days[index]?.length ?? 1)] ?? "2000-01-01";
        return `/v1/coalitions/${COALITIONS[index]}/members?on=${plusDays(edge, step)}${query}`;
      });
    await fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 5, maxLength: 30 }), async (urls) => {
        for (const url of urls) {
          const { cost: _kept, ...kept } = await ask(url);
          const { cost: _made, ...made } = await anew(url);
          expect(kept).toEqual(made);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("is ready for every day of a stretch once two of them were asked", async () => {
    // Words that no other test uses, so that nothing is kept yet.
    const on = (day: string) => `${PATH}?limit=999&on=${day}`;
    for (const day of ["1990-10-03", "1990-11-01"]) await ask(on(day));
    for (const day of ["1990-10-04", "1995-05-05", "1999-03-11"]) {
      expect((await ask(on(day))).cost).toBe(0);
      await expectSame(on(day));
    }
    expect((await ask(on("1999-03-12"))).cost).toBeGreaterThan(0);
    await expectSame(on("1999-03-12"));
  });
});

describe("what is kept", () => {
  it.each([
    ["compressed", { "accept-encoding": "gzip" }],
    ["compressed by another coding", { "accept-encoding": "gzip;q=0.5, br" }],
    ["plain", { "accept-encoding": "identity" }],
    ["plain where nothing is said", {}],
  ])("is kept %s by itself", async (_name, headers) => {
    const url = `${PATH}?on=2020-05-05`;
    await ask(url, headers);
    expect((await ask(url, headers)).cost).toBe(0);
    await expectSame(url, headers);
  });

  it("tells who has it, and only those", async () => {
    const url = `${PATH}?on=2021-05-05`;
    const { headers } = await ask(url);
    const has = (tags: string) => ask(url, { "if-none-match": tags });
    const tag = String(headers.etag);
    for (const tags of [tag, `W/${tag}`, `"other", ${tag}`]) {
      expect(await has(tags)).toMatchObject({ status: 304, body: "", cost: 0 });
      await expectSame(url, { "if-none-match": tags });
    }
    expect(await has('"other"')).toMatchObject({ status: 200, cost: 0 });
    const nextDay = await ask(`${PATH}?on=2021-05-06`, { "if-none-match": tag });
    expect(nextDay.status).toBe(200);
  });

  it("has no body for HEAD, and one for GET, whichever came first", async () => {
    for (const [url, first] of [
      [`${PATH}?on=2018-01-01`, "HEAD"],
      [`${PATH}?on=2018-02-01`, "GET"],
    ] as const) {
      await ask(url, {}, first);
      const [head, get] = [await ask(url, {}, "HEAD"), await ask(url)];
      expect([head.body, get.status, head.headers]).toEqual(["", 200, get.headers]);
      const { cost: _cost, ...made } = await anew(url, {}, "HEAD");
      expect(head).toMatchObject(made);
      await expectSame(url);
    }
  });

  it("answers no request that is refused, however near it comes", async () => {
    for (const day of ["2015-01-01", "2015-02-01", "2015-03-01"]) await ask(`${PATH}?on=${day}`);
    for (const query of [
      "on=2015-01-01&on=2015-02-01",
      "on=2015-02-30",
      "on=2015-01-01&asof=2015-01-01",
      "on=2015-1-1",
      "on=2015-01-01%20",
      "on=",
      "on[]=2015-01-01",
      "on=2015-01-01&limit=0",
      "on=2015-01-01&known=2024",
    ]) {
      expect((await ask(`${PATH}?${query}`)).status).toBe(400);
    }
    expect((await ask(`${PATH}?on=2015-01-01`, { accept: "image/png" })).status).toBe(406);
    expect((await app.inject({ method: "DELETE", url: `${PATH}?on=2015-01-01` })).statusCode).toBe(405);
  });

  it("is the same in every spelling and order that means the same", async () => {
    const [known, day] = ["known=5", "on=2016-06-06"];
    const urls = [
      `${PATH}?${day}&${known}&role=any`,
      `${PATH}?role=any&${known}&${day}`,
      `/v1/coalitions/NATO/members?${known}&${day}&role=any`,
      `/v1/coalitions/%6eato/members?${day}&role=any&${known}`,
      `${PATH}?%6fn=2016-06-06&${known}&role=any`,
    ];
    for (const url of [...urls, ...urls, ...urls]) await expectSame(url);
    const bodies = await Promise.all(urls.map(async (url) => (await ask(url)).body));
    expect(new Set(bodies).size).toBe(1);
  });

  it("is right until midnight where today is meant", async () => {
    const days: unknown[] = [];
    for (const time of ["2026-11-22T23:59:59.999Z", "2026-11-23T00:00:00.000Z"]) {
      now = new Date(time);
      for (let times = 0; times < 3; times += 1) await expectSame(PATH);
      const { items: _items, ...beside } = (await app.inject(PATH)).json();
      days.push(beside.on);
    }
    now = NOW;
    expect(days).toEqual(["2026-11-22", "2026-11-23"]);
  });

  it("is right until something is written, and at a past state for ever", async () => {
    const revision = (await store.newest())?.number ?? 0;
    const [url, past] = [`${PATH}?on=2022-02-02`, `${PATH}?on=2022-02-02&known=${revision}`];
    for (const each of [url, url, past, past]) await ask(each);
    const before = await ask(past);
    const registry = await store.registry(revision);
    const nato = registry.coalition("nato");
    if (nato === null) throw new Error("NATO is in the seed.");
    const { edited: _edited, ...coalition } = nato;
    const renamed = { ...coalition, name: "Renamed" };
    const frame = { author: "ann", message: "", findings: "refuse", dryRun: false, imported: false } as const;
    const outcome = await store.append({ ...frame, entries: [{ kind: "coalition", coalition: renamed }] });
    expect(outcome.taken).toBe(true);
    expect(Buffer.from((await ask(url)).body, "base64").toString()).toContain('"Renamed"');
    await expectSame(url);
    expect(await ask(past)).toEqual(before);
  });
});
