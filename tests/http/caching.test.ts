/** ETag and 304, HEAD, CORS and the other headers of a reply. */
import { describe, expect, it } from "vitest";
import { NOW, readPaths, seededService, serviceOn } from "../support/http-service.ts";

const { ask, store, document } = await seededService();
const MEMBERS = "/v1/coalitions/nato/members";

async function tagOf(url: string): Promise<string> {
  const { status, headers } = await ask(url);
  expect(status).toBe(200);
  return headers["etag"] as string;
}

describe("the ETag", () => {
  it("is strong, and stays the same while nothing is written", async () => {
    const tag = await tagOf(`${MEMBERS}?on=2020-01-01`);
    expect(tag).toMatch(/^"[\w-]+"$/);
    expect(await tagOf(`${MEMBERS}?on=2020-01-01`)).toBe(tag);
  });

  it.each([
    "?on=2020-01-02",
    "?on=2020-01-01&known=1",
    "?on=2020-01-01&role=any",
    "?on=2020-01-01&limit=5",
    "",
  ])("is another for another question: %s", async (query) => {
    expect(await tagOf(`${MEMBERS}${query}`)).not.toBe(await tagOf(`${MEMBERS}?on=2020-01-01`));
  });

  it("does not mind the order of the parameters", async () => {
    expect(await tagOf(`${MEMBERS}?role=any&on=2020-01-01`)).toBe(
      await tagOf(`${MEMBERS}?on=2020-01-01&role=any`),
    );
  });

  it("is another as soon as something is written", async () => {
    const before = await tagOf(MEMBERS);
    const outcome = await store.append({
      author: "test",
      message: "A new party",
      entries: [
        {
          kind: "party",
          party: {
            id: "x-new",
            kind: "other",
            name: "New",
            names: {},
            aliases: [],
            note: null,
            retired: false,
          },
        },
      ],
      findings: "refuse",
      dryRun: false,
      imported: false,
    });
    expect(outcome.taken).toBe(true);
    expect(await tagOf(MEMBERS)).not.toBe(before);
  });
});

describe("If-None-Match", () => {
  it.each([(tag: string) => tag, (tag: string) => `"other", W/${tag}`])(
    "is answered with 304",
    async (header) => {
      const tag = await tagOf(MEMBERS);
      const reply = await ask(MEMBERS, { headers: { "if-none-match": header(tag) } });
      expect([reply.status, reply.text]).toEqual([304, ""]);
      expect(reply.headers).toMatchObject({
        etag: tag,
        vary: "Accept, Accept-Encoding",
        "cache-control": "no-cache",
      });
    },
  );

  it("is answered whole where the tag is old", async () => {
    expect((await ask(MEMBERS, { headers: { "if-none-match": '"old"' } })).status).toBe(200);
  });

  it("asks nothing but the revision", async () => {
    const asked: string[] = [];
    const watched = new Proxy(store, {
      get: (target, name) => {
        asked.push(String(name));
        const member = Reflect.get(target, name);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
    const service = await serviceOn(watched);
    const { headers } = await service.ask(MEMBERS);
    expect(asked).toContain("spells");
    asked.length = 0;
    const reply = await service.ask(MEMBERS, { headers: { "if-none-match": headers["etag"] as string } });
    expect([reply.status, asked]).toEqual([304, ["newest"]]);
  });
});

describe("Cache-Control", () => {
  it.each([
    ["?on=2020-01-01&known=1", "public, max-age=31536000, immutable"],
    ["?on=2020-01-01&known=2026-01-01T00:00:00Z", "public, max-age=31536000, immutable"],
    ["?on=2020-01-01", "no-cache"],
    ["?known=1", "no-cache"],
    ["", "no-cache"],
    // What is being written at this instant may still be recorded under it.
    [`?on=2020-01-01&known=${NOW.toISOString()}`, "no-cache"],
  ])("is long only where both day and state are pinned: %s", async (query, expected) => {
    expect((await ask(`${MEMBERS}${query}`)).headers["cache-control"]).toBe(expected);
  });

  it("keeps problems out of caches", async () => {
    expect((await ask(`${MEMBERS}?x=1`)).headers["cache-control"]).toBe("no-store");
  });
});

describe("every path", () => {
  const paths = readPaths(document).map(
    ({ url, methods }) => [url, [...methods, "OPTIONS"].join(", ")] as const,
  );

  it.each(paths)("answers HEAD on %s as GET, without the body", async (url) => {
    const [get, head] = [await ask(url), await ask(url, { method: "HEAD" })];
    expect([head.status, head.text]).toEqual([get.status, ""]);
    for (const name of ["content-type", "content-length", "etag", "vary"]) {
      expect(head.headers[name], name).toEqual(get.headers[name]);
    }
  });

  it.each(paths)("answers a page of another origin on %s", async (url) => {
    const { headers } = await ask(url, { headers: { origin: "https://example.org" } });
    expect(headers["access-control-allow-origin"]).toBe("*");
    for (const name of ["Link", "ETag", "Retry-After", "X-Request-Id"]) {
      expect(headers["access-control-expose-headers"]).toContain(name);
    }
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(paths)("tells OPTIONS what %s takes", async (url, methods) => {
    const headers = { origin: "https://example.org", "access-control-request-method": "GET" };
    for (const asked of [headers, {}]) {
      const reply = await ask(url, { method: "OPTIONS", headers: asked });
      expect([reply.status, reply.headers["allow"]]).toEqual([204, methods]);
    }
  });
});
