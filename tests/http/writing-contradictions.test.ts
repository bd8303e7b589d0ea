/** History is contradictory and can be stored, but a slip does not pass: refused by default, taken on request. */
import { beforeAll, describe, expect, it } from "vitest";
import { type WritingTestService, writingService } from "../support/writing-service.ts";

const source = { title: "Yearbook", url: "https://example.org/yearbook", accessed: "2026-11-22" };

interface Act {
  readonly act: string;
  readonly effective: string;
  readonly role?: string;
}

/** What stands already, what is declared, and the finding that it brings in. */
const CASES: readonly (readonly [finding: string, before: readonly Act[], declared: readonly Act[]])[] = [
  ["second-join", [{ act: "join", effective: "2014-01-01" }], [{ act: "join", effective: "2015-01-01" }]],
  ["exit-without-membership", [], [{ act: "withdraw", effective: "2015-01-01" }]],
  [
    "suspension-without-active-membership",
    [{ act: "join", effective: "2014-01-01" }],
    [{ act: "suspend", effective: "2013-01-01" }],
  ],
  [
    "reinstatement-without-suspension",
    [{ act: "join", effective: "2014-01-01" }],
    [{ act: "reinstate", effective: "2015-01-01" }],
  ],
  [
    "order-open",
    [
      { act: "join", effective: "2013-01-01", role: "observer" },
      { act: "join", effective: "2014", role: "member" },
    ],
    [{ act: "join", effective: "2014", role: "associate" }],
  ],
  ["told-twice", [{ act: "join", effective: "2014" }], [{ act: "join", effective: "2014-02-01" }]],
];

let service: WritingTestService;
beforeAll(async () => {
  service = await writingService();
});

describe("a write that brings in", () => {
  it.each(CASES.map(([finding, ...rest], index) => [finding, index, ...rest] as const))(
    "%s is refused with what it clashes with, and taken on request",
    async (finding, index, before, declared) => {
      const { send, get } = service;
      const coalition = `accord-${index}`;
      const entry = { id: coalition, kind: "accord", name: coalition, founded: "1900" };
      expect((await send("/v1/coalitions", { body: entry })).status).toBe(201);
      const whole = (act: Act) => ({ coalition, party: "SYR", sources: [source], ...act });
      const stood = await send("/v1/declarations", { body: before.map(whole) });
      const ids = stood.body.declarations.map(({ id }: { id: string }) => id);
      const newest = (await get("/v1/revisions?limit=1")).text;

      const refused = await send("/v1/declarations", { body: declared.map(whole) });
      expect(refused.status).toBe(422);
      const [error] = refused.body.errors;
      expect(error.code).toBe("new-finding");
      expect(error.detail).toMatch(new RegExp(`^${finding}: `));
      if (ids.length > 0) expect(ids).toEqual(expect.arrayContaining(error.clashesWith.slice(0, 1)));
      expect((await get("/v1/revisions?limit=1")).text).toBe(newest);

      const taken = await send("/v1/declarations?findings=accept", { body: declared.map(whole) });
      expect(taken.status).toBe(201);
      expect(taken.body.findings.map(({ kind }: { kind: string }) => kind)).toContain(finding);
      const { body } = await get(`/v1/findings?coalition=${coalition}&kind=${finding}`);
      expect(body.total).toBe(1);
      expect(body.items[0].declarations).toContain(taken.body.declarations[0].id);
    },
  );

  it("a contradiction by taking back a join is refused too", async () => {
    const { send } = service;
    const coalition = "accord-taken-back";
    await send("/v1/coalitions", { body: { id: coalition, kind: "accord", name: "Back" } });
    const acts = [
      { act: "join", effective: "2014" },
      { act: "withdraw", effective: "2016" },
    ].map((act) => ({ coalition, party: "SYR", sources: [source], ...act }));
    const { body } = await send("/v1/declarations", { body: acts });
    const path = `/v1/declarations/${body.declarations[0].id}/retraction`;
    const refused = await send(path, { body: { reason: "Another accord" } });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].clashesWith).toEqual([body.declarations[1].id]);
    const taken = await send(`${path}?findings=accept`, { body: { reason: "Another accord" } });
    expect(taken.body.findings[0].kind).toBe("exit-without-membership");
  });

  it("only doubts passes, and tells them", async () => {
    const body = {
      coalition: "artemis-accords",
      party: "VAT",
      act: "join",
      effective: "2026-11-20",
      sources: [{ title: "Hearsay" }],
    };
    const taken = await service.send("/v1/declarations", { body });
    expect(taken.status).toBe(201);
    expect(taken.body.findings.map(({ kind, severity }: Record<string, string>) => [kind, severity])).toEqual(
      expect.arrayContaining([["source-without-address", "doubt"]]),
    );
  });
});
