/** The rooms of the source, and planted faults that show that the check can fail. */
import { describe, expect, it } from "vitest";
import { committedFiles } from "./committed-files.ts";
import { importFaults, purityFaults, ROOMS } from "./rooms.ts";

const source = new Map([...committedFiles()].filter(([path]) => /^src\/.*\.tsx?$/.test(path)));
const DAY = ["src/domain/day.ts", "export const day = 1;"] as const;

/** The faults of one planted import, in a house where the usual targets exist. */
function planted(path: string, specifier: string): string[] {
  const targets = ["ledger/store", "storage/sqlite/open", "formats/csv", "http/app", "cli/main", "clock"];
  const house = [...targets.map((target) => `${target}.ts`), "explorer/app.tsx"].map(
    (target) => [`src/${target}`, ""] as const,
  );
  return importFaults(new Map([DAY, ...house, [path, `import { a } from "${specifier}";\n`]]));
}

describe("the rooms of the source", () => {
  it("keep to their arrows", () => {
    expect(importFaults(source)).toEqual([]);
  });

  it("are seen with all their files", () => {
    const seen = ["src/domain/day.ts", "src/http/app.ts", "src/explorer/main.tsx", "src/client/client.ts"];
    expect([...source.keys()]).toEqual(expect.arrayContaining(seen));
  });

  it("are pure in the domain", () => {
    expect(purityFaults(source)).toEqual([]);
  });

  it("stand one above the other, so that no circle can close", () => {
    const names = ROOMS.map((room) => room.name);
    for (const [floor, room] of ROOMS.entries()) {
      expect(names.slice(0, floor)).toEqual(expect.arrayContaining([...room.reads]));
    }
  });
});

describe("the check of the rooms", () => {
  it("fails when it sees no files", () => {
    expect(importFaults(new Map())).toEqual(["no source file was seen"]);
  });

  it.each([
    ["src/domain/x.ts", "../ledger/store.ts", "domain may not read ledger"],
    ["src/domain/x.ts", "node:crypto", "no package for domain"],
    ["src/domain/x.ts", "yaml", "no package for domain"],
    ["src/ledger/x.ts", "../storage/sqlite/open.ts", "ledger may not read storage/sqlite"],
    ["src/ledger/x.ts", "fastify", "no package for ledger"],
    ["src/storage/sqlite/x.ts", "../../formats/csv.ts", "storage/sqlite may not read formats"],
    ["src/formats/x.ts", "../http/app.ts", "formats may not read http"],
    ["src/http/x.ts", "../storage/sqlite/open.ts", "http may not read storage/sqlite"],
    ["src/http/x.ts", "../clock.ts", "http may not read porch"],
    ["src/http/x.ts", "drizzle-orm/sqlite-core", "drizzle-orm belongs to storage/sqlite"],
    ["src/client/x.ts", "../http/app.ts", "client may not read http"],
    ["src/client/x.ts", "node:crypto", "no package for client"],
    ["src/explorer/x.ts", "../formats/csv.ts", "explorer may not read formats"],
    ["src/explorer/pages/x.tsx", "../../ledger/store.ts", "explorer may not read ledger"],
    ["src/http/x.ts", "../explorer/app.tsx", "http may not read explorer"],
    ["src/main.ts", "./cli/main.ts", "porch may not read cli"],
    ["src/http/x.ts", "./gone.ts", "no such file in src"],
    ["src/http/x.ts", "../../package.json", "no such file in src"],
  ])("catches in %s the import of %s", (path, specifier, fault) => {
    expect(planted(path, specifier)).toEqual([`${path} imports ${specifier}: ${fault}`]);
  });

  it.each([
    ["src/domain/x.ts", "./day.ts"],
    ["src/ledger/x.ts", "node:crypto"],
    ["src/storage/sqlite/x.ts", "../../ledger/store.ts"],
    ["src/http/resources/x.ts", "../../formats/csv.ts"],
    ["src/explorer/pages/x.tsx", "../../domain/day.ts"],
    ["src/cli/x.ts", "../clock.ts"],
    ["src/cli/x.ts", "../storage/sqlite/open.ts"],
  ])("lets %s import %s", (path, specifier) => {
    expect(planted(path, specifier)).toEqual([]);
  });

  it.each([
    'import type { a } from "../http/app.ts";',
    'export { a } from "../http/app.ts";',
    'import "../http/app.ts";',
    'const a = await import("../http/app.ts");',
  ])("sees through %s", (line) => {
    const files = new Map([
      ["src/http/app.ts", ""],
      ["src/ledger/x.ts", line],
    ]);
    expect(importFaults(files)).toEqual(["src/ledger/x.ts imports ../http/app.ts: ledger may not read http"]);
  });

  it("catches a file that stands in no room", () => {
    expect(importFaults(new Map([["src/attic/x.ts", ""]]))).toEqual(["src/attic/x.ts stands in no room"]);
  });

  it.each(["Date.now()", "new Date()", "await later", "Promise.all([])", "process.env", "Math.random()"])(
    "catches %s in the domain",
    (code) => {
      expect(purityFaults(new Map([["src/domain/x.ts", `const a = ${code};`]]))).toHaveLength(1);
    },
  );
});
