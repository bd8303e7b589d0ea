/** What the ledger takes, what it leaves as it is, and what it refuses, one rule a case. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { DeclarationContent } from "../../src/domain/declaration.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { Country } from "../../src/domain/party.ts";
import type { Command, LedgerEntry, Outcome } from "../../src/ledger/command.ts";
import type { Store } from "../../src/ledger/store.ts";
import { type TemporaryStore, temporaryStore } from "../support/temporary-database.ts";

let temporary: TemporaryStore;
let store: Store;
let clock = Date.parse("2026-01-01T00:00:00Z");

const SOURCE = { url: null, title: "A list", publisher: null, published: null, accessed: null, claims: null };

function country(id: string): LedgerEntry {
  const none = {
    alpha2: null,
    numeric: null,
    codesFrom: null,
    region: null,
    subregion: null,
    capital: null,
    flag: null,
    position: null,
  };
  const party: Country = {
    ...{ id, kind: "country", name: `Land ${id}`, names: {}, aliases: [], note: null, retired: false },
    ...{ ...none, codeStatus: "official", otherCodes: [], independent: true },
    ...{ predecessors: [], successors: [], from: null, until: null },
  };
  return { kind: "party", party };
}

function coalition(id: string, retired = false): LedgerEntry {
  return {
    kind: "coalition",
    coalition: {
      ...{ id, kind: "alliance", name: `The ${id}`, shortName: null, names: {}, aliases: [] },
      ...{ founded: null, website: null, coverage: "complete", coverageNote: null, note: null, retired },
    },
  };
}

function content(
  party: string,
  effective: string,
  more: Partial<DeclarationContent> = {},
): DeclarationContent {
  return {
    ...{ ref: null, coalition: "pact", party, act: "join", role: "member", predecessors: [] },
    ...{ declared: null, effective: parsePartialDate(effective), rescinds: null, supersedes: null },
    ...{ title: null, scope: [], confidence: null, note: null, sources: [SOURCE] },
    ...more,
  };
}

async function append(entries: readonly LedgerEntry[], more: Partial<Command> = {}): Promise<Outcome> {
  clock += 60_000;
  const header = {
    author: "script",
    message: "A test",
    findings: "refuse",
    dryRun: false,
    imported: false,
  } as const;
  return store.append({ ...header, entries, ...more });
}

/** Declares, and gives the outcome of a write that must be taken. */
async function declare(...contents: readonly DeclarationContent[]) {
  const outcome = await append(contents.map((each) => ({ kind: "declaration", content: each })));
  if (!outcome.taken) throw new Error(outcome.refusals.map((refusal) => refusal.detail).join("\n"));
  return outcome;
}

async function refused(...contents: readonly DeclarationContent[]) {
  const outcome = await append(contents.map((each) => ({ kind: "declaration", content: each })));
  return outcome.taken
    ? []
    : outcome.refusals.map(({ code, pointer, suggestion }) => [code, pointer, suggestion]);
}

async function standing(): Promise<string[]> {
  const known = (await store.newest())?.number ?? 0;
  const spells = await store.spells({ known, coalitions: ["pact"] });
  return spells.map((spell) => `${spell.party} ${spell.from.edtf}`);
}

beforeEach(async () => {
  await temporary?.close();
  temporary = await temporaryStore(() => new Date(clock));
  store = temporary.store;
  await append([coalition("pact"), coalition("old", true), country("AAA"), country("BBB"), country("CCC")]);
});
afterAll(() => temporary.close());

describe("a ref", () => {
  const told = (effective: string) => content("AAA", effective, { ref: "a" });

  it("sent again with the same content changes nothing, and makes no revision", async () => {
    const first = await declare(told("2000"));
    const again = await declare(told("2000"));
    expect(again).toMatchObject({ revision: null, created: 0, unchanged: 1, superseded: 0 });
    expect(again.entries[0]?.id).toBe(first.entries[0]?.id);
  });

  it("sent with other content supersedes what stands for it, also back to the first", async () => {
    await declare(told("2000"));
    expect(await declare(told("2001"))).toMatchObject({ created: 0, superseded: 1 });
    expect(await declare(told("2000"))).toMatchObject({ created: 0, superseded: 1 });
    expect(await standing()).toEqual(["AAA 2000"]);
  });

  it("does not wake what was retracted, unless that is named", async () => {
    const { entries } = await declare(told("2000"));
    const id = entries[0]?.id as string;
    await append([{ kind: "retraction", of: id, reason: "not so" }]);
    expect(await declare(told("2000"))).toMatchObject({ unchanged: 1 });
    expect(await standing()).toEqual([]);
    expect(await declare(content("AAA", "2000", { ref: "a", supersedes: id }))).toMatchObject({
      superseded: 1,
    });
    expect(await standing()).toEqual(["AAA 2000"]);
  });

  it("supersedes what another declaration put in its place", async () => {
    const { entries } = await declare(told("2000"));
    await declare(content("AAA", "2005", { supersedes: entries[0]?.id as string }));
    expect(await declare(told("2000"))).toMatchObject({ unchanged: 1 });
    expect(await declare(told("2001"))).toMatchObject({ superseded: 1 });
    expect(await standing()).toEqual(["AAA 2001"]);
  });

  it("may go on naming what its first telling superseded", async () => {
    const { entries } = await declare(content("AAA", "2000", { ref: "unnamed" }));
    const naming = (effective: string) =>
      content("BBB", effective, { ref: "named", supersedes: entries[0]?.id as string });
    await declare(naming("2000"));
    expect(await declare(naming("2000"))).toMatchObject({ unchanged: 1 });
    await declare(naming("2001"));
    expect(await declare(naming("2002"))).toMatchObject({ superseded: 1 });
    expect(await standing()).toEqual(["BBB 2002"]);
  });

  it("belongs to its author, and says one thing in one write", async () => {
    await declare(told("2000"));
    const foreign = await append([{ kind: "declaration", content: told("2000") }], { author: "another" });
    expect(foreign).toMatchObject({
      taken: false,
      refusals: [{ code: "foreign-ref", pointer: "/ref", entry: 0 }],
    });
    expect(await refused(content("BBB", "2001", { ref: "b" }), content("BBB", "2002", { ref: "b" }))).toEqual(
      [["duplicate-ref", "/ref", undefined]],
    );
  });
});

describe("without a ref", () => {
  it("the same content is told once", async () => {
    await declare(content("AAA", "2000"));
    expect(await declare(content("AAA", "2000"))).toMatchObject({ created: 0, unchanged: 1 });
  });
});

describe("supersession", () => {
  it("is refused a second time, naming the newest", async () => {
    const first = (await declare(content("AAA", "2000"))).entries[0]?.id as string;
    const second = (await declare(content("AAA", "2001", { supersedes: first }))).entries[0]?.id as string;
    expect(await refused(content("AAA", "2002", { supersedes: first }))).toEqual([
      ["already-superseded", "/supersedes", second],
    ]);
  });

  it("falls back to the newest that is not retracted", async () => {
    const first = (await declare(content("AAA", "2000"))).entries[0]?.id as string;
    const second = (await declare(content("BBB", "2001", { supersedes: first }))).entries[0]?.id as string;
    expect(await standing()).toEqual(["BBB 2001"]);
    await append([{ kind: "retraction", of: second, reason: "a slip" }]);
    expect(await standing()).toEqual(["AAA 2000"]);
  });

  it("is followed by a rescission", async () => {
    const join = content("AAA", "2000");
    const leave = content("AAA", "2010", { act: "withdraw", role: null, ref: "leave" });
    await declare(join, leave, content("AAA", "2009", { act: "rescind", role: null, rescinds: "leave" }));
    await declare({ ...leave, effective: parsePartialDate("2011") });
    const known = (await store.newest())?.number as number;
    expect(await store.spells({ known, coalitions: ["pact"] })).toMatchObject([{ to: null }]);
  });
});

describe("refusals", () => {
  it.each<[string, Partial<DeclarationContent>, unknown[]]>([
    ["a misspelt party", { party: "AAB" }, ["unknown-party", "/party", "AAA"]],
    ["a party by name", { party: "Land BBB" }, ["unknown-party", "/party", "BBB"]],
    ["an unknown coalition", { coalition: "pakt" }, ["unknown-coalition", "/coalition", "pact"]],
    ["a retired coalition", { coalition: "old" }, ["retired", "/coalition", undefined]],
    ["no source", { sources: [] }, ["no-source", "/sources", undefined]],
    ["a join without a role", { role: null }, ["bad-shape", "/role", undefined]],
    ["an exit with a role", { act: "withdraw" }, ["bad-shape", "/role", undefined]],
    ["a coalition in itself", { party: "pact" }, ["coalition-in-itself", "/party", undefined]],
    ["what does not exist", { supersedes: "nothing" }, ["unknown-declaration", "/supersedes", undefined]],
    [
      "a day that is none",
      { sources: [{ ...SOURCE, accessed: "2001-02-30" }] },
      ["bad-date", "/sources/0/accessed", undefined],
    ],
  ])("%s", async (_name, more, refusal) => {
    expect(await refused(content("AAA", "2000", more))).toEqual([refusal]);
  });

  it("are told all at once, each with its entry, and nothing is written", async () => {
    const before = await store.newest();
    const outcome = await append([
      { kind: "declaration", content: content("AAA", "2000") },
      { kind: "declaration", content: content("XXX", "2000", { sources: [] }) },
      { kind: "retraction", of: "nothing", reason: "" },
    ]);
    expect(outcome).toMatchObject({ taken: false });
    const codes = outcome.taken ? [] : outcome.refusals.map(({ code, entry }) => [code, entry]);
    expect(codes).toEqual([
      ["unknown-party", 1],
      ["no-source", 1],
      ["unknown-declaration", 2],
    ]);
    expect(await store.newest()).toEqual(before);
  });
});

describe("findings", () => {
  const leave = content("AAA", "2001", { act: "withdraw", role: null });

  it("refuse a write that brings them in, naming what it clashes with", async () => {
    const first = (await declare(content("AAA", "2000", { ref: "a" }))).entries[0]?.id;
    const outcome = await append([{ kind: "declaration", content: content("AAA", "2005") }]);
    expect(outcome).toMatchObject({
      taken: false,
      refusals: [{ code: "new-finding", entry: 0, clashesWith: [first] }],
    });
  });

  it("are taken on request, and then no longer new", async () => {
    const entry = { kind: "declaration", content: { ...leave, ref: "leave" } } as const;
    expect(await append([entry], { findings: "accept" })).toMatchObject({ taken: true, created: 1 });
    const titled = { ...entry, content: { ...entry.content, title: "A better title" } };
    expect(await append([titled])).toMatchObject({ taken: true, superseded: 1 });
  });

  it("do not refuse where they are doubts", async () => {
    const { findings } = await declare(content("AAA", "2000"));
    expect(findings.map((finding) => finding.kind).sort()).toEqual([
      "citation-not-read",
      "source-without-address",
    ]);
  });
});

describe("a dry run", () => {
  it("tells what would be and writes nothing", async () => {
    const before = await store.newest();
    const outcome = await append([{ kind: "declaration", content: content("AAA", "2000") }], {
      dryRun: true,
    });
    expect(outcome).toMatchObject({ taken: true, revision: null, created: 1 });
    expect(await store.newest()).toEqual(before);
  });
});
