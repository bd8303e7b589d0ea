/** A curator declares, mends, corrects and takes back; what was known stays known. */
import { beforeAll, describe, expect, it } from "vitest";
import { type WritingTestService, writingService } from "../support/writing-service.ts";

const ARTEMIS = "/v1/coalitions/artemis-accords";
const DAESH = "/v1/coalitions/global-coalition-against-daesh";
const UNIDENTIFIED = "x-global-coalition-87th";

const source = { url: "https://example.org/1", title: "Signature", accessed: "2026-11-22" };
const join = {
  coalition: "artemis-accords",
  party: "VAT",
  act: "join",
  effective: "2026-11-20",
  sources: [source],
};

async function certain(service: WritingTestService, coalition: string, query: string): Promise<number> {
  const { status, body } = await service.get(`${coalition}/members?${query}`);
  expect(status).toBe(200);
  return body.counts.certain;
}

describe("the journey of a declaration", () => {
  let service: WritingTestService;
  let before = 0;
  beforeAll(async () => {
    service = await writingService();
    before = await certain(service, ARTEMIS, "on=2026-11-22");
  });

  it("is declared, corrected and retracted, and its history tells all of it", async () => {
    const { send, get, wait } = service;
    const typo = await send("/v1/declarations", { body: { ...join, party: "VATT" } });
    expect(typo.status).toBe(422);
    expect(typo.body.errors).toEqual([
      {
        code: "unknown-party",
        pointer: "/party",
        suggestion: "VAT",
        detail: 'There is no party "VATT": did you mean "VAT"?',
      },
    ]);
    expect(typo.body.total).toBe(1);

    wait(1000);
    const taken = await send("/v1/declarations?message=The%20Vatican%20signs", { body: join });
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({ created: 1, unchanged: 0, superseded: 0, findings: [] });
    const { revision, recordedAt } = taken.body;
    const [{ id }] = taken.body.declarations;
    expect(taken.headers["location"]).toBe(`/v1/declarations/${id}`);
    const log = await get(`/v1/revisions/${revision}`);
    expect(log.body).toMatchObject({ recordedAt, recordedBy: "curator", message: "The Vatican signs" });

    expect(await certain(service, ARTEMIS, "on=2026-11-19")).toBe(before);
    expect(await certain(service, ARTEMIS, "on=2026-11-20")).toBe(before + 1);
    expect(await certain(service, ARTEMIS, `on=2026-11-20&known=${revision - 1}`)).toBe(before);
    const pinned = `${ARTEMIS}/members?on=2026-11-20&known=${recordedAt}`;
    const then = await get(pinned);

    wait(1000);
    const corrected = await send("/v1/declarations", {
      body: { ...join, effective: "2026-11-21", supersedes: id },
    });
    expect(corrected.status).toBe(201);
    expect(corrected.body).toMatchObject({ created: 0, superseded: 1 });
    const [newer] = corrected.body.declarations;
    expect(await certain(service, ARTEMIS, "on=2026-11-20")).toBe(before);
    expect(await certain(service, ARTEMIS, "on=2026-11-21")).toBe(before + 1);

    wait(1000);
    const retracted = await send(`/v1/declarations/${newer.id}/retraction`, {
      body: { reason: "It was another accord" },
    });
    expect(retracted.status).toBe(201);
    expect(retracted.body.retracted).toBe(newer.id);
    expect(await certain(service, ARTEMIS, "on=2026-11-20")).toBe(before + 1);
    const all = await send(`/v1/declarations/${id}/retraction`, { body: { reason: "Nothing of it" } });
    expect(all.status).toBe(201);
    expect(await certain(service, ARTEMIS, "on=2026-11-22")).toBe(before);
    expect((await get(pinned)).text).toBe(then.text);

    const story = await get(`/v1/declarations/${id}`);
    expect(story.body.state).toBe("retracted");
    expect(
      story.body.history.map(({ event, declaration, reason }: Record<string, string>) => [
        event,
        declaration,
        ...(reason === undefined ? [] : [reason]),
      ]),
    ).toEqual([
      ["declared", id],
      ["declared", newer.id],
      ["superseded", id],
      ["retracted", newer.id, "It was another accord"],
      ["retracted", id, "Nothing of it"],
    ]);

    const knowledge = await get(`${ARTEMIS}/knowledge?from=${revision}&to=${corrected.body.revision}`);
    expect(knowledge.body.items).toHaveLength(1);
    expect(knowledge.body.items[0]).toMatchObject({
      change: "changed",
      party: { id: "VAT" },
      before: { from: { edtf: "2026-11-20" } },
      after: { from: { edtf: "2026-11-21" } },
      declarations: [newer.id],
    });
    const again = await send(`/v1/declarations/${id}/retraction`, { body: { reason: "Twice" } });
    expect([again.status, again.body.errors[0].code]).toEqual([422, "already-retracted"]);
  });

  it("names the unidentified 87th, and both times are right", async () => {
    const { send, get, wait } = service;
    const on = "on=2025-11-12&role=member";
    const before = await get(`${DAESH}/members?${on}`);
    const row = before.body.items.find((each: { party: { id: string } }) => each.party.id === UNIDENTIFIED);
    const [old] = row.declarations;
    const { body: told } = await get(`/v1/declarations/${old}`);
    const at = before.body.known.revision;
    wait(1000);
    const named = await send("/v1/declarations", {
      body: {
        coalition: "global-coalition-against-daesh",
        party: "LIE",
        act: "join",
        effective: told.effective.edtf,
        supersedes: old,
        sources: [source],
      },
    });
    expect(named.status).toBe(201);
    const ids = async (known: string) => {
      const { body } = await get(`${DAESH}/members?${on}${known}`);
      expect(body.counts.certain).toBe(90);
      return body.items.map((each: { party: { id: string } }) => each.party.id);
    };
    const now = await ids("");
    expect([now.includes("LIE"), now.includes(UNIDENTIFIED)]).toEqual([true, false]);
    const then = await ids(`&known=${at}`);
    expect([then.includes("LIE"), then.includes(UNIDENTIFIED)]).toEqual([false, true]);
    const { body } = await get(`${DAESH}/knowledge?from=${at}`);
    const changes = body.items.map(
      (item: { change: string; party: { id: string }; declarations: string[] }) => [
        item.change,
        item.party.id,
        item.declarations,
      ],
    );
    const [{ id }] = named.body.declarations;
    expect(changes).toEqual([
      ["appeared", "LIE", [id]],
      ["went", UNIDENTIFIED, [id]],
    ]);
  });
});
