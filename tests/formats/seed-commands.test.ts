/** What the seed becomes: a past told day by day, or one write over a used ledger. */
import { describe, expect, it } from "vitest";
import { pastCommands, updateCommand } from "../../src/formats/seed-commands.ts";
import { readSeed } from "../../src/formats/seed-files.ts";
import type { Command } from "../../src/ledger/command.ts";
import { SMALL_SEED, withText } from "../support/small-seed.ts";

const TODAY = "2026-11-22";
const LEAGUE = "coalitions/league.yaml";
const HEARSAY = "sources: [hearsay], note: as a guest";

const past = (files: ReadonlyMap<string, string> = SMALL_SEED, today = TODAY) =>
  pastCommands(readSeed(files), today).map(({ command }) => command);

/** What each entry is about, in the order of the command. */
function entriesOf(command: Command | undefined): string[] {
  return (command?.entries ?? []).map((entry) => {
    switch (entry.kind) {
      case "party":
        return entry.party.id;
      case "coalition":
        return entry.coalition.id;
      case "retraction":
        return `without ${entry.of}`;
      default:
        return entry.content.ref?.replace("league/", "") ?? "";
    }
  });
}

/** The day on which each line is recorded. */
function days(files?: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    past(files).flatMap((command) =>
      entriesOf(command).map((entry) => [entry, command.recordedAt.slice(0, 10)] as const),
    ),
  );
}

describe("the past", () => {
  it("is one base revision, and one for each later day", () => {
    expect(past().map(({ recordedAt, message }) => ({ recordedAt, message }))).toEqual([
      { recordedAt: "2025-11-01T00:00:00.000Z", message: "What was published by 2025-11-01" },
      { recordedAt: "2025-11-15T00:00:00.000Z", message: "What was published on 2025-11-15" },
      { recordedAt: "2025-12-31T00:00:00.000Z", message: "What was published on 2025-12-31" },
      { recordedAt: "2026-03-04T00:00:00.000Z", message: "What was published on 2026-03-04" },
    ]);
  });

  it("carries the registry with the base, and an unidentified party with the first line that names it", () => {
    expect(past().map(entriesOf)).toEqual([
      ["AAA", "BBBB", "x-movement", "league", "post"].concat([
        "BBBB-join-1980",
        "AAA-succeed-1991",
        "movement-join-2000",
        "total-1981",
      ]),
      ["AAA-withdraw-2027", "AAA-rescind-2025"],
      ["x-league-2nd", "total-2026"],
      ["x-join-2026"],
    ]);
  });

  it("is written by the seed, marked, with its findings taken", () => {
    for (const command of past()) {
      expect(command).toMatchObject({ author: "seed", imported: true, findings: "accept", dryRun: false });
    }
  });

  it.each([
    ["the day of publication", "sources: [charter], note: as a guest", "2025-11-01"],
    ["the last day of a month of publication", "sources: [gazette], note: as a guest", "2025-12-31"],
    ["the earliest publication", "sources: [gazette, charter], note: as a guest", "2025-11-01"],
    ["the publication there is", "sources: [hearsay, gazette], note: as a guest", "2025-12-31"],
    ["the day of declaration where none is published", `declared: 2026-01, ${HEARSAY}`, "2026-01-31"],
    ["the publication before the declaration", "declared: 2026-01, sources: [gazette]", "2025-12-31"],
  ])("records a line on %s", (_what, instead, day) => {
    expect(days(withText(LEAGUE, HEARSAY, instead))["movement-join-2000"]).toBe(day);
  });

  it.each([
    ["../2026-05-06", "2026-05-06"],
    ["2026-05", "2026-05-31"],
    ["2026-05-01/2026-05-09", "2026-05-09"],
    ["2026-05-01/..", "2026-05-01"],
  ])("records a line that is neither published nor declared on the last day of %s", (effective, day) => {
    expect(days(withText(LEAGUE, "../2000", effective))["movement-join-2000"]).toBe(day);
  });

  it("records a rescission not before what it takes back, and after it", () => {
    expect(days()["AAA-rescind-2025"]).toBe("2025-11-15");
    const [first, second] = LINES.map((ref) => entriesOf(past(reversed())[1]).indexOf(ref));
    expect(first).toBeLessThan(second ?? -1);
  });

  it("records a claim on the day of its source, else on the last day that it is of", () => {
    expect(days()["total-2026"]).toBe("2025-12-31");
    const unpublished = withText(LEAGUE, "source: gazette, note: a note", "source: hearsay");
    unpublished.set(LEAGUE, (unpublished.get(LEAGUE) ?? "").replace(/^ {2}gazette.*\n/m, ""));
    expect(days(unpublished)["total-2026"]).toBe("2026-03-04");
  });

  it("refuses a line that would be known only in future", () => {
    const files = withText(LEAGUE, "../2000", "2026-11-23");
    expect(() => past(files)).toThrow(/^seed\/coalitions\/league.yaml:19: .* only from 2026-11-23/);
    expect(() => past(files, "2026-11-23")).not.toThrow();
  });

  it("refuses lines that name each other", () => {
    const files = withText(LEAGUE, "note: as a guest", "supersedes: x-join-2026");
    const text = files.get(LEAGUE) ?? "";
    files.set(
      LEAGUE,
      text.replace("2026-03-04, sources", "2026-03-04, supersedes: movement-join-2000, sources"),
    );
    expect(() => past(files)).toThrow(/lead back to it/);
  });
});

const LINES = ["AAA-withdraw-2027", "AAA-rescind-2025"];

/** The rescission written above what it takes back. */
function reversed(): Map<string, string> {
  const lines = (SMALL_SEED.get(LEAGUE) ?? "").split("\n");
  const at = lines.findIndex((line) => line.includes("ref: AAA-withdraw-2027"));
  lines.splice(at, 2, lines[at + 1] ?? "", lines[at] ?? "");
  return new Map(SMALL_SEED).set(LEAGUE, lines.join("\n"));
}

describe("the write over a used ledger", () => {
  const gone = [{ id: "abc", ref: "league/gone" }];

  it("carries everything, refuses findings, and is recorded when it is written", () => {
    const { command } = updateCommand(readSeed(SMALL_SEED), TODAY, [], false);
    expect(entriesOf(command).toSorted()).toEqual(past().flatMap(entriesOf).toSorted());
    expect(command).toMatchObject({ author: "seed", imported: true, findings: "refuse", dryRun: false });
    expect(command).not.toHaveProperty("recordedAt");
  });

  it("takes back what it is told is gone, before anything is said anew", () => {
    const entries = entriesOf(updateCommand(readSeed(SMALL_SEED), TODAY, gone, true).command);
    expect(entries.indexOf("without abc")).toBeLessThan(entries.indexOf("BBBB-join-1980"));
  });

  it("knows where each entry stands", () => {
    const { command, places } = updateCommand(readSeed(SMALL_SEED), TODAY, gone, false);
    const entries = entriesOf(command);
    expect(places[entries.indexOf("without abc")]).toBeNull();
    expect(places[entries.indexOf("x-join-2026")]).toEqual({ file: `seed/${LEAGUE}`, line: 20 });
    expect(places[entries.indexOf("x-movement")]).toEqual({ file: "seed/parties/others.yaml", line: 4 });
  });
});
