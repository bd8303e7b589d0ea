/** The OpenAPI document: current, whole, and true; and the pages that show it, which need no network. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { renderOpenApi } from "../../src/http/openapi.ts";
import { seededService } from "../support/http-service.ts";

const { app, ask, document } = await seededService();
const committed = readFileSync(new URL("../../openapi.yaml", import.meta.url), "utf8");
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, path, operation] as const),
);

describe("the document", () => {
  it("is committed as it is (accession openapi --output openapi.yaml)", async () => {
    expect(await renderOpenApi(version)).toBe(committed);
  });

  it("is served as JSON and as YAML", async () => {
    const json = await ask("/openapi.json");
    expect(json.body).toMatchObject({ openapi: "3.1.0", info: { title: "Accession", version: "0.0.0" } });
    const yaml = await ask("/openapi.yaml");
    expect(yaml.headers["content-type"]).toContain("application/yaml");
    expect(parse(yaml.text)).toEqual(json.body);
  });

  it("says the same to readers of YAML 1.1, as most are that are not JavaScript", () => {
    expect(parse(committed, { version: "1.1" })).toEqual(parse(committed));
    expect(parse("name: on", { version: "1.1" })).not.toEqual(parse("name: on"));
  });

  it("describes every path that the index lists, and no other", async () => {
    const { paths } = (await ask("/v1")).body;
    expect(paths.map((each: { path: string }) => each.path).sort()).toEqual(
      Object.keys(document.paths).sort(),
    );
    expect(paths.length).toBeGreaterThan(20);
  });

  it("names its components", () => {
    for (const name of Object.keys(document.components.schemas)) expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    const text = JSON.stringify(document);
    expect(text).not.toContain("def-");
    expect(text).not.toContain("nullable");
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas).toHaveProperty(name as string);
    }
  });

  it("refuses fields that it does not name, in every object", () => {
    const open: string[] = [];
    const visit = (schema: unknown, place: string) => {
      if (typeof schema !== "object" || schema === null) return;
      const { type, additionalProperties } = schema as { type?: string; additionalProperties?: unknown };
      if (type === "object" && additionalProperties === undefined) open.push(place);
      for (const [key, value] of Object.entries(schema)) visit(value, `${place}/${key}`);
    };
    visit(document.components.schemas, "");
    expect(open).toEqual([]);
  });

  it("gives every operation a name of its own", () => {
    const names = operations.map(([, , operation]) => operation.operationId);
    expect(new Set(names).size).toBe(operations.length);
    expect(names).not.toContain(undefined);
  });
});

describe("the operation", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, "document");

  it.each(operations)("%s is described whole, with examples that fit", (name, path, operation) => {
    expect(operation).toMatchObject({
      summary: expect.any(String),
      description: expect.any(String),
      tags: [expect.any(String)],
    });
    for (const parameter of operation.parameters ?? []) {
      expect(parameter, parameter.name).toMatchObject({ description: expect.any(String) });
      expect(parameter.example, parameter.name).toBeDefined();
    }
    const { responses } = operation;
    const read = name.startsWith("get ");
    const open = name === "post /v1/lookup";
    const about = open
      ? ["200", "406", "413", "415"]
      : !read
        ? ["401", "403"]
        : path.startsWith("/v1/")
          ? ["200", "304", "406"]
          : ["200"];
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(["400", "default", ...about]));
    if (read) expect("404" in responses).toBe(path.includes("{"));
    for (const [status, { description, content }] of Object.entries(responses)) {
      expect(description.length).toBeGreaterThan(5);
      for (const { schema, example } of Object.values(content ?? {})) {
        const { $ref } = schema as { $ref?: string };
        expect(example, status).toBeDefined();
        if ($ref === undefined) continue;
        expect(ajv.validate({ $ref: `document${$ref}` }, example), `${status} ${ajv.errorsText()}`).toBe(
          true,
        );
      }
    }
  });

  it.each(
    operations.flatMap(([name, path, { parameters = [] }]) => {
      if (!name.startsWith("get ")) return [];
      const query = new URLSearchParams();
      let filled = path;
      for (const { in: place, name: key, example } of parameters) {
        if (place === "path") filled = filled.replace(`{${key}}`, String(example));
        // A cursor belongs to one request, and a day and days are asked apart.
        else if (!["cursor", "from", "to"].includes(key)) query.set(key, String(example));
      }
      return [[name, `${filled}?${query}`] as const];
    }),
  )("%s answers its own examples", async (_name, url) => {
    expect((await ask(url)).status).toBe(200);
  });
});

describe("the pages at /docs", () => {
  it("is where / leads", async () => {
    const { status, headers } = await ask("/");
    expect([status, headers["location"]]).toEqual([302, "/docs"]);
  });

  it.each(["/docs", "/docs/", "/docs/static/swagger-initializer.js"])(
    "%s names no other site",
    async (url) => {
      const { status, text } = await ask(url);
      expect(status).toBe(200);
      const code = text.replace(/^\s*\/\/.*$/gm, "");
      expect(code.match(/(?:https?:)?\/\/[\w-]+\.[\w.-]+/g) ?? []).toEqual([]);
    },
  );

  it("has every file that it asks for, and may run it", async () => {
    const page = await ask("/docs");
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file as string);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect((await app.inject(file)).statusCode, file).toBe(200);
    expect(page.text).not.toMatch(/<script>|<script [^>]*>[^<\s]/);
    expect(page.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(page.headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  });
});
