/** The README's ways to write are followed to the letter: key, curl, files, and an own data set in an empty folder. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-database.ts";
import { writingService } from "../support/writing-service.ts";
import { section, shellBlocks } from "./readme-parts.ts";

const PROGRAM = fileURLToPath(new URL("../../dist/service/accession.js", import.meta.url));
const WRITING = section(readFileSync(new URL("../../README.md", import.meta.url), "utf8"), "Writing");
const folder = temporaryFolder();
afterAll(() => folder.remove());

function block(holds: string): string {
  const found = shellBlocks(WRITING).filter((text) => text.includes(holds));
  expect(found, holds).toHaveLength(1);
  return found[0] as string;
}

/** The block in a shell, in an empty folder; `npm start`, which would not end, is passed over. */
function inShell(script: string, database: string): string {
  const npm = `npm() { [ "$1" = start ] || { shift 4; node "$PROGRAM" "$@"; }; }`;
  const { PATH = "" } = process.env;
  const env = { PATH, PROGRAM, DATABASE_FILE: database };
  return execFileSync("sh", ["-euc", `${npm}\n${script}`], { cwd: folder.file("."), env, encoding: "utf8" });
}

/** What a curl of the block sends. */
function sentBy(text: string, id = "") {
  const { path, body } =
    /curl -X POST ['"]http:\/\/127\.0\.0\.1:3000(?<path>[^'"]+)['"] .*\n {2}-d '(?<body>[^']+)'$/.exec(text)
      ?.groups ?? {};
  return { path: `${path?.replace("$ID", id)}`, body: JSON.parse(`${body}`) };
}

describe("a country has just joined", () => {
  it("by HTTP it is declared, under its ref corrected, and taken back", { timeout: 30_000 }, async () => {
    const service = await writingService();
    const { path, body } = sentBy(block('"ref": "che-2026"'));
    const tried = await service.send(`${path}?dryRun=true`, { body });
    expect(tried.body).toMatchObject({ revision: null, created: 1 });
    expect((await service.send(path, { body })).body).toMatchObject({ created: 1, findings: [] });
    expect((await service.send(path, { body })).body).toMatchObject({ unchanged: 1 });
    const { body: corrected } = await service.send(path, { body: { ...body, effective: "2026-11-21" } });
    expect(corrected).toMatchObject({ superseded: 1 });
    const retraction = sentBy(block("/retraction"), corrected.declarations[0].id);
    expect((await service.send(retraction.path, { body: retraction.body })).status).toBe(201);
  });

  it("by a file, once and again", { timeout: 30_000 }, async () => {
    const database = folder.file("seeded.sqlite");
    await run(["seed"], { DATABASE_FILE: database });
    expect(inShell(block("joins.csv"), database)).toContain(": 1 new, 0 corrected, 0 unchanged.");
    expect(inShell(block("joins.csv"), database)).toContain(": 0 new, 0 corrected, 1 unchanged.");
    expect(inShell(block("key create"), database)).toBe("");
  });
});

it("an own data set becomes one revision, is answered, and fits its total", { timeout: 30_000 }, async () => {
  const said = inShell(block("cat > countries.csv"), folder.file("ignored.sqlite"));
  expect(said).toContain("Written as revision 1: 7 new, 0 corrected, 0 unchanged.");
  expect(said).toMatch(/^AUT\t[^\n]*\nCHE\t/m);
  expect(said).toMatch(/^efta\t1990-01-01\ttotal\t2\t2\tmatch/m);
});

it("a used database is brought up to a newer seed", { timeout: 30_000 }, async () => {
  const database = folder.file("used.sqlite");
  await run(["seed"], { DATABASE_FILE: database });
  const said = inShell(block("seed --dry-run").replace("npm ci && ", ""), database);
  expect(said).toContain("before.sqlite: ");
  expect(said).toContain("Nothing to write: 0 new, 0 corrected, ");
  expect(said).toContain("The file is sound.");
});
