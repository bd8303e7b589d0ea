/** Every writing path asks for a key that reaches it; the paths are found in the OpenAPI document. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "../../src/ledger/key.ts";
import { type WritingTestService, writingService } from "../support/writing-service.ts";

const METHODS = ["post", "put", "patch", "delete"] as const;
/** Operations that send a body and write nothing, so that anybody may ask. */
const ASKING = ["lookUp", "lookup", "reconcile", "postReconcile"];

interface WritingPath {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly secured: boolean;
}

let service: WritingTestService;
let paths: WritingPath[] = [];
beforeAll(async () => {
  service = await writingService();
  paths = Object.entries(service.document.paths).flatMap(([template, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method];
      if (operation === undefined || ASKING.includes(operation.operationId ?? "")) return [];
      const path = template
        .replace("{id}", "nato")
        .replace("{code}", "SYR")
        .replace(/\{\w+\}/g, "x");
      const { security } = operation as { readonly security?: unknown };
      const secured = JSON.stringify(security) === '[{"key":[]}]';
      return [{ method: method.toUpperCase() as WritingPath["method"], path, secured }];
    }),
  );
});

/** Tells the status and code of what every writing path answers. */
async function answers(key: string | null, chosen = paths) {
  const told = [];
  for (const { method, path } of chosen) {
    const { status, body, headers } = await service.send(path, { method, key, body: {} });
    told.push({ status, code: body.errors[0]?.code, challenge: headers["www-authenticate"] });
  }
  return told;
}

const registryPath = ({ path, method }: WritingPath) =>
  method === "PATCH" || /^\/v1\/(coalitions|countries|parties)$/.test(path);

describe("writing paths", () => {
  it("are all found, and each says that it needs a key", () => {
    expect(paths.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "PATCH /v1/coalitions/nato",
      "PATCH /v1/countries/SYR",
      "PATCH /v1/parties/nato",
      "POST /v1/coalitions",
      "POST /v1/coalitions/nato/claims",
      "POST /v1/coalitions/nato/claims/x/retraction",
      "POST /v1/countries",
      "POST /v1/declarations",
      "POST /v1/declarations/nato/retraction",
      "POST /v1/parties",
    ]);
    expect(paths.filter(({ secured }) => !secured)).toEqual([]);
  });

  it("answer 401 without a key", async () => {
    for (const answer of await answers(null)) {
      expect(answer).toEqual({ status: 401, code: "no-key", challenge: 'Bearer realm="accession"' });
    }
  });

  it.each([
    ["no token at all", "secret", "unknown-key"],
    ["a token that nobody made", `acc_${"0".repeat(16)}_${"A".repeat(43)}`, "unknown-key"],
  ])("answer 401 to %s", async (_what, token, code) => {
    for (const answer of await answers(token)) expect(answer).toMatchObject({ status: 401, code });
  });

  it("answer 401 to the id of a key with another secret", async () => {
    // The secret is the last 43 letters; it may hold a "_" itself.
    const secret = service.key.slice(-43);
    const other = service.key.slice(0, -43) + secret.split("").reverse().join("");
    expect(other).not.toBe(service.key);
    for (const answer of await answers(other)) {
      expect(answer).toMatchObject({ status: 401, code: "unknown-key" });
      expect(answer.challenge).toContain('error="invalid_token"');
    }
  });

  it("answer 401 to a revoked key, and to an expired one", async () => {
    const expires = new Date(service.wait(0).getTime() + 1000).toISOString();
    const short = await service.makeKey("short", ["declare", "registry"], expires);
    const gone = await service.makeKey("gone", ["declare", "registry"]);
    for (const answer of [...(await answers(short)), ...(await answers(gone))]) {
      expect([401, 403]).not.toContain(answer.status);
    }
    await service.keys.revoke("gone", service.wait(1000).toISOString());
    for (const answer of await answers(short))
      expect(answer).toMatchObject({ status: 401, code: "expired-key" });
    for (const answer of await answers(gone))
      expect(answer).toMatchObject({ status: 401, code: "revoked-key" });
  });

  it("answer 403 to a key of another scope", async () => {
    const declares = await service.makeKey("declares", ["declare"]);
    const edits = await service.makeKey("edits", ["registry"]);
    const registry = await answers(declares, paths.filter(registryPath));
    const rest = await answers(
      edits,
      paths.filter((each) => !registryPath(each)),
    );
    expect([registry.length, rest.length]).toEqual([6, 4]);
    for (const answer of [...registry, ...rest]) {
      expect(answer).toMatchObject({ status: 403, code: "outside-scope" });
      expect(answer.challenge).toContain('error="insufficient_scope"');
    }
  });

  it("answer 403 where the service is read-only", async () => {
    const closed = await writingService({ readOnly: true });
    for (const { method, path } of paths) {
      const { status, body } = await closed.send(path, { method, body: {} });
      expect([status, body.errors[0].code]).toEqual([403, "read-only"]);
    }
  });
});

describe("a service without any key", () => {
  it("says how to make one", async () => {
    const bare = await writingService({}, { seeded: false });
    await bare.keys.revoke("curator", bare.wait(0).toISOString());
    const { status, body } = await bare.send("/v1/declarations", { key: null, body: {} });
    expect(status).toBe(401);
    expect(body.detail).toContain("read-only");
    expect(body.detail).toContain("accession key create --name NAME --scope declare");
  });
});

describe("a key for one coalition", () => {
  const declaration = (coalition: string, more: object = {}) => ({
    coalition,
    party: "VAT",
    act: "join",
    effective: "2026-11-20",
    sources: [{ title: "Yearbook" }],
    ...more,
  });
  const only = async (name: string, ...coalitions: string[]) =>
    service.makeKey(
      name,
      coalitions.map((id): Scope => `declare:${id}`),
    );

  it("declares there, and nowhere else, whatever the file also holds", async () => {
    const key = await only("nato-desk", "nato");
    const there = await service.send("/v1/declarations?dryRun=true", { key, body: declaration("nato") });
    expect(there.status).toBe(200);
    const elsewhere = await service.send("/v1/declarations", { key, body: declaration("who") });
    const both = [declaration("nato"), declaration("artemis-accords"), declaration("opec")];
    const mixed = await service.send("/v1/declarations", { key, body: both });
    expect(mixed.status).toBe(403);
    expect(
      mixed.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]),
    ).toContainEqual(["/1/coalition", "outside-scope"]);
    expect([403, 422]).toContain(elsewhere.status);
    const typo = await service.send("/v1/declarations", { key, body: declaration("natoo") });
    expect([typo.status, typo.body.errors[0].suggestion]).toEqual([422, "nato"]);
  });

  it("does not supersede, rescind or retract what is of another", async () => {
    const { send, get } = service;
    const { body } = await get("/v1/declarations?coalition=artemis-accords&limit=1");
    const [{ id }] = body.items;
    const key = await only("nato-clerk", "nato");
    const moved = await send("/v1/declarations", { key, body: declaration("nato", { supersedes: id }) });
    const retracted = await send(`/v1/declarations/${id}/retraction`, { key, body: { reason: "Mine" } });
    const total = { on: "2026", total: 1, source: { title: "Yearbook" } };
    const claimed = await send("/v1/coalitions/artemis-accords/claims", { key, body: total });
    for (const answer of [moved, retracted, claimed]) {
      expect([answer.status, answer.body.errors[0].code]).toEqual([403, "outside-scope"]);
      expect(answer.body.detail).toContain('"artemis-accords"');
    }
    const own = await send("/v1/coalitions/nato/claims?dryRun=true", { key, body: total });
    expect(own.status).toBe(200);
    const two = await only("both-desks", "nato", "artemis-accords");
    const allowed = await send("/v1/declarations?dryRun=true", {
      key: two,
      body: declaration("nato", { supersedes: id }),
    });
    expect(allowed.status).toBe(200);
  });

  it("does not bring back what is of another by retracting its own", async () => {
    const { send, get } = service;
    const { body } = await get("/v1/declarations?coalition=artemis-accords&limit=2");
    const { id } = body.items[1];
    const moved = await send("/v1/declarations", { body: declaration("nato", { supersedes: id }) });
    expect(moved.status).toBe(201);
    const [own] = moved.body.declarations;
    const key = await only("nato-again", "nato");
    const retracted = await send(`/v1/declarations/${own.id}/retraction`, { key, body: { reason: "Back" } });
    expect([retracted.status, retracted.body.errors[0].code]).toEqual([403, "outside-scope"]);
    expect((await send(`/v1/declarations/${own.id}/retraction`, { body: { reason: "Back" } })).status).toBe(
      201,
    );
  });
});

describe("the name of a key", () => {
  it("owns its refs, also when the key is renewed, and is who recorded", async () => {
    const { send, get } = service;
    const sent = {
      ref: "renewed/1",
      coalition: "artemis-accords",
      party: "AND",
      act: "join",
      effective: "2026-11-19",
      sources: [{ title: "Yearbook" }],
    };
    const first = await service.makeKey("script", ["declare"]);
    expect((await send("/v1/declarations", { key: first, body: sent })).status).toBe(201);
    const second = await service.makeKey("script", ["declare"]);
    const again = await send("/v1/declarations", { key: second, body: sent });
    expect([again.status, again.body.unchanged, again.body.revision]).toEqual([200, 1, null]);
    const foreign = await send("/v1/declarations", { body: { ...sent, effective: "2026-11-18" } });
    expect([foreign.status, foreign.body.errors[0].code]).toEqual([422, "foreign-ref"]);
    const { body } = await get("/v1/revisions?limit=1");
    expect(body.items[0].recordedBy).toBe("script");
  });
});
