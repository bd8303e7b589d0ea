/** What OpenAPI says of the writing paths is so: each example is taken, each field is read, and no other. */
import { beforeAll, describe, expect, it } from "vitest";
import { type WritingTestService, writingService } from "../support/writing-service.ts";

interface Media {
  readonly schema: { readonly $ref?: string };
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

let service: WritingTestService;
beforeAll(async () => {
  service = await writingService();
});

function contentOf(path: string, method: "post" | "patch"): [type: string, media: Media][] {
  const operation = service.document.paths[path]?.[method] as unknown as {
    requestBody: { content: Record<string, Media> };
  };
  return Object.entries(operation.requestBody.content);
}

async function sendExamples(path: string, url: string, headers = {}, method: "post" | "patch" = "post") {
  const sent = contentOf(path, method);
  expect(sent.length).toBeGreaterThan(0);
  for (const [type, { example, examples }] of sent) {
    const values = examples === undefined ? [example] : Object.values(examples).map(({ value }) => value);
    for (const body of values) {
      const answer = await service.send(url, {
        method: method === "post" ? "POST" : "PATCH",
        type,
        body,
        headers,
      });
      expect([200, 201], `${type} ${answer.text}`).toContain(answer.status);
    }
  }
}

describe("the examples", () => {
  it.each([
    ["coalitions", "x-alliance", "{id}"],
    ["countries", "x-atlantis", "{code}"],
    ["parties", "x-observatory", "{id}"],
  ])("of /v1/%s are entered and edited", async (path, id, parameter) => {
    await sendExamples(`/v1/${path}`, `/v1/${path}`);
    const { body } = await service.get(`/v1/${path}/${id}`);
    const headers = { "if-match": `"${body.edited}"` };
    const url = `/v1/${path}/${id}?dryRun=true`;
    await sendExamples(`/v1/${path}/${parameter}`, url, headers, "patch");
  });

  it("of declarations, claims and retractions are taken", async () => {
    await sendExamples("/v1/declarations", "/v1/declarations?dryRun=true");
    const claims = "/v1/coalitions/global-coalition-against-daesh/claims";
    await sendExamples("/v1/coalitions/{id}/claims", claims);
    const { body } = await service.get(`${claims}?limit=1000`);
    const claim = body.items.find(({ ref }: { ref?: string }) => ref === "my-file/total");
    await sendExamples("/v1/coalitions/{id}/claims/{claim}/retraction", `${claims}/${claim.id}/retraction`);
    const { body: list } = await service.get(
      "/v1/declarations?state=in-force&coalition=artemis-accords&limit=1",
    );
    const url = `/v1/declarations/${list.items[0].id}/retraction?dryRun=true&findings=accept`;
    await sendExamples("/v1/declarations/{id}/retraction", url);
  });
});

describe("the fields", () => {
  const PATHS = [
    ["SentDeclaration", "/v1/declarations", "POST"],
    ["SentClaim", "/v1/coalitions/nato/claims", "POST"],
    ["SentCoalition", "/v1/coalitions", "POST"],
    ["SentCountry", "/v1/countries", "POST"],
    ["SentParty", "/v1/parties", "POST"],
    ["SentRetraction", "/v1/declarations/{declaration}/retraction", "POST"],
  ] as const;

  it.each(PATHS)("of %s are those that are read", async (name, path, method) => {
    const { body: list } = await service.get("/v1/declarations?limit=1");
    const url = path.replace("{declaration}", list.items[0].id);
    const { status, body } = await service.send(url, { method, body: { qqqqqq: 1 } });
    expect(status).toBe(422);
    const fault = body.errors.find(({ pointer }: { pointer: string }) => pointer === "/qqqqqq");
    const fields = /Fields are: (.*)\.$/.exec(fault.detail)?.[1]?.split(", ") ?? [];
    const schema = service.document.components.schemas[name] as { properties: object };
    const described = Object.keys(schema.properties);
    // The path of a claim names its coalition.
    expect(fields.filter((field) => name !== "SentClaim" || field !== "coalition").sort()).toEqual(
      described.sort(),
    );
  });
});
