/** The client against the service that ships, over a socket: what it asks for is answered, what is wrong is thrown. */
import { describe, expect, it } from "vitest";
import { type ClientOptions, createClient, ProblemError, type Reply } from "../../src/client/client.ts";
import { writingService } from "../support/writing-service.ts";

const { app, key } = await writingService();
const baseUrl = await app.listen({ host: "127.0.0.1", port: 0 });
const asked: string[] = [];
const api = clientWith({});

function clientWith(options: ClientOptions) {
  return createClient({
    baseUrl,
    fetch: (request) => {
      asked.push(request.url.slice(baseUrl.length));
      return fetch(request);
    },
    ...options,
  });
}

/** A client whose every request is answered so. */
const answeredWith = (body: string, init: ResponseInit) =>
  createClient({ baseUrl, fetch: async () => new Response(body, init) });

async function thrown(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("asking", () => {
  const path = { id: "global-coalition-against-daesh" };
  const roster = async (on: string, known?: string | number): Promise<Reply<"listMembers">> =>
    (await api.GET("/v1/coalitions/{id}/members", { params: { path, query: { on, known } } })).data;

  it("gives the roster of a day, as it is known", async () => {
    const newest = await roster("2025-11-12");
    expect(newest.counts).toMatchObject({ certain: 90, possible: 0 });
    expect(newest.items.find(({ party }) => party.id === "SYR")?.ordinal).toEqual({
      earliest: 90,
      latest: 90,
    });
    expect((await roster("2025-11-12", "2025-11-10T23:59:59Z")).counts?.certain).toBe(89);
  });

  it("takes a revision as the number that a reply gives", async () => {
    const { known } = await roster("2025-11-12", "2025-11-10T23:59:59Z");
    expect(await roster("2025-11-12", known?.revision)).toMatchObject({ known, counts: { certain: 89 } });
  });

  it("sends no parameter that is undefined", async () => {
    asked.length = 0;
    await roster("2025-11-12");
    expect(asked).toEqual(["/v1/coalitions/global-coalition-against-daesh/members?on=2025-11-12"]);
  });

  it("reads a table as text", async () => {
    const query = { memberOf: "nato", notMemberOf: "eu", on: "2024-12-31", format: "csv" } as const;
    const { data } = await api.GET("/v1/countries", { params: { query }, parseAs: "text" });
    expect(data.split("\r\n")[1]).toMatch(/^certain,ALB,/);
  });

  it("sends a table as it is", async () => {
    const { data } = await api.POST("/v1/lookup", {
      body: "party,day,coalition\nUK,2019-12-31,EU\n",
      headers: { "Content-Type": "text/csv" },
      parseAs: "text",
    });
    expect(data).toContain("UK,2019-12-31,EU,found,GBR,eu,1,0,member");
  });

  it("stops when it is told to", async () => {
    const error = await thrown(api.GET("/v1/meta", { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
  });
});

describe("a problem", () => {
  it("is thrown with all that the service says", async () => {
    const error = await thrown(
      api.GET("/v1/coalitions/{id}/members", {
        params: { path: { id: "natoo" }, query: { on: "2020-01-01" } },
      }),
    );
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      name: "ProblemError",
      message: 'There is no coalition "natoo": did you mean "nato"?',
      status: 404,
      problem: { type: "/problems/not-found", status: 404 },
      errors: [{ code: "unknown-coalition", parameter: "id" }],
    });
    expect((error as ProblemError).response.headers.get("x-request-id")).not.toBeNull();
  });

  it.each([
    ["a proxy's page", "<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }, "Bad Gateway"],
    ["nothing at all", "", { status: 503 }, "Status 503"],
  ])("is made of %s, when it is not the service that answers", async (_what, body, init, title) => {
    const error = await thrown(answeredWith(body, init).GET("/v1/meta"));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      message: body === "" ? title : body,
      status: init.status,
      problem: { type: "about:blank", title, status: init.status },
      errors: [],
    });
  });

  it("is none where nobody answers", async () => {
    const error = await thrown(createClient({ baseUrl: "http://127.0.0.1:1" }).GET("/v1/meta"));
    expect(error).toBeInstanceOf(TypeError);
  });
});

describe("the items of a list", () => {
  it("come page after page, each once, as many as there are", async () => {
    const { data } = await api.GET("/v1/coalitions", { params: { query: { on: "2025-01-01" } } });
    asked.length = 0;
    const ids: string[] = [];
    for await (const { id } of api.items("/v1/coalitions", {
      params: { query: { on: "2025-01-01", limit: 2 } },
    })) {
      ids.push(id);
    }
    expect(ids).toEqual(data.items.map(({ id }) => id));
    expect(asked).toHaveLength(Math.ceil(data.total / 2));
    expect(new Set(asked.map((url) => new URL(url, baseUrl).searchParams.get("on")))).toEqual(
      new Set(["2025-01-01"]),
    );
  });

  it("come with path parameters too, and are asked for no further than they are read", async () => {
    asked.length = 0;
    const claims = api.items("/v1/coalitions/{id}/claims", {
      params: { path: { id: "nato" }, query: { limit: 2 } },
    });
    expect((await claims.next()).value).toMatchObject({ verdict: expect.any(String) });
    await claims.return();
    expect(asked).toHaveLength(1);
  });

  it("are those of the first page's state of the ledger, also when somebody writes in between", async () => {
    const before = (await api.GET("/v1/revisions")).data;
    const seen: number[] = [];
    for await (const { revision } of api.items("/v1/revisions", { params: { query: { limit: 2 } } })) {
      seen.push(revision);
      if (seen.length === 1) await declare(`between/${before.total}`);
    }
    expect(seen).toEqual(before.items.map(({ revision }) => revision));
    expect((await api.GET("/v1/revisions")).data.total).toBe(before.total + 1);
  });
});

describe("writing", () => {
  it("declares with a key", async () => {
    const { data, response } = await declare("key/1");
    expect(response.status).toBe(201);
    expect(data).toMatchObject({ created: 1, unchanged: 0 });
    const id = data.declarations[0]?.id ?? "";
    const { data: stored } = await api.GET("/v1/declarations/{id}", { params: { path: { id } } });
    expect(stored).toMatchObject({ act: "join", state: "in-force" });
  });

  it("edits an entry on the state that was read", async () => {
    const path = { id: "nato" };
    const { edited } = (await api.GET("/v1/coalitions/{id}", { params: { path } })).data;
    const edit = (state: number) =>
      clientWith({ key }).PATCH("/v1/coalitions/{id}", {
        params: { path, header: { "if-match": `"${state}"` } },
        body: { website: "https://example.org/" },
      });
    expect((await edit(edited)).data).toMatchObject({ entry: { id: "nato" }, superseded: 1 });
    expect(await thrown(edit(edited))).toMatchObject({ status: 412 });
  });

  it("is refused without one", async () => {
    const error = await thrown(declare("key/2", {}));
    expect(error).toMatchObject({ status: 401 });
  });
});

function declare(ref: string, options: ClientOptions = { key }) {
  const title = `Letter ${ref}`;
  const body = { ref, coalition: "artemis-accords", act: "join", effective: "2026-11-20" } as const;
  const query = { findings: "accept" } as const;
  return clientWith(options).POST("/v1/declarations", {
    params: { query },
    body: { ...body, party: ref === "key/1" ? "CUB" : "PRK", sources: [{ title, publisher: "Example" }] },
  });
}
