/** The explorer is handed out as it was built: its pages and files, and nothing for any other path. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/http/app.ts";
import { EXPLORER_PATHS, isBuilt } from "../../src/http/explorer.ts";
import { emptyService, NOW, SETTINGS } from "../support/http-service.ts";

const { store } = await emptyService();
const PAGE = '<!doctype html><script type="module" src="/assets/index-a1.js"></script>';
const CODE = "export {};".repeat(300);

function built(page: string): string {
  const folder = mkdtempSync(join(tmpdir(), "accession-explorer-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "assets/index-a1.js"), CODE);
  writeFileSync(join(folder, "assets/index-a1.js.br"), brotliCompressSync(CODE));
  writeFileSync(join(folder, "assets/index-a1.js.gz"), gzipSync(CODE));
  return folder;
}

function appWith(explorer: string | null): FastifyInstance {
  const app = buildApp({ store, clock: () => NOW, settings: { ...SETTINGS, explorer } });
  afterAll(() => app.close());
  return app;
}

const app = appWith(built(PAGE));
const pages = EXPLORER_PATHS.map((path) => path.replace(":id", "nato"));

describe("a page", () => {
  it.each([...pages, "/?on=2020-01-01&anything=1", "/parties/c%C3%B4te"])(
    "%s is the document",
    async (url) => {
      const reply = await app.inject(url);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toBe(PAGE);
      expect(reply.headers).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-cache",
      });
    },
  );

  it("lets in nothing from elsewhere and nothing inline", async () => {
    const { headers } = await app.inject("/");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
  });

  it("is not sent again to who has it, and is after it changed", async () => {
    const etag = String((await app.inject("/compare")).headers["etag"]);
    expect(etag).toMatch(/^"[\w-]+"$/);
    const headers = { "if-none-match": etag };
    const again = await app.inject({ url: "/compare", headers });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const next = appWith(built(PAGE.replace("a1", "b2")));
    expect((await next.inject({ url: "/compare", headers })).statusCode).toBe(200);
  });

  it.each([
    ["application/json", 302],
    ["application/json, text/html;q=0.5", 302],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 200],
    ["*/*", 200],
  ])("at / answers %s with %i", async (accept, status) => {
    const reply = await app.inject({ url: "/", headers: { accept } });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers["vary"]).toContain("Accept");
    if (status === 302) expect(reply.headers["location"]).toBe("/v1");
  });

  it.each(pages)("%s takes GET and HEAD, and says so", async (url) => {
    const head = await app.inject({ method: "HEAD", url });
    expect([head.statusCode, head.body]).toEqual([200, ""]);
    const reply = await app.inject({ method: "POST", url });
    expect(reply.statusCode).toBe(405);
    expect(reply.headers["allow"]).toBe("GET, HEAD, OPTIONS");
    expect(reply.headers["content-type"]).toContain("application/problem+json");
  });

  it.each([
    "/coalitions",
    "/coalitions/",
    "/coalitions/nato/members",
    "/parties/",
    "/index.html",
    "/nothing",
  ])("is not at %s", async (url) => {
    const reply = await app.inject(url);
    expect(reply.statusCode).toBe(404);
    expect(reply.json()).toMatchObject({ errors: [{ code: "unknown-path" }] });
  });
});

describe("a path without a page", () => {
  const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  it.each(["/nothing", "/coalitions/", "/coalitions/nato/members", "/index.html?on=2020-01-01"])(
    "%s is told to readers by the explorer",
    async (url) => {
      for (const method of ["GET", "HEAD"] as const) {
        const reply = await app.inject({ method, url, headers: { accept: BROWSER } });
        expect(reply.statusCode).toBe(404);
        expect(reply.body).toBe(method === "GET" ? PAGE : "");
        expect(reply.headers["content-type"]).toContain("text/html");
        expect(reply.headers["vary"]).toContain("Accept");
        expect(reply.headers["etag"]).toBeUndefined();
        expect(reply.headers["content-security-policy"]).toContain("default-src 'none'");
      }
    },
  );

  it.each([
    ["/nothing", "GET", "*/*"],
    ["/nothing", "GET", "application/json"],
    ["/nothing", "POST", BROWSER],
    ["/v1/nothing", "GET", BROWSER],
    ["/v1", "PUT", BROWSER],
  ] as const)("%s stays a problem to %s for %s", async (url, method, accept) => {
    const reply = await app.inject({ method, url, headers: { accept } });
    expect(reply.headers["content-type"]).toContain("application/problem+json");
  });
});

describe("a file", () => {
  const url = "/assets/index-a1.js";

  it("may be kept for ever, since its name changes with it", async () => {
    const { headers, body } = await app.inject(url);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-type"]).toContain("javascript");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body).toBe(CODE);
  });

  it("comes compressed to who takes that", async () => {
    const reply = await app.inject({ url, headers: { "accept-encoding": "gzip, deflate, br" } });
    expect(reply.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
    expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(CODE);
    const other = await app.inject({ url, headers: { "accept-encoding": "gzip" } });
    expect(other.headers["content-encoding"]).toBe("gzip");
  });

  it.each([
    "/assets/index-b2.js",
    "/assets/",
    "/assets",
    "/assets/index-a1.js.br",
    "/assets/..%2findex.html",
  ])("is not at %s", async (path) => {
    const reply = await app.inject(path);
    expect(reply.statusCode).toBe(404);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
  });

  it("takes no other method", async () => {
    const reply = await app.inject({ method: "DELETE", url });
    expect([reply.statusCode, reply.headers["allow"]]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("an explorer that was not built", () => {
  it("leaves the documentation where one begins", async () => {
    const { statusCode, headers } = await appWith(null).inject("/");
    expect([statusCode, headers["location"]]).toEqual([302, "/docs"]);
    expect((await appWith(null).inject("/compare")).statusCode).toBe(404);
  });

  it("is seen not to be there", () => {
    const folder = built(PAGE);
    expect(isBuilt(folder)).toBe(true);
    rmSync(join(folder, "index.html"));
    expect(isBuilt(folder)).toBe(false);
  });
});
