/** A changed seed over a used ledger: what is new, corrected and gone. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSeed, type Seed } from "../../src/formats/seed-files.ts";
import type { Command } from "../../src/ledger/command.ts";
import { seedEmpty, updateFromSeed } from "../../src/seeding.ts";
import { SMALL_SEED, withText } from "../support/small-seed.ts";
import { type TemporaryStore, temporaryStore } from "../support/temporary-database.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const LEAGUE = "coalitions/league.yaml";
const SMALL = readSeed(SMALL_SEED);
const KEEP = { retractMissing: false, dryRun: false };
const RETRACT = { retractMissing: true, dryRun: false };

let opened: TemporaryStore;

beforeEach(async () => {
  opened = await temporaryStore(() => NOW);
});
afterEach(() => opened.close());

/** The small seed without the lines that hold one of the texts. */
function without(...texts: string[]): Seed {
  const lines = (SMALL_SEED.get(LEAGUE) ?? "").split("\n");
  const kept = lines.filter((line) => !texts.some((text) => line.includes(text)));
  return readSeed(new Map(SMALL_SEED).set(LEAGUE, kept.join("\n")));
}

const update = (seed: Seed, choice = KEEP) => updateFromSeed(opened.store, seed, NOW, choice);
const load = () => seedEmpty(opened.store, () => SMALL, NOW);

describe("an empty ledger", () => {
  it("is given the past of the seed", async () => {
    expect(await load()).toMatchObject({ revisions: 4, created: 14, gone: [] });
    const newest = await opened.store.newest();
    expect(newest).toMatchObject({ number: 4, recordedAt: "2026-03-04T00:00:00.000Z", imported: true });
  });

  it("is given it once: a used one is left alone, and no file is read", async () => {
    await load();
    const unread = () => {
      throw new Error("was read");
    };
    expect(await seedEmpty(opened.store, unread, NOW)).toBeNull();
  });

  it("is given nothing of a seed that is refused, which is told by file and line", async () => {
    const wrong = readSeed(withText(LEAGUE, "party: x-movement", "party: x-movment"));
    await expect(seedEmpty(opened.store, () => wrong, NOW)).rejects.toThrow(
      /^seed\/coalitions\/league.yaml:19: There is no party "x-movment": did you mean "x-movement"\?$/,
    );
    expect(await opened.store.newest()).toBeNull();
  });
});

describe("a used ledger", () => {
  beforeEach(async () => {
    await load();
  });

  it("takes nothing from the same seed", async () => {
    expect(await update(SMALL)).toMatchObject({ revisions: 0, unchanged: 14, created: 0, superseded: 0 });
  });

  it("takes a corrected line as one correction, recorded now", async () => {
    const corrected = readSeed(withText(LEAGUE, "effective: ../2000", "effective: 1999"));
    expect(await update(corrected)).toMatchObject({ revisions: 1, created: 0, superseded: 1, unchanged: 13 });
    expect(await opened.store.newest()).toMatchObject({
      number: 5,
      recordedAt: NOW.toISOString(),
      recordedBy: "seed",
      imported: true,
    });
  });

  it("tells lines that are gone, and keeps them", async () => {
    const report = await update(without("movement-join-2000", "total-1981"));
    const refs = report.gone.map(({ ref }) => ref);
    expect(refs).toEqual(["league/movement-join-2000", "league/total-1981"]);
    expect(report).toMatchObject({ revisions: 0, retracted: false });
    expect((await update(SMALL)).gone).toEqual([]);
  });

  it("takes back lines that are gone when asked to, once", async () => {
    const fewer = without("movement-join-2000", "total-1981");
    expect(await update(fewer, RETRACT)).toMatchObject({ revisions: 1, retracted: true });
    const known = 5;
    expect(await opened.store.spells({ known, party: "x-movement" })).toEqual([]);
    expect(await opened.store.claims(known)).toHaveLength(1);
    expect(await update(fewer, RETRACT)).toMatchObject({ revisions: 0, gone: [] });
  });

  it("tells on a dry run what it would do, and does nothing", async () => {
    const choice = { retractMissing: true, dryRun: true };
    const report = await update(without("movement-join-2000"), choice);
    expect(report).toMatchObject({ revisions: 0, retracted: false });
    expect(report.gone).toHaveLength(1);
    expect((await opened.store.newest())?.number).toBe(4);
  });

  it("does not take for gone what somebody else declared", async () => {
    const entry = SMALL.coalitions[0]?.declarations.find(({ content }) => content.party === "x-movement");
    if (entry === undefined) throw new Error("The small seed lacks the movement.");
    const content = { ...entry.content, ref: "mine", party: "BBBB", act: "withdraw" as const, role: null };
    const command: Command = {
      author: "somebody",
      message: "A withdrawal",
      entries: [{ kind: "declaration", content }],
      findings: "accept",
      dryRun: false,
      imported: false,
    };
    expect(await opened.store.append(command)).toMatchObject({ taken: true, created: 1 });
    expect((await update(SMALL)).gone).toEqual([]);
  });

  it("refuses a seed that brings a contradiction, and tells where", async () => {
    const contradictory = readSeed(withText(LEAGUE, "act: join, role: observer", "act: withdraw"));
    await expect(update(contradictory)).rejects.toThrow(
      /^seed\/coalitions\/league.yaml:19: exit-without-membership/,
    );
    expect((await opened.store.newest())?.number).toBe(4);
  });
});
