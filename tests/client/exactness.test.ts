/** The client as types: every operation of the document is there, is asked and answers as the document shows. */
import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { compile, complaints, declaredType } from "./compile.ts";
import { type DocumentOfOperations, uses } from "./every-operation.ts";
import { looseTypes } from "./loose-types.ts";
import { committedDocument, renderSchema, SCHEMA } from "./schema-source.ts";

/** Compiling takes a while where the machine has more to do. */
vi.setConfig({ testTimeout: 60_000 });

const PLACE = "src/client/made.ts";
const SCHEMA_PLACE = "src/client/schema.ts";
const document = committedDocument() as DocumentOfOperations;
const operations = uses(document);
const made = [
  'import { createClient, type OperationId, type Query, type Reply, type Schemas } from "./client.ts";',
  'import type { operations } from "./schema.ts";',
  "const api = createClient();",
  ...operations.map(({ source }) => source),
  "type Asked = { [Id in OperationId]: Pick<operations[Id], keyof operations[Id] & ('parameters' | 'requestBody')> };",
  "type Answered = { [Id in OperationId]: Reply<Id> };",
  `export type Named = { [Id in ${operations.map(({ id }) => `"${id}"`).join(" | ")}]: Query<Id> };`,
  "export type All = { Schemas: Schemas; asked: Asked; answered: Answered };",
  "export const none: Exclude<OperationId, keyof Named>[] = [];",
].join("\n");

/** Where it is right that a type says nothing. */
const OPEN = [
  // Lines and tables, no JSON: read as text.
  ...operations.filter(({ json }) => !json).map(({ id }) => `All.answered.${id}: never`),
  // Columns of one's own, carried along.
  "All.Schemas.LookupRow[string]: unknown",
  "All.Schemas.LookupAnswer[string]: unknown",
].sort();

function loose(schema: string): string[] {
  const program = compile({ [PLACE]: made, [SCHEMA_PLACE]: schema });
  return looseTypes(program.getTypeChecker(), declaredType(program, PLACE, "All"), "All").sort();
}

describe("the schema", () => {
  it("is committed as it is made of openapi.yaml (npm run client)", async () => {
    expect(await renderSchema()).toBe(readFileSync(SCHEMA, "utf8"));
  });

  it("would be caught saying what the document does not", async () => {
    const { paths, ...rest } = document;
    const { "/v1/network": _gone, ...others } = paths;
    expect(await renderSchema({ ...rest, paths: others })).not.toBe(readFileSync(SCHEMA, "utf8"));
  });
});

describe("the client", () => {
  it("is asked and answers, in every operation, as the document shows", () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(complaints(compile({ [PLACE]: made }))).toEqual([]);
  });

  it("says something everywhere", () => {
    expect(loose(readFileSync(SCHEMA, "utf8"))).toEqual(OPEN);
  });

  it("would be caught without an operation", async () => {
    const { "/v1/network": _gone, ...others } = document.paths;
    const schema = await renderSchema({ ...document, paths: others });
    const found = complaints(compile({ [PLACE]: made, [SCHEMA_PLACE]: schema }));
    expect(found.join("\n")).toMatch(/"\/v1\/network"|getNetwork/);
  });

  it("would be caught saying nothing", async () => {
    const copy = structuredClone(document) as DocumentOfOperations & {
      components: { schemas: { Spell: { properties: Record<string, unknown> } } };
    };
    const { properties } = copy.components.schemas.Spell;
    properties["standing"] = { type: "object" };
    properties["ended"] = { type: "array", items: {} };
    properties["joined"] = { type: "object", additionalProperties: true };
    expect(loose(await renderSchema(copy))).toEqual(
      [
        ...OPEN,
        "All.Schemas.Spell.standing[string]: never",
        "All.Schemas.Spell.ended[]: unknown",
        "All.Schemas.Spell.joined[string]: unknown",
      ].sort(),
    );
  });
});

describe("a use that is wrong", () => {
  const CASES: readonly (readonly [what: string, line: string])[] = [
    ["a path that is not there", 'api.GET("/v1/coalition");'],
    ["a path parameter left out", 'api.GET("/v1/coalitions/{id}/members");'],
    [
      "a parameter by another name",
      'api.GET("/v1/coalitions", { params: { query: { on: "2020-01-01", asof: "x" } } });',
    ],
    [
      "a word that is none of those",
      'api.GET("/v1/memberships", { params: { query: { role: "membre" } } });',
    ],
    ["CSV read as JSON", 'api.GET("/v1/coalitions", { params: { query: { format: "csv" } } });'],
    ["lines read as JSON", 'api.GET("/v1/ledger");'],
    ["a table without its type", 'api.POST("/v1/lookup", { body: "a,b", parseAs: "text" });'],
    [
      "an edit without the state it is based on",
      'api.PATCH("/v1/parties/{id}", { params: { path: { id: "x" } }, body: {} });',
    ],
    ["the items of what is no list", 'api.items("/v1/meta");'],
    ["an option that fetch does not know", 'api.GET("/v1/meta", { sgnal: null });'],
  ];

  it("is told by the compiler, line by line", () => {
    const source = ['import { createClient } from "./client.ts"; const api = createClient();'];
    const program = compile({ [PLACE]: [...source, ...CASES.map(([, line]) => line)].join("\n") });
    const lines = complaints(program).map((complaint) => Number.parseInt(complaint, 10));
    const silent = CASES.filter((_case, index) => !lines.includes(index + 2)).map(([what]) => what);
    expect(silent).toEqual([]);
    expect(lines).not.toContain(1);
  });
});
