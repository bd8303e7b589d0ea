/** Loads the real seed into a real store: nothing is refused, nothing contradicts, the totals are borne out. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSeed, seedFiles } from "../../src/formats/seed-files.ts";
import { type SeedReport, seedEmpty, theSeed, updateFromSeed } from "../../src/seeding.ts";
import { NOW } from "../support/http-service.ts";
import { claimsOf, findingsOf } from "../support/seed-checks.ts";
import { type TemporaryStore, temporaryStore } from "../support/temporary-database.ts";

/** Findings, doubts aside, that history itself brings: `coalition: kind: party` → why it stays. */
const EXPLAINED: Readonly<Record<string, string>> = {};

let opened: TemporaryStore;
let report: SeedReport | null;

beforeAll(async () => {
  opened = await temporaryStore(() => NOW);
  report = await seedEmpty(opened.store, theSeed, NOW);
});

afterAll(() => opened.close());

describe("the seed", () => {
  it("is taken whole", async () => {
    const { parties, coalitions } = theSeed();
    const lines = coalitions.flatMap(({ declarations, claims }) => [...declarations, ...claims]);
    expect(lines.length).toBeGreaterThan(1_500);
    const created = parties.length + coalitions.length + lines.length;
    expect(report).toMatchObject({ created, unchanged: 0, superseded: 0 });
    expect(await opened.store.verify()).toEqual([]);
  });

  it("brings no contradiction, open order or act told twice that is not explained", async () => {
    const { byKind, grave } = await findingsOf(opened.store);
    console.log(byKind);
    expect(grave).toEqual(Object.keys(EXPLAINED).toSorted());
  });

  it("bears out every claim but those that count something else", async () => {
    const { judged, otherwise, wrong } = await claimsOf(opened.store);
    console.log(["Counts something else:", ...otherwise].join("\n  "));
    expect(wrong).toEqual([]);
    expect(judged).toBeGreaterThan(120);
  });

  it("changes nothing when it is loaded a second time", async () => {
    const before = await opened.store.newest();
    const choice = { retractMissing: true, dryRun: false };
    const again = await updateFromSeed(opened.store, theSeed(), NOW, choice);
    expect(again).toMatchObject({ revisions: 0, created: 0, superseded: 0, gone: [] });
    expect(await opened.store.newest()).toEqual(before);
  });
});

describe("the checks of the seed", () => {
  const NATO = "coalitions/nato.yaml";
  const FINLAND = /^ {2}- \{ ref: FIN-join-2023, .*\n/m;
  const files = seedFiles(fileURLToPath(new URL("../../seed", import.meta.url)));
  const text = files.get(NATO) ?? "";

  /** A ledger with the real seed, but for the text of one file. */
  async function withNato<T>(changed: string, check: (opened: TemporaryStore) => Promise<T>): Promise<T> {
    const planted = await temporaryStore(() => NOW);
    try {
      await seedEmpty(planted.store, () => readSeed(new Map(files).set(NATO, changed)), NOW);
      return await check(planted);
    } finally {
      await planted.close();
    }
  }

  it("catch a member that comes too late, by the total and the ordinal that no longer fit", async () => {
    const late = text.replace(FINLAND, (line) => line.replace("2023-04-04", "2025-04-04"));
    const { wrong } = await withNato(late, ({ store }) => claimsOf(store));
    expect(wrong).toEqual([
      expect.stringMatching(/^nato\/total-2023-04-04: 31 claimed, 30 to 30 derived/),
      "nato/FIN-join-2023: number 31 claimed",
      "nato/SWE-join-2024: number 32 claimed",
    ]);
  });

  it("catch a contradiction", async () => {
    const line = FINLAND.exec(text)?.[0] ?? "";
    const again = line.replace("FIN-join-2023", "FIN-join-2024").replace("2023-04-04", "2024-01-01");
    const { grave } = await withNato(text.replace(line, `${line}${again}`), ({ store }) => findingsOf(store));
    expect(grave).toEqual(["nato: second-join: FIN"]);
  });
});
