/** The registry and the claims by HTTP: entered, edited on what was seen, taken back; each a revision. */
import { beforeAll, describe, expect, it } from "vitest";
import { type WritingTestService, writingService } from "../support/writing-service.ts";

let service: WritingTestService;
beforeAll(async () => {
  service = await writingService();
});

const PATCH = { method: "PATCH", type: "application/merge-patch+json" } as const;

function ifMatch(edited: number): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { "if-match": `"${edited}"` } };
}

describe("an entry of the registry", () => {
  it("is entered once, found where Location says, and edited by merge patch", async () => {
    const { send, get } = service;
    const entry = {
      id: "example-union",
      kind: "union",
      name: "Example Union",
      names: { fr: "Union exemple", de: "Beispielunion" },
      founded: "1958-01",
    };
    const entered = await send("/v1/coalitions", { body: entry });
    expect(entered.status).toBe(201);
    expect(entered.headers["location"]).toBe("/v1/coalitions/example-union");
    const { edited } = entered.body.entry;
    expect(edited).toBe(entered.body.revision);
    const again = await send("/v1/coalitions", { body: entry });
    expect([again.status, again.body.type]).toEqual([409, "/problems/already-there"]);

    const patch = { names: { de: null }, shortName: "EU-x", founded: "1958", note: null };
    const without = await send("/v1/coalitions/example-union", { ...PATCH, body: patch });
    expect([without.status, without.body.errors[0].suggestion]).toEqual([428, `"${edited}"`]);
    const old = await send("/v1/coalitions/example-union", { ...PATCH, ...ifMatch(edited - 1), body: patch });
    expect(old.status).toBe(412);
    const odd = await send("/v1/coalitions/example-union", {
      ...PATCH,
      headers: { "if-match": "*" },
      body: patch,
    });
    expect(odd.status).toBe(412);
    const done = await send("/v1/coalitions/EXAMPLE-union", { ...PATCH, ...ifMatch(edited), body: patch });
    expect(done.status).toBe(200);
    expect(done.body.entry).toEqual({
      id: "example-union",
      outcome: "superseded",
      edited: done.body.revision,
    });
    const { body } = await get("/v1/coalitions/example-union?on=2026-01-01");
    expect(body).toMatchObject({
      names: { fr: "Union exemple" },
      shortName: "EU-x",
      founded: { edtf: "1958" },
      edited: done.body.revision,
    });
    expect(body.names.de).toBeUndefined();
    const then = await get(`/v1/coalitions/example-union?on=2026-01-01&known=${edited}`);
    expect(then.body).toMatchObject({ names: { de: "Beispielunion" }, founded: { edtf: "1958-01" } });
    const stale = await send("/v1/coalitions/example-union", { ...PATCH, ...ifMatch(edited), body: patch });
    expect(stale.status).toBe(412);
    const nothing = await send("/v1/coalitions/example-union", {
      ...PATCH,
      ...ifMatch(done.body.revision),
      body: { shortName: "EU-x" },
    });
    expect(nothing.body).toMatchObject({
      revision: null,
      unchanged: 1,
      entry: { edited: done.body.revision },
    });
  });

  it("loses no edit and takes no id twice where two come at once", async () => {
    const { send } = service;
    const body = { id: "race-accord", kind: "accord", name: "Race" };
    const entered = await Promise.all([1, 2].map(() => send("/v1/coalitions", { body })));
    expect(entered.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { edited } = entered.find(({ status }) => status === 201)?.body.entry ?? {};
    const edits = await Promise.all(
      ["A", "B"].map((name) =>
        send("/v1/coalitions/race-accord", { ...PATCH, ...ifMatch(edited), body: { name } }),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it("derives spells anew where a lifetime is edited, and retired takes no more declarations", async () => {
    const { send, get } = service;
    await send("/v1/countries", { body: { id: "x-avalon", name: "Avalon" } });
    await send("/v1/coalitions", { body: { id: "lake-accord", kind: "accord", name: "Lake Accord" } });
    const join = {
      coalition: "lake-accord",
      party: "x-avalon",
      act: "join",
      effective: "1990-01-01",
      sources: [{ title: "Yearbook" }],
    };
    await send("/v1/declarations", { body: join });
    const { body: before } = await get("/v1/countries/x-avalon");
    expect(before).toMatchObject({ codeStatus: "project", independent: true, until: null });
    const ended = await send("/v1/countries/x-avalon", {
      ...PATCH,
      ...ifMatch(before.edited),
      body: { until: "1999-01-01" },
    });
    expect(ended.status).toBe(200);
    const { body: spells } = await get("/v1/countries/x-avalon/memberships");
    expect(spells.items[0]).toMatchObject({ to: { edtf: "1999-01-01" }, endedBy: "party-ended" });
    const knowledge = await get(`/v1/coalitions/lake-accord/knowledge?from=${ended.body.revision - 1}`);
    expect(knowledge.body.items).toMatchObject([{ change: "changed", declarations: [] }]);
    const retired = await send("/v1/parties/x-avalon", {
      ...PATCH,
      type: "application/json",
      ...ifMatch(ended.body.revision),
      body: { retired: true },
    });
    expect(retired.status).toBe(200);
    const late = await send("/v1/declarations", { body: { ...join, effective: "1991" } });
    expect(late.body.errors[0].code).toBe("retired");
  });

  it.each([
    ["/v1/coalitions/nato", { id: "otan" }, "/id", "does-not-fit"],
    ["/v1/coalitions/nato", { colour: null }, "/colour", "bad-shape"],
    ["/v1/coalitions/nato", { name: null }, "/name", "bad-shape"],
    ["/v1/coalitions/nato", { kind: "aliance" }, "/kind", "bad-shape"],
    ["/v1/coalitions/nato", ["x"], "", "bad-shape"],
    ["/v1/countries/SYR", { from: "2014-13-01" }, "/from", "bad-date"],
    ["/v1/countries/SYR", { memberCount: 3 }, "/memberCount", "bad-shape"],
  ])("is not edited by what does not fit: %s %j", async (path, patch, pointer, code) => {
    const { body } = await service.get(path);
    const { status, body: told } = await service.send(path, {
      ...PATCH,
      ...ifMatch(body.edited),
      body: patch,
    });
    expect([status, told.errors[0].pointer, told.errors[0].code]).toEqual([422, pointer, code]);
  });

  it.each([
    ["/v1/coalitions", { id: "syr", kind: "accord", name: "Code" }, 422, "does-not-fit"],
    ["/v1/countries", { id: "SYR", name: "Syria" }, 409, "duplicate-id"],
    ["/v1/countries", { id: "syria", name: "Syria" }, 422, "bad-shape"],
    ["/v1/parties", { id: "x-body", kind: "country", name: "Body" }, 422, "bad-shape"],
    ["/v1/parties", { id: "x-body", kind: "other", name: "Body", alpha2: "XX" }, 422, "bad-shape"],
  ])("is not entered where it does not fit: %s %j", async (path, body, status, code) => {
    const answer = await service.send(path, { body });
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
  });

  it("tells what an id of its kind is like", async () => {
    const told = async (path: string, body: object) => (await service.send(path, { body })).body.detail;
    expect(await told("/v1/parties", { id: "body", kind: "other", name: "Body" })).toBe(
      '"body" is no id of a party of the kind other: write "x-" and a slug.',
    );
    expect(await told("/v1/countries", { id: "syria", name: "Syria" })).toContain(
      'write an ISO 3166 code in capitals, or "x-" and a slug.',
    );
  });

  it("of an unknown id is not found, and a coalition is no party to edit", async () => {
    const missing = await service.send("/v1/coalitions/natoo", { ...PATCH, ...ifMatch(1), body: {} });
    expect([missing.status, missing.body.errors[0].suggestion]).toEqual([404, "nato"]);
    const coalition = await service.send("/v1/parties/nato", { ...PATCH, ...ifMatch(1), body: {} });
    expect(coalition.body.detail).toContain("/v1/coalitions/nato");
  });
});

describe("a published total", () => {
  const total = { ref: "totals/1", on: "2025-11-11", total: 90, source: { title: "Partners" } };
  const path = "/v1/coalitions/global-coalition-against-daesh/claims";

  it("is entered, held against the ledger, replaced under its ref, and taken back", async () => {
    const { send, get } = service;
    const find = async (id: string) => {
      const { body } = await get(path);
      return body.items.find((item: { id: string }) => item.id === id);
    };
    const taken = await send(path, { body: total });
    expect(taken.status).toBe(201);
    const [{ id, ref }] = taken.body.claims;
    expect(ref).toBe("totals/1");
    expect((await find(id)).verdict).not.toBe("mismatch");
    const newer = await send(path, { body: [{ ...total, total: 70 }] });
    expect(newer.body).toMatchObject({ created: 0, superseded: 1 });
    expect(newer.body.findings.map(({ kind }: { kind: string }) => kind)).toContain("claim-mismatch");
    expect(await find(id)).toBeUndefined();
    const second = newer.body.claims[0].id;
    expect((await find(second)).verdict).toBe("mismatch");
    const back = await send(`${path}/${second}/retraction`, { body: { reason: "Misread" } });
    expect([back.status, back.body.retracted]).toEqual([201, second]);
    expect(await find(second)).toBeUndefined();
    const gone = await send(`${path}/${second}/retraction`, { body: { reason: "Again" } });
    expect(gone.status).toBe(404);
  });

  it.each([
    [{ ...total, coalition: "nato" }, "/coalition", "does-not-fit"],
    [{ ...total, total: "90" }, "/total", "bad-shape"],
    [{ ...total, except: ["SYRR"] }, "/except/0", "unknown-party"],
    [{ ...total, source: null }, "/source", "bad-shape"],
  ])("that does not fit is refused: %j", async (body, pointer, code) => {
    const answer = await service.send(path, { body: { ...body, ref: "totals/2" } });
    expect([answer.status, answer.body.errors[0].pointer, answer.body.errors[0].code]).toEqual([
      422,
      pointer,
      code,
    ]);
  });
});

describe("sources", () => {
  it("stand together with all that cites them, as known", async () => {
    const { send, get } = service;
    const known = (await get("/v1/meta")).body.known.revision;
    const url = "https://example.org/one-document";
    const body = ["AND", "VAT"].map((party) => ({
      coalition: "artemis-accords",
      party,
      act: "join",
      effective: "2026-11-20",
      sources: [{ url, title: `Cited for ${party}`, published: "2026-11" }],
    }));
    const { body: told } = await send("/v1/declarations", { body });
    const ids = told.declarations.map(({ id }: { id: string }) => id);
    const { body: list } = await get("/v1/sources?coalition=artemis-accords");
    const found = list.items.find((item: { url: string }) => item.url === url);
    expect(found).toMatchObject({ title: "Cited for VAT", declarations: ids, claims: [], accessed: null });
    const { body: one } = await get(`/v1/sources/${found.id.toUpperCase()}`);
    expect(one).toMatchObject({ id: found.id, published: { edtf: "2026-11", latest: "2026-11-30" } });
    const then = await get(`/v1/sources/${found.id}?known=${known}`);
    expect([then.status, then.body.errors[0].code]).toEqual([404, "unknown-source"]);
    const other = await get("/v1/sources?coalition=nato");
    expect(other.body.items.some((item: { id: string }) => item.id === found.id)).toBe(false);
  });
});
