/** Replies that are kept: sent again as they were, and never to whoever should have another. */
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, describe, expect, it } from "vitest";
import { buildApp, type HttpSettings } from "../../src/http/app.ts";
import { NOW, readPaths, SETTINGS, seededService } from "../support/http-service.ts";
import { watchedStore } from "../support/watched-store.ts";
import { writingService } from "../support/writing-service.ts";

const { store, document } = await seededService();
const watched = watchedStore(store);
let now = NOW;
const kept = app();
/** What every answer is held against. */
const plain = app({ keptBytes: 0 });

const ROSTER = "/v1/coalitions/nato/members";
type Headers = Readonly<Record<string, string>>;

function app(settings: Partial<HttpSettings> = {}): FastifyInstance {
  const built = buildApp({
    store: settings.keptBytes === 0 ? store : watched.store,
    clock: () => now,
    settings: { ...SETTINGS, ...settings },
  });
  afterAll(() => built.close());
  return built;
}

async function asked(
  of: FastifyInstance,
  url: string,
  headers: Headers = {},
  method: "GET" | "HEAD" = "GET",
) {
  watched.asked();
  const { statusCode, headers: all, rawPayload } = await of.inject({ method, url, headers });
  const { "x-request-id": id, date: _date, ...rest } = all;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const reply = { status: statusCode, headers: rest, body: rawPayload.toString("latin1") };
  return { reply, id, isReady: watched.asked().every((name) => name === "newest") };
}

/** Asks twice, and holds both replies against one that nothing is kept for. */
async function twice(url: string, headers: Headers = {}, method: "GET" | "HEAD" = "GET") {
  const expected = await asked(plain, url, headers, method);
  const [first, second] = [await asked(kept, url, headers, method), await asked(kept, url, headers, method)];
  expect(first.reply, url).toEqual(expected.reply);
  expect(second.reply, url).toEqual(expected.reply);
  expect(second.id).not.toBe(first.id);
  return { ...second, tag: String(second.reply.headers["etag"]) };
}

describe("a reply that is asked again", () => {
  const urls = readPaths(document).map(({ url }) => url);

  it.each(urls)("is the same in every header and byte: %s", async (url) => {
    await twice(url);
    await twice(url, {}, "HEAD");
    await twice(url, { origin: "https://example.org", "accept-encoding": "br, gzip" });
  });

  it.each([
    [ROSTER, {}],
    [`${ROSTER}?on=2020-01-01`, {}],
    [`${ROSTER}?on=2020-01-01`, { "accept-encoding": "gzip" }],
    [`${ROSTER}?on=2020-01-01`, { accept: "text/html, */*;q=0.1" }],
    ["/v1/coalitions?on=2020-01-01", {}],
    ["/v1/countries/SYR", {}],
    ["/v1/meta", {}],
  ])("is sent without asking the store more than the revision: %s %o", async (url, headers) => {
    expect((await twice(url, headers)).isReady).toBe(true);
    expect((await asked(kept, url, headers, "HEAD")).isReady).toBe(true);
  });

  it("is sent without asking the store at all where the request names day and state", async () => {
    await twice(`${ROSTER}?on=2020-01-01&known=5`);
    watched.asked();
    await kept.inject(`${ROSTER}?on=2020-01-01&known=5`);
    expect(watched.asked()).toEqual([]);
  });

  it("is asked anew where it was a problem, or a stream", async () => {
    for (const [url, status] of [
      ["/v1/coalitions/natoo/members", 404],
      [`${ROSTER}?on=2020-02-30`, 400],
      [`${ROSTER}?format=csv`, 200],
    ] as const) {
      const { reply, isReady } = await twice(url);
      expect([reply.status, isReady], url).toEqual([status, status === 400]);
    }
  });
});

describe("a roster on another day", () => {
  const on = (day: string, rest = "") => `${ROSTER}?on=${day}${rest}`;

  it("has a page more where it has one, on whatever day it was asked before", async () => {
    // Twelve founded it; of twenty-nine, nine are on a second page, and the headers say so.
    const areWhole: boolean[] = [];
    for (const day of ["1949-09-01", "2019-01-01", "1949-10-01"]) {
      const { reply } = await twice(on(day, "&limit=20"));
      areWhole.push(reply.headers["link"] === undefined);
    }
    expect(areWhole).toEqual([true, false, true]);
  });

  it("is the same whether its head was asked first", async () => {
    for (const [method, day] of [
      ["HEAD", "1961-01-01"],
      ["GET", "1961-01-01"],
      ["HEAD", "1993-01-01"],
      ["GET", "1993-01-01"],
    ] as const)
      await twice(on(day, "&certainty=any"), {}, method);
  });

  it("is ready in a stretch of days that was asked, and made of what is kept beyond", async () => {
    // Finland joined on 2023-04-04, Sweden on 2024-03-07.
    for (const day of ["2023-05-01", "2023-06-01"]) await twice(on(day));
    for (const day of ["2023-04-04", "2023-12-31", "2024-03-06"]) {
      expect((await asked(kept, on(day))).isReady, day).toBe(true);
      await twice(on(day));
    }
    const compressed = { "accept-encoding": "br" };
    for (const day of ["2023-04-03", "2024-03-07"]) {
      expect((await asked(kept, on(day), compressed)).isReady, day).toBe(false);
      expect((await asked(kept, on(day))).isReady, day).toBe(true);
      await twice(on(day));
    }
  });

  it("names its own day, in the body and in the tag", async () => {
    const [one, other] = [await twice(on("2021-01-01")), await twice(on("2021-01-02"))];
    expect(JSON.parse(other.reply.body)).toMatchObject({ on: "2021-01-02" });
    expect(other.tag).not.toBe(one.tag);
  });

  it.each([
    "&role=any",
    "&standing=suspended",
    "&kind=country",
    "&certainty=certain",
    "&lang=fr",
    "&limit=5",
  ])("is another for another question: %s", async (rest) => {
    for (const day of ["2019-01-01", "2019-02-01", "2019-03-01"]) {
      const [bare, asking] = [await twice(on(day)), await twice(on(day, rest))];
      expect(asking.tag).not.toBe(bare.tag);
    }
  });

  it("is a problem where it is no day, or two", async () => {
    for (const day of ["2021-03-01", "2021-03-02", "2021-02-29", "2021-3-01", "2021-03-01T00:00:00Z", ""]) {
      await twice(on(day));
    }
    for (const rest of ["&on=2021-03-01", "&on=2021-03-03", "&asof=2021-03-01"]) {
      for (const day of ["2021-03-01", "2021-03-02", "2021-03-03"]) {
        expect((await twice(on(day, rest))).reply.status).toBe(400);
      }
    }
  });
});

describe("spellings", () => {
  it.each([
    `${ROSTER}?role=any&on=2022-01-01`,
    `${ROSTER}?on=2022-01-01&role=any`,
    "/v1/coalitions/NATO/members?on=2022-01-01&role=any",
    "/v1/coalitions/n%61to/members?on=2022-01-01&role=any",
    `${ROSTER}?%6Fn=2022-01-01&role=any`,
    `${ROSTER}?on=2022%2D01-01&role=any`,
    `${ROSTER}?on=2022-01-01&&role=any`,
    `${ROSTER}?on=2022-01-01&role=any&`,
    `${ROSTER}?on=2022-01-01&role=any&role=any`,
    `${ROSTER}?on=2022-01-01&role=any&known=2026-01-01T00:00:00%2B01:00`,
    `${ROSTER}?on=2022-01-01&role=any&known=2026-01-01T00:00:00+01:00`,
    `${ROSTER}?ON=2022-01-01`,
    `${ROSTER}?role=any&on=2022-01-01#here`,
    `${ROSTER}/?on=2022-01-01`,
    `${ROSTER}?role=%ZZ&on=2022-01-01`,
    "/v1/coalitions?q=%3Fon=2022-01-01&on=2022-01-02",
    "/v1/coalitions?q=?on=2022-01-01",
  ])("are each answered as they are without anything kept: %s", async (url) => {
    await twice(url);
    const later = url.replace("2022-01-01", "2022-01-05");
    await twice(later);
    await twice(url.replace("2022-01-01", "2022-01-09"));
    await twice(url);
  });

  it.each([
    {},
    { accept: "text/csv" },
    { accept: "text/csv;q=0.5, application/json" },
    { accept: "text/csv;q=0.5, application/json;q=0.4" },
    { accept: "application/x-ndjson" },
    { accept: "text/html" },
    { accept: "*/*" },
    { "accept-encoding": "gzip" },
    { "accept-encoding": "br;q=0.5, gzip" },
    { "accept-encoding": "gzip;q=0, br;q=0" },
    { "accept-encoding": "identity" },
    { "accept-language": "fr" },
    { authorization: "Bearer acc_nothing" },
    { "if-none-match": '"another"' },
    { "if-none-match": "*" },
    { "if-none-match": "" },
  ])("of headers too: %o", async (headers) => {
    for (const url of [
      ROSTER,
      `${ROSTER}?on=2022-02-01`,
      `${ROSTER}?on=2022-02-02`,
      `${ROSTER}?format=json`,
    ]) {
      await twice(url, headers as Headers);
      await twice(url);
    }
  });

  it("tells a client what it has, by any spelling of its tag", async () => {
    for (const url of [
      ROSTER,
      `${ROSTER}?on=2018-01-01`,
      `${ROSTER}?on=2018-01-02`,
      `${ROSTER}?on=2018-01-03`,
    ]) {
      const { tag } = await twice(url);
      const packed = (await twice(url, { "accept-encoding": "br" })).tag;
      for (const header of [tag, `W/${tag}`, `"x", ${tag}`, `"x",W/${tag} , "y"`, "*"]) {
        expect((await twice(url, { "if-none-match": header })).reply, header).toMatchObject({
          status: 304,
          body: "",
        });
      }
      expect((await twice(url, { "if-none-match": packed })).reply.status).toBe(200);
      const both = { "if-none-match": packed, "accept-encoding": "br" };
      expect((await twice(url, both)).reply.status).toBe(304);
    }
  });

  it("answers a client that asks conditionally from the beginning, and others after it", async () => {
    const { tag } = await asked(plain, `${ROSTER}?on=2017-01-01`).then(({ reply }) => ({
      tag: reply.headers["etag"],
    }));
    const conditional = await twice(`${ROSTER}?on=2017-01-01`, { "if-none-match": String(tag) });
    expect([conditional.reply.status, conditional.isReady]).toEqual([304, true]);
    for (const day of ["2017-01-01", "2017-01-02", "2017-01-01"]) await twice(`${ROSTER}?on=${day}`);
    expect((await asked(kept, `${ROSTER}?on=2017-01-01`)).isReady).toBe(true);
  });
});

it("knows that it is tomorrow", async () => {
  const panel = "/v1/panel?coalitions=eu";
  const days = [];
  for (const instant of ["2026-12-31T23:59:59.999Z", "2027-01-01T00:00:00.000Z"]) {
    now = new Date(instant);
    for (const url of [ROSTER, "/v1/coalitions/nato", panel]) await twice(url);
    days.push(JSON.parse((await twice(ROSTER)).reply.body).on, (await twice(panel)).tag);
  }
  now = NOW;
  expect(days).toEqual(["2026-12-31", days[1], "2027-01-01", days[3]]);
  expect(days[3]).not.toBe(days[1]);
});

it("counts requests that are ready like any others", async () => {
  const counting = app({ rateLimit: 4 });
  const left = [];
  for (let count = 0; count < 5; count += 1) {
    const { statusCode, headers } = await counting.inject(ROSTER);
    left.push([statusCode, headers["x-ratelimit-remaining"], headers["x-content-type-options"]]);
  }
  const nosniff = "nosniff";
  expect(left).toEqual([
    ...["3", "2", "1", "0"].map((remaining) => [200, remaining, nosniff]),
    [429, "0", nosniff],
  ]);
});

it("sees an edit of the registry at once", async () => {
  const service = await writingService();
  const names = async () => {
    const { body } = await service.get(`${ROSTER}?on=2020-01-01`);
    return [body.coalition.name, body.items[0].party.name, body.known.revision];
  };
  const [, , revision] = await names();
  expect(await names()).toEqual([expect.any(String), "Albania", revision]);
  const edit = async (url: string, name: string) => {
    const { edited } = (await service.get(url)).body;
    const headers = { "if-match": `"${edited}"` };
    const type = "application/merge-patch+json";
    expect((await service.send(url, { method: "PATCH", type, headers, body: { name } })).status).toBe(200);
  };
  await edit("/v1/coalitions/nato", "The Alliance");
  expect(await names()).toEqual(["The Alliance", "Albania", revision + 1]);
  await edit("/v1/countries/ALB", "Shqipëria");
  expect(await names()).toEqual(["The Alliance", "Shqipëria", revision + 2]);
  const before = await service.get(`${ROSTER}?on=2020-01-01&known=${revision}`);
  expect(before.body.items[0].party.name).toBe("Albania");
});

it("keeps no more than there is room for", async () => {
  const small = app({ keptBytes: 1_000_000 });
  for (let year = 1950; year < 2026; year += 1) {
    for (const id of ["un", "nato", "eu"]) {
      const url = `/v1/coalitions/${id}/members?on=${year}-07-01`;
      expect((await asked(small, url)).reply).toEqual((await asked(plain, url)).reply);
    }
  }
});

describe("ahead of the framework, where nothing is logged", () => {
  const listening = async (of: FastifyInstance) => {
    await of.listen({ port: 0, host: "127.0.0.1" });
    const { port } = of.server.address() as AddressInfo;
    return (url: string, headers: Headers = {}, method = "GET") =>
      new Promise<{ status: number | undefined; id: unknown; headers: object; body: string }>(
        (resolve, reject) => {
          request({ port, host: "127.0.0.1", path: url, method, headers }, async (reply) => {
            const { "x-request-id": id, date: _date, ...rest } = reply.headers;
            const body = Buffer.concat(await reply.toArray()).toString("latin1");
            resolve({ status: reply.statusCode, id, headers: rest, body });
          })
            .on("error", reject)
            .end();
        },
      );
  };

  it("answers over a socket as without anything kept", async () => {
    const [quick, slow] = [await listening(app()), await listening(app({ keptBytes: 0 }))];
    const { tag } = await twice(`${ROSTER}?on=2016-01-01`);
    for (const [url, headers, method] of [
      [ROSTER, {}, "GET"],
      [`${ROSTER}?on=2016-01-01`, {}, "GET"],
      [`${ROSTER}?on=2016-01-02`, {}, "GET"],
      [`${ROSTER}?on=2016-01-03`, {}, "GET"],
      [`${ROSTER}?on=2016-01-03`, { "accept-encoding": "gzip" }, "GET"],
      [`${ROSTER}?on=2016-01-03`, {}, "HEAD"],
      [`${ROSTER}?on=2016-01-01`, { "if-none-match": tag }, "GET"],
      [`${ROSTER}?on=2016-02-30`, {}, "GET"],
      [`${ROSTER}?on=2016-01-03&x=1`, {}, "GET"],
      ["/v1/coalitions/natoo", {}, "GET"],
      [`${ROSTER}?format=csv`, {}, "GET"],
      [ROSTER, {}, "POST"],
      ["/healthz", {}, "GET"],
    ] as const) {
      const { id: _, ...expected } = await slow(url, headers, method);
      const ids = new Set<unknown>();
      for (let time = 0; time < 3; time += 1) {
        const { id, ...reply } = await quick(url, headers, method);
        expect(reply, url).toEqual(expected);
        ids.add(id);
      }
      expect(ids.size).toBe(3);
    }
  });

  it("ends connections when it closes", async () => {
    const closing = app();
    const ask = await listening(closing);
    for (let time = 0; time < 3; time += 1) await ask(ROSTER);
    await closing.close();
    await expect(ask(ROSTER)).rejects.toThrow(/ECONNREFUSED|hang up/);
  });
});
