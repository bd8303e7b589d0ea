/** The ledger as text: what is read and written again is the same, and a line that is amiss is told. */
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerLine, readLedgerLine, revisionLine } from "../../src/formats/ledger-lines.ts";
import { type WritingTestService, writingService } from "../support/writing-service.ts";

function told(text: string): string {
  const read = readLedgerLine(JSON.parse(text));
  if ("faults" in read) throw new Error(`${text}: ${JSON.stringify(read.faults)}`);
  const { revision, line } = read;
  return line.kind === "revision" ? revisionLine(line.revision) : ledgerLine(revision, line);
}

describe("the lines of the real seed", () => {
  let service: WritingTestService;
  let lines: readonly string[] = [];
  beforeAll(async () => {
    service = await writingService();
    lines = (await service.get("/v1/ledger")).text.split("\n").slice(0, -1);
  });

  it("are the same when they are read and written again", () => {
    expect(lines.length).toBeGreaterThan(1000);
    for (const line of lines) expect(told(line)).toBe(`${line}\n`);
  });

  it("come in the order of revisions, as many as each revision says", async () => {
    const { body } = await service.get("/v1/revisions");
    const parsed = lines.map((line) => JSON.parse(line));
    const heads = parsed.filter(({ kind }) => kind === "revision");
    expect(heads).toEqual(body.items.toReversed().map((item: object) => ({ kind: "revision", ...item })));
    for (const { revision, counts } of heads) {
      const own = parsed.filter((line) => line.revision === revision && line.kind !== "revision");
      const sum = Object.values(counts as Record<string, number>).reduce((a, b) => a + b, 0);
      expect(own).toHaveLength(sum);
    }
  });

  it("go on after a revision", async () => {
    const { body } = await service.get("/v1/meta");
    const { revision } = body.known;
    const rest = await service.get(`/v1/ledger?after=${revision - 2}`);
    const own = lines.filter((line) => JSON.parse(line).revision > revision - 2);
    expect(rest.text).toBe(`${own.join("\n")}\n`);
    const none = await service.get(`/v1/ledger?after=${revision}`);
    expect([none.status, none.text]).toEqual([200, ""]);
    expect(none.headers["link"]).toBe(`</v1/ledger?after=${revision}>; rel="next"`);
    const far = await service.get(`/v1/ledger?after=${revision + 1}`);
    expect([far.status, far.body.errors[0].suggestion]).toEqual([400, String(revision)]);
  });
});

describe("a line of the ledger that is amiss", () => {
  const declaration = {
    id: "a",
    coalition: "nato",
    act: "join",
    party: "SYR",
    effective: "2014",
    sources: [],
  };
  it.each([
    ["no object", [], "/kind"],
    ["an unknown kind", { kind: "event", revision: 1 }, "/kind"],
    ["no number", { kind: "retraction", of: "a", reason: "b" }, "/revision"],
    ["an unknown field", { kind: "retraction", revision: 1, of: "a", reason: "b", by: "c" }, "/by"],
    [
      "no id",
      { kind: "declaration", revision: 1, declaration: { ...declaration, id: "" } },
      "/declaration/id",
    ],
    [
      "a bad date",
      { kind: "declaration", revision: 1, declaration: { ...declaration, effective: "2014-13" } },
      "/declaration/effective",
    ],
    ["no entry", { kind: "coalition", revision: 1 }, "/coalition"],
    [
      "an instant of another form",
      { kind: "revision", revision: 1, recordedAt: "2014-09-05" },
      "/recordedAt",
    ],
  ])("%s", (_what, value, pointer) => {
    const read = readLedgerLine(value);
    expect("faults" in read ? read.faults.map((fault) => fault.pointer) : []).toContain(pointer);
  });
});
