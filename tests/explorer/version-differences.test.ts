/** What differs between two versions of a declaration, and the history that they stand in. */
import { describe, expect, it } from "vitest";
import type { Schemas } from "../../src/client/client.ts";
import { correctionsOf, versionsIn } from "../../src/explorer/pages/declaration/corrections.ts";
import { differencesOf } from "../../src/explorer/pages/declaration/version-differences.ts";

type Declaration = Schemas["Declaration"];

const date = (edtf: string) => ({ edtf, earliest: edtf, latest: edtf });
const SOURCE = {
  url: "https://example.org/a",
  title: "A newspaper",
  publisher: null,
  published: date("2026-11-02"),
  accessed: null,
  claims: { ordinal: 34, effective: null },
};
const VERSION: Declaration = {
  id: "one",
  ref: null,
  revision: 1,
  recordedAt: "2026-11-22T00:00:00Z",
  recordedBy: "curator",
  state: "superseded",
  coalition: { id: "nato", name: "NATO" },
  party: { id: "CHE", kind: "country", name: "Switzerland" },
  act: "join",
  role: "member",
  predecessors: [],
  declared: null,
  effective: date("2026-11-10"),
  rescinds: null,
  supersedes: null,
  title: null,
  scope: ["political"],
  confidence: "low",
  note: null,
  sources: [SOURCE],
};

/** Every field that a declaration may differ in, changed. */
const CHANGES: readonly (readonly [string, Partial<Declaration>, string | null, string | null])[] = [
  ["Coalition", { coalition: { id: "eu", name: "European Union" } }, "NATO", "European Union"],
  ["Party", { party: { id: "AUT", kind: "country", name: "Austria" } }, "Switzerland", "Austria"],
  ["Act", { act: "withdraw" }, "join", "withdraw"],
  ["Role", { role: "observer" }, "member", "observer"],
  [
    "Predecessors",
    { predecessors: [{ id: "SUHH", kind: "country", name: "Soviet Union" }] },
    null,
    "Soviet Union",
  ],
  ["Declared", { declared: date("2026-11-01") }, null, "1 November 2026"],
  [
    "Effective",
    { effective: { edtf: "2026-11~", earliest: "2026-11-01", latest: "2026-11-30" } },
    "10 November 2026",
    "about November 2026",
  ],
  ["Takes back", { rescinds: "other" }, null, "other"],
  ["Title", { title: "Protocol" }, null, "Protocol"],
  ["Scope", { scope: ["political", "military"] }, "political", "political, military"],
  ["Confidence", { confidence: null }, "low", null],
  ["Note", { note: "as deposited" }, null, "as deposited"],
];

describe("two versions", () => {
  it("that say the same differ in nothing, whoever recorded them and when", () => {
    const again = { ...VERSION, id: "two", supersedes: "one", revision: 2, recordedBy: "other", ref: "r" };
    expect(
      differencesOf(VERSION, { ...again, recordedAt: "2027-01-01T00:00:00Z", state: "in-force" }),
    ).toEqual([]);
  });

  it.each(CHANGES)("differ in %s", (field, change, before, after) => {
    expect(differencesOf(VERSION, { ...VERSION, ...change })).toEqual([{ field, before, after }]);
  });

  it("are compared in every field that a declaration has", () => {
    const compared = new Set(CHANGES.flatMap(([, change]) => Object.keys(change)));
    const aside = ["id", "ref", "revision", "recordedAt", "recordedBy", "state", "supersedes", "sources"];
    expect(
      Object.keys(VERSION)
        .filter((field) => !compared.has(field))
        .sort(),
    ).toEqual(aside.sort());
  });

  it("differ in what a source says, told under its title", () => {
    const after = {
      ...SOURCE,
      accessed: "2026-11-22",
      claims: { ordinal: 33, effective: date("2026-11-20") },
    };
    expect(differencesOf(VERSION, { ...VERSION, sources: [after] })).toEqual([
      { field: "Source “A newspaper”, read", before: null, after: "22 November 2026" },
      { field: "Source “A newspaper”, claimed place", before: "34", after: "33" },
      { field: "Source “A newspaper”, claimed effective day", before: null, after: "20 November 2026" },
    ]);
  });

  it("differ in sources that came and went", () => {
    const notice = { ...SOURCE, url: null, title: "The notice" };
    expect(differencesOf(VERSION, { ...VERSION, sources: [notice] })).toEqual([
      { field: "Source", before: null, after: "The notice" },
      { field: "Source", before: "A newspaper", after: null },
    ]);
  });
});

describe("a history", () => {
  const when = (revision: number) => ({
    revision,
    recordedAt: `2026-11-${revision}T00:00:00Z`,
    recordedBy: "curator",
  });

  it("tells a correction once, with what it replaces", () => {
    const history = [
      { ...when(10), event: "declared" as const, declaration: "one" },
      { ...when(11), event: "declared" as const, declaration: "two" },
      { ...when(11), event: "superseded" as const, declaration: "one", by: "two" },
      { ...when(12), event: "retracted" as const, declaration: "two", reason: "a satire" },
      { ...when(13), event: "rescinded" as const, declaration: "one", by: "three" },
    ];
    expect(
      correctionsOf(history).map(({ kind, declaration, replaces, by, reason, revision }) => [
        ...[revision, kind, declaration],
        ...[replaces, by, reason],
      ]),
    ).toEqual([
      [10, "recorded", "one", null, null, null],
      [11, "corrected", "two", "one", null, null],
      [12, "retracted", "two", null, null, "a satire"],
      [13, "rescinded", "one", null, "three", null],
    ]);
    expect(versionsIn(history)).toEqual(["one", "two"]);
  });
});
