/** Whatever is wrong with a request, the reply is a problem that says what would be right. */
import type { InjectOptions } from "fastify";
import { describe, expect, it } from "vitest";
import { PROBLEM_TYPES } from "../../src/http/problem.ts";
import type { Store } from "../../src/ledger/store.ts";
import { type Answer, readPaths, seededService, serviceOn } from "../support/http-service.ts";

const { ask, document, store } = await seededService();

/** Fails unless the reply is a problem with all its parts, whose type this service explains. */
function problem({ status, headers, body }: Answer) {
  expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(body.status).toBe(status);
  const known = PROBLEM_TYPES[body.type.replace("/problems/", "") as keyof typeof PROBLEM_TYPES];
  expect(body.title).toBe(known.title);
  expect(body.detail.length).toBeGreaterThan(10);
  expect(body.instance).toMatch(/^\//);
  for (const error of body.errors) {
    expect(error).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
  }
  return body;
}

const paths = readPaths(document);

describe("wrong parameters", () => {
  it.each([
    ["?asof=2020-01-01", "unknown-parameter", "asof", "on"],
    ["?as_of=2020-01-01", "unknown-parameter", "as_of", "on"],
    ["?date=2020-01-01", "unknown-parameter", "date", "on"],
    ["?knwon=3", "unknown-parameter", "knwon", "known"],
    ["?ROLE=member", "unknown-parameter", "ROLE", "role"],
    ["?on[]=2020-01-01", "unknown-parameter", "on[]", undefined],
    ["?__proto__=1", "unknown-parameter", "__proto__", undefined],
    ["?limit=5000", "out-of-range", "limit", undefined],
    ["?limit=0", "out-of-range", "limit", undefined],
    ["?limit=-1", "bad-number", "limit", undefined],
    ["?limit=1e2", "bad-number", "limit", undefined],
    ["?limit=0x10", "bad-number", "limit", undefined],
    ["?limit=%2010", "bad-number", "limit", undefined],
    ["?limit=", "bad-number", "limit", undefined],
    ["?on=2001-02-30", "bad-day", "on", undefined],
    ["?on=2025-11", "bad-day", "on", "2025-11-01"],
    ["?on=2025-11-12T00:00:00Z", "bad-day", "on", "2025-11-12"],
    ["?on=today", "bad-day", "on", undefined],
    ["?on=", "bad-day", "on", undefined],
    ["?on=2020-01-01&on=2021-01-01", "repeated-parameter", "on", undefined],
    ["?role=memebr", "unknown-value", "role", "member"],
    ["?role=MEMBER", "unknown-value", "role", "member"],
    ["?role=member,observer", "unknown-value", "role", undefined],
    ["?standing=suspnded", "unknown-value", "standing", "suspended"],
    ["?known=", "empty-value", "known", undefined],
    ["?known=0", "unknown-revision", "known", undefined],
    ["?known=999", "unknown-revision", "known", expect.stringMatching(/^\d+$/)],
    ["?known=2025", "bare-year", "known", "2025-12-31T23:59:59Z"],
    ["?known=2026", "bare-year", "known", "2026-11-22T12:00:00Z"],
    ["?known=2025-11-12", "bare-day", "known", "2025-11-12T23:59:59Z"],
    ["?known=2025-11-31T00:00:00Z", "bad-instant", "known", undefined],
    ["?known=2025-11-12T24:00:00Z", "bad-instant", "known", undefined],
    ["?known=2025-11-12T00:00:00", "bad-instant", "known", undefined],
    ["?known=2025-11-12T00:00:00+01:00", "bad-instant", "known", "2025-11-12T00:00:00%2B01:00"],
    ["?known=latest", "bad-instant", "known", undefined],
    ["?known=2026-11-22T12:00:00.001Z", "in-the-future", "known", undefined],
    ["?known=2025-10-31T23:59:59.999Z", "before-first-revision", "known", "2025-11-01T00:00:00.000Z"],
    ["?cursor=x", "invalid-cursor", "cursor", undefined],
    ["?cursor=WyJrZXkiLCIyMDI1LTExLTEyIiwyOCwxMDBd", "invalid-cursor", "cursor", undefined],
  ])("members%s: %s", async (query, code, parameter, suggestion) => {
    const reply = await ask(`/v1/coalitions/nato/members${query}`);
    expect(reply.status).toBe(400);
    expect(problem(reply).errors).toMatchObject([
      { code, parameter, ...(suggestion === undefined ? {} : { suggestion }) },
    ]);
  });

  it.each([
    ["/v1/countries?independent=yes", "unknown-value", "independent"],
    ["/v1/countries?region=Wstern%20Asia", "unknown-value", "region"],
    ["/v1/coalitions?q=", "empty-value", "q"],
    [`/v1/coalitions?q=${"a".repeat(201)}`, "too-long", "q"],
    ["/v1/memberships?coalition=natoo", "unknown-coalition", "coalition"],
    ["/v1/memberships?party=XYZZY", "unknown-party", "party"],
    ["/v1/memberships?on=2020-01-01&from=2019-01-01", "conflicting-parameters", "on"],
    ["/v1/memberships?from=2020-01-01&to=2020-01-01", "empty-interval", "to"],
    ["/v1/declarations?act=joins", "unknown-value", "act"],
    ["/v1/findings?kind=order", "unknown-value", "kind"],
    ["/v1/countries/FRA?language=fr", "unknown-parameter", "language"],
  ])("%s: %s", async (url, code, parameter) => {
    const reply = await ask(url);
    expect(reply.status).toBe(400);
    expect(problem(reply).errors).toMatchObject([{ code, parameter }]);
  });

  it("are told all at once", async () => {
    const reply = await ask("/v1/coalitions/nato/members?limit=5000&on=2001-02-30&role=memebr&x=1");
    expect(problem(reply).errors).toHaveLength(4);
  });

  it("have the nearest spelling and what is allowed beside them", async () => {
    const { errors } = problem(await ask("/v1/coalitions/nato/members?standing=activ"));
    expect(errors).toMatchObject([{ suggestion: "active", allowed: ["active", "suspended", "any"] }]);
  });

  it.each(paths)("are met by no other reply on $url", async ({ url }) => {
    const reply = await ask(`${url}?surely-not-there=1`);
    expect(reply.status).toBe(400);
    expect(problem(reply).errors[0]).toMatchObject({ code: "unknown-parameter" });
  });
});

describe("what is not there", () => {
  it.each([
    ["/v1/coalitions/natoo", "unknown-coalition", "nato"],
    ["/v1/coalitions/daesh/members", "unknown-coalition", "global-coalition-against-daesh"],
    ["/v1/coalitions/arab-leage/claims", "unknown-coalition", "arab-league"],
    ["/v1/countries/frnace", "unknown-country", "FRA"],
    ["/v1/countries/qqqqq", "unknown-country", undefined],
    ["/v1/countries/CS?on=2020-01-01", "unknown-country", undefined],
    ["/v1/countries/zzz/memberships", "unknown-country", undefined],
    ["/v1/parties/interpoll", "unknown-party", "interpol"],
    ["/v1/declarations/none", "unknown-declaration", undefined],
    ["/v1/revisions/999", "unknown-revision", undefined],
    ["/v1/revisions/01", "unknown-revision", undefined],
    ["/v1/revisions/2?known=1", "unknown-revision", undefined],
    ["/problems/invalid-parametre", "unknown-problem", "invalid-parameter"],
    ["/v1/nothing", "unknown-path", undefined],
    ["/v1/coalition", "unknown-path", "/v1/coalitions"],
    ["/v1/coalitions/nato/membrs", "unknown-path", "/v1/coalitions/nato/members"],
    ["/v1/coalitions/", "unknown-path", "/v1/coalitions"],
    ["/V1/Coalitions", "unknown-path", "/v1/coalitions"],
    ["//v1/coalitions", "unknown-path", "/v1/coalitions"],
    ["/docs/static/nothing.js", "unknown-path", undefined],
  ])("%s: %s", async (url, code, suggestion) => {
    const reply = await ask(url);
    expect(reply.status).toBe(404);
    const [error] = problem(reply).errors;
    expect(error.code).toBe(code);
    expect(error.suggestion).toBe(suggestion);
    if (code === "unknown-path") expect(error.detail).toContain("/v1 ");
  });
});

describe("a method that a path lacks", () => {
  it.each(
    paths.flatMap(({ url, methods }) =>
      (["POST", "PUT", "PATCH", "DELETE"] as const)
        .filter((method) => !methods.includes(method))
        .map((method) => [method, url, [...methods, "OPTIONS"]] as const),
    ),
  )("%s %s", async (method, url, allowed) => {
    const options: InjectOptions = { method, payload: "{", headers: { "content-type": "application/json" } };
    const reply = await ask(url, options);
    expect(reply.status).toBe(405);
    expect(reply.headers["allow"]).toBe(allowed.join(", "));
    expect(problem(reply).errors).toMatchObject([{ allowed }]);
  });

  it("is not blamed on the body", async () => {
    const headers = { "content-type": "text/nonsense" };
    const payload = "x".repeat(100_000);
    const reply = await ask("/v1/revisions", { method: "POST", payload, headers });
    expect(problem(reply).status).toBe(405);
  });

  it("is a path that is not there where no method is taken", async () => {
    expect((await ask("/v1/nothing", { method: "POST", payload: {} })).status).toBe(404);
  });
});

describe("requests that cannot be read", () => {
  it.each(["/v1/coalitions/%zz", "/v1/%E0%A4%A", "/v1/coalitions?q=%zz", "/v1/coalitions?%ff=1"])(
    "%s has a malformed percent-encoding",
    async (url) => {
      const reply = await ask(url);
      expect(reply.status).toBe(400);
      expect(problem(reply).errors).toMatchObject([{ code: "bad-percent-encoding" }]);
      expect(reply.headers["access-control-allow-origin"]).toBe("*");
    },
  );

  it("refuses an id longer than any", async () => {
    expect(problem(await ask(`/v1/coalitions/${"a".repeat(300)}`)).status).toBe(414);
  });

  it("refuses what the client will not take", async () => {
    const reply = await ask("/v1/coalitions", { headers: { accept: "text/html, application/json;q=0" } });
    expect(reply.status).toBe(406);
    expect(problem(reply).errors).toMatchObject([
      { allowed: ["application/json", "text/csv", "application/x-ndjson"] },
    ]);
  });

  it.each([undefined, "*/*", "application/*;q=0.1", "text/html, */*;q=0.8", "application/json"])(
    "answers who accepts %s",
    async (accept) => {
      const headers = accept === undefined ? {} : { accept };
      expect((await ask("/v1/coalitions", { headers })).status).toBe(200);
    },
  );
});

describe("faults of the service", () => {
  const broken = new Proxy(store, {
    get: () => () => Promise.reject(new Error("SQLITE_CORRUPT: /secret/place.sqlite")),
  }) as Store;

  it("carry nothing of the inside", async () => {
    const service = await serviceOn(broken);
    const reply = await service.ask("/v1/coalitions");
    expect(reply.status).toBe(500);
    expect(problem(reply).type).toBe("/problems/internal-error");
    expect(reply.text).not.toMatch(/SQLITE|secret|Error:/);
  });

  it("make it not ready, and leave it alive", async () => {
    const service = await serviceOn(broken);
    const reply = await service.ask("/readyz");
    expect(reply.status).toBe(503);
    expect(reply.headers["retry-after"]).toBe("5");
    expect(problem(reply).type).toBe("/problems/not-ready");
    expect((await service.ask("/healthz")).body).toEqual({ status: "ok" });
  });
});

describe("the pages that explain problems", () => {
  it("has one for each type, and lists them", async () => {
    const { items } = (await ask("/problems")).body;
    expect(items).toHaveLength(Object.keys(PROBLEM_TYPES).length);
    for (const item of items) expect((await ask(item.type)).body).toEqual(item);
  });
});
