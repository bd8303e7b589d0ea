/** What the README shows a front end is so: it compiles, prints what it says it prints, and follows its inputs. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { describe, expect, it, vi } from "vitest";
import { browserOptions, compile, complaints } from "../client/compile.ts";
import { seededService } from "../support/http-service.ts";
import { printed, scripts } from "./readme-parts.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

vi.setConfig({ testTimeout: 60_000 });
const { app } = await seededService();
const baseUrl = await app.listen({ host: "127.0.0.1", port: 0 });
const shown = scripts(README);

/** A front end is bundled. Preact's hooks are typed as React's are, and Vue's core is Vue without a page. */
const OPTIONS: ts.CompilerOptions = {
  ...browserOptions(),
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  rewriteRelativeImportExtensions: false,
  paths: {
    "accession/client": [`${ROOT}src/client/client.ts`],
    react: [`${ROOT}node_modules/preact/hooks`],
    vue: [`${ROOT}node_modules/@vue/runtime-core`],
  },
};
const faults = (source: string) => complaints(compile({ "src/client/shown.ts": source }, OPTIONS));

/** Runs a script in a Node of its own, against the service. @returns what it prints, line by line. */
async function run(source: string): Promise<string[]> {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const code = ts
    .transpileModule(source, { compilerOptions })
    .outputText.replaceAll("http://127.0.0.1:3000", baseUrl)
    .replaceAll("createClient()", `createClient({ baseUrl: "${baseUrl}" })`)
    .replaceAll('"vue"', '"@vue/runtime-core"');
  const args = ["--input-type=module", "--eval", code];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  return stdout.trimEnd().split("\n");
}

const FOLLOWED = `
import { ref, watch } from "vue";
const on = ref("2025-11-09");
const answer = useRoster(ref("global-coalition-against-daesh"), on, ref(undefined));
const next = () => new Promise((resolve) => watch(answer, resolve, { once: true }));
console.log((await next()).roster.counts.certain);
on.value = "2001-02-30";
console.log((await next()).error.status);
on.value = "2025-11-11";
on.value = "2025-11-12";
console.log((await next()).roster.counts.certain);
`;

describe("the scripts of the README", () => {
  it("are for fetch, for the client, for React and for Vue", () => {
    expect(shown).toHaveLength(4);
    for (const [index, sign] of ["await fetch(", "ProblemError", '"react"', '"vue"'].entries()) {
      expect(shown[index]).toContain(sign);
    }
  });

  it.each(shown)("compile: %#", (source) => {
    expect(faults(source)).toEqual([]);
  });

  it("would be caught with a parameter that is not there", () => {
    for (const source of shown.slice(1)) {
      expect(faults(source.replaceAll("query: { on", "query: { asof: '', on"))).not.toEqual([]);
    }
  });

  it.each(shown.filter((source) => printed(source).length > 0))("print what they say: %#", async (source) => {
    expect(await run(source)).toEqual(printed(source));
  });

  it("say what they print", () => {
    expect(shown.map((source) => printed(source).length)).toEqual([1, 4, 0, 0]);
  });

  it("follow a day that changes, in Vue", async () => {
    expect(await run(`${shown[3]}${FOLLOWED}`)).toEqual(["89", "400", "90"]);
  });
});
