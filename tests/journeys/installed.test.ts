/** Somebody installs the package: it starts with its data, and its client is found, with types. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it, vi } from "vitest";
import { installedPackage, packedFiles } from "../support/installed-package.ts";

const files = packedFiles();
const { root, file, remove } = installedPackage(files);
afterAll(remove);
/** Compiling and loading take a while where the machine has more to do. */
vi.setConfig({ testTimeout: 60_000 });

const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });

describe("the package", () => {
  it("holds what is needed, and none of what it is made of", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "README.md",
        "openapi.yaml",
        "dist/service/accession.js",
        "dist/client/client.d.ts",
        "dist/client/client.js",
        "dist/client/schema.d.ts",
        "migrations/meta/_journal.json",
        "seed/LICENSE",
        "seed/coalitions/nato.yaml",
      ]),
    );
    expect(files.filter((path) => /^(?:src|tests|data)\/|\.map$|tsbuildinfo|\.sqlite/.test(path))).toEqual(
      [],
    );
  });

  it("runs with its dependencies alone: makes a database, loads the data, answers", () => {
    const program = join("node_modules", "accession", "dist", "service", "accession.js");
    for (const command of ["migrate", "seed"]) run(program, command);
    const members = JSON.parse(run(program, "members", "nato", "--on", "2025-01-01", "--json"));
    expect(JSON.stringify(members)).toContain("SWE");
  });
});

describe("its client", () => {
  const SOURCE = [
    'import { createClient, ProblemError, type Query, type Reply, type Schemas } from "accession/client";',
    'export const query: Query<"listMembers"> = { on: "2025-11-12", known: 2 };',
    'export async function roster(): Promise<Reply<"listMembers">> {',
    '  const params = { path: { id: "nato" }, query };',
    '  return (await createClient().GET("/v1/coalitions/{id}/members", { params })).data;',
    "}",
    'export const name = (spell: Schemas["Spell"]): string => spell.party.name;',
    "export const status = (error: unknown) => (error instanceof ProblemError ? error.status : null);",
  ];
  const WRONG = "export const wrong = async (): Promise<string> => (await roster()).items;";
  const { ESNext, NodeNext } = ts.ModuleKind;

  it.each([
    ["a bundler", ESNext, ts.ModuleResolutionKind.Bundler],
    ["Node", NodeNext, ts.ModuleResolutionKind.NodeNext],
  ])("is found with its types by %s, also where libraries are checked", (_who, module, moduleResolution) => {
    const [right, wrong] = [file("right.mts"), file("wrong.mts")];
    writeFileSync(right, SOURCE.join("\n"));
    writeFileSync(wrong, [...SOURCE, WRONG].join("\n"));
    const program = ts.createProgram([right, wrong], {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipDefaultLibCheck: true,
      noEmit: true,
      types: [],
    });
    const faults = ts.getPreEmitDiagnostics(program);
    expect(faults.map((each) => [each.file?.fileName, each.code])).toEqual([[wrong, 2322]]);
  });

  it("runs in Node, and imports nothing of the service", () => {
    const code =
      'const { createClient } = await import("accession/client");' +
      "const fetch = async (request) => Response.json({ asked: request.url });" +
      'const { data } = await createClient({ baseUrl: "http://a.example/", fetch }).GET("/v1");' +
      "process.stdout.write(data.asked);";
    expect(run("--input-type=module", "--eval", code)).toBe("http://a.example/v1");
    const own = files.filter((path) => /^dist\/client\/.*\.js$/.test(path));
    expect(own.sort()).toEqual(
      ["client", "operation", "pages", "problem-error", "schema"].map((each) => `dist/client/${each}.js`),
    );
  });
});
