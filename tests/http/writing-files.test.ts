/** A script sends its whole file again and again: what is new is taken, what changed supersedes, what is wrong is told. */
import { beforeAll, describe, expect, it } from "vitest";
import { type WritingTestService, writingService } from "../support/writing-service.ts";

const NDJSON = { type: "application/x-ndjson" };
const CSV = { type: "text/csv" };
const DAY_MS = 86_400_000;

let service: WritingTestService;
beforeAll(async () => {
  service = await writingService();
  const { send } = service;
  for (const id of ["first-accord", "second-accord", "third-accord"]) {
    const body = { id, kind: "accord", name: `The ${id}`, founded: "1900" };
    expect((await send("/v1/coalitions", { body })).status).toBe(201);
  }
});

function line(index: number, more: object = {}) {
  return {
    ref: `file/${index}`,
    coalition: "first-accord",
    party: "SYR",
    act: index % 2 === 0 ? "join" : "withdraw",
    effective: new Date(Date.UTC(1990, 0, 1) + index * DAY_MS).toISOString().slice(0, 10),
    sources: [{ title: "Yearbook", url: "https://example.org/yearbook", accessed: "2026-11-22" }],
    ...more,
  };
}

function ndjson(lines: readonly object[]): string {
  return `${lines.map((each) => JSON.stringify(each)).join("\n")}\n`;
}

describe("a file that is sent again and again", () => {
  const file = Array.from({ length: 40 }, (_, index) => line(index));

  it("is taken once; then only what changed supersedes, and superseded again when it is changed back", async () => {
    const { send } = service;
    const post = (lines: readonly object[]) =>
      send("/v1/declarations?message=The%20nightly%20file", { ...NDJSON, body: ndjson(lines) });
    const first = await post(file);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ created: 40, unchanged: 0, superseded: 0 });
    expect(first.headers["location"]).toBeUndefined();
    const second = await post(file);
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({ created: 0, unchanged: 40, superseded: 0, revision: null });
    expect(second.body.declarations.map(({ id }: { id: string }) => id)).toEqual(
      first.body.declarations.map(({ id }: { id: string }) => id),
    );

    const changed = file.with(7, { ...line(7), title: "Corrected" } as never);
    const third = await post(changed);
    expect(third.status).toBe(201);
    expect(third.body).toMatchObject({ created: 0, unchanged: 39, superseded: 1 });
    expect(third.body.declarations[7]).toMatchObject({ ref: "file/7", outcome: "superseded" });
    const back = await post(file);
    expect(back.status).toBe(201);
    expect(back.body).toMatchObject({ created: 0, unchanged: 39, superseded: 1 });
    const ids = [first, third, back].map(({ body }) => body.declarations[7].id);
    expect(new Set(ids).size).toBe(3);
    const { body } = await service.get(`/v1/declarations/${ids[2]}`);
    expect(body.history.filter(({ event }: { event: string }) => event === "superseded")).toHaveLength(2);
  });

  it("does not wake what was retracted, unless it is named", async () => {
    const { send } = service;
    const one = line(100, { coalition: "second-accord" });
    const taken = await send("/v1/declarations", { body: one });
    const [{ id }] = taken.body.declarations;
    await send(`/v1/declarations/${id}/retraction`, { body: { reason: "Not so" } });
    const again = await send("/v1/declarations", { body: one });
    expect([again.status, again.body.unchanged]).toEqual([200, 1]);
    const woken = await send("/v1/declarations", { body: { ...one, supersedes: id } });
    expect([woken.status, woken.body.superseded]).toEqual([201, 1]);
  });

  it("may be an empty one", async () => {
    for (const [body, type] of [
      ["[]", "application/json"],
      ["\n", "application/x-ndjson"],
      ["coalition,act,effective\r\n", "text/csv"],
    ] as const) {
      const { status, body: told } = await service.send("/v1/declarations", { body, type });
      expect([status, told.revision, told.declarations]).toEqual([200, null, []]);
    }
  });
});

describe("one bad line among 10,000", () => {
  it("is told with its line and reason, and nothing is written", async () => {
    const { send, get } = service;
    const lines: object[] = Array.from({ length: 10_000 }, (_, index) =>
      line(index, { ref: `big/${index}` }),
    );
    const before = (await get("/v1/revisions?limit=1")).text;
    lines[7122] = line(7122, { ref: "big/7122", party: "SYRR" });
    const unknown = await send("/v1/declarations", { ...NDJSON, body: ndjson(lines) });
    expect(unknown.status).toBe(422);
    expect(unknown.body.total).toBe(1);
    expect(unknown.body.errors).toEqual([
      {
        line: 7123,
        code: "unknown-party",
        pointer: "/party",
        suggestion: "SYR",
        detail: 'There is no party "SYRR": did you mean "SYR"?',
      },
    ]);
    const text = ndjson(lines).replace(/\n/, "\n\n{oops\n");
    const both = await send("/v1/declarations", { ...NDJSON, body: text });
    expect(both.body.errors.map(({ line, code }: Record<string, unknown>) => [line, code])).toEqual([
      [3, "bad-shape"],
      [7125, "unknown-party"],
    ]);
    expect((await get("/v1/revisions?limit=1")).text).toBe(before);
  });

  it("tells at most 1,000 reasons, and counts all", async () => {
    const lines = Array.from({ length: 1500 }, (_, index) => line(index, { party: "ZZZ" }));
    const { status, body } = await service.send("/v1/declarations", { ...NDJSON, body: ndjson(lines) });
    expect([status, body.total, body.errors.length]).toEqual([422, 1500, 1000]);
    const broken = await service.send("/v1/declarations", { ...NDJSON, body: "{}\n".repeat(400) });
    expect(broken.body.total).toBeGreaterThan(1000);
    expect(broken.body.errors).toHaveLength(1000);
  });
});

describe("bodies of declarations", () => {
  it.each([
    ["an array", (one: object) => [one], "/0/party"],
    [
      "a list with its reason",
      (one: object) => ({ message: "Why", declarations: [one] }),
      "/declarations/0/party",
    ],
    ["one", (one: object) => one, "/party"],
  ])("as %s tell where a fault is", async (_what, wrap, pointer) => {
    const { status, body } = await service.send("/v1/declarations", {
      body: wrap(line(0, { party: "SYRR" })),
    });
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it("tell all faults of their shape at once", async () => {
    const body = { ...line(0), act: "joins", effective: "2014-13", colour: "red", sources: [{}] };
    const { body: told } = await service.send("/v1/declarations", { body });
    expect(told.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]).sort()).toEqual([
      ["/act", "bad-shape"],
      ["/colour", "bad-shape"],
      ["/effective", "bad-date"],
      ["/sources/0/title", "bad-shape"],
    ]);
  });

  it("are taken in any number, and told by their place in the list", async () => {
    const { send } = service;
    await send("/v1/coalitions", { body: { id: "long-accord", kind: "accord", name: "The long accord" } });
    const list: object[] = Array.from({ length: 2_500 }, (_, index) =>
      line(index, { ref: `list/${index}`, coalition: "long-accord" }),
    );
    const wrong = list.with(2_400, line(2_400, { ref: "list/2400", party: "SYRR" }));
    const shapeless = wrong.with(1_200, { act: "joyn" });
    const pointers = async (body: unknown) => {
      const { errors } = (await send("/v1/declarations", { body })).body;
      return errors.map(({ pointer }: { pointer: string }) => pointer);
    };
    expect(await pointers(wrong)).toEqual(["/2400/party"]);
    expect(await pointers({ declarations: shapeless })).toEqual(
      expect.arrayContaining(["/declarations/1200/act", "/declarations/2400/party"]),
    );
    const body = { declarations: list };
    expect((await send("/v1/declarations", { body })).body).toMatchObject({ created: 2_500 });
    expect((await send("/v1/declarations", { body: list })).body).toMatchObject({ unchanged: 2_500 });
  });

  it("carry the reason of the revision", async () => {
    const one = line(0, { ref: "reason/1", coalition: "third-accord" });
    const body = { message: "From the yearbook", declarations: [one] };
    const { body: told } = await service.send("/v1/declarations", { body });
    const log = await service.get(`/v1/revisions/${told.revision}`);
    expect(log.body.message).toBe("From the yearbook");
  });

  it("as CSV: declarations, with lines and columns", async () => {
    const { send } = service;
    const header = "ref,coalition,party,act,effective,source_title,source_published,scope";
    const good = `${header}\r\ncsv/1,third-accord,FRA,join,1990-01-01,Yearbook,1991,political;military\r\n`;
    const taken = await send("/v1/declarations", { ...CSV, body: good });
    expect([taken.status, taken.body.created]).toEqual([201, 1]);
    const { body } = await service.get(`/v1/declarations/${taken.body.declarations[0].id}`);
    expect(body).toMatchObject({ scope: ["political", "military"], sources: [{ title: "Yearbook" }] });
    const bad = `${header}\ncsv/2,third-accord,DEU,join,1990-02-30,Yearbook,1991,\ncsv/3,third-accord,ITA,join,1990,,1991,\n`;
    const refused = await send("/v1/declarations", { ...CSV, body: bad });
    expect(refused.body.errors.map(({ line, pointer }: Record<string, unknown>) => [line, pointer])).toEqual([
      [2, "/effective"],
      [3, "/source_title"],
    ]);
    const column = await send("/v1/declarations", { ...CSV, body: good.replace("party", "partie") });
    expect([column.status, column.body.errors[0].line]).toEqual([422, 1]);
    expect(column.body.detail).toContain('"party"');
  });

  it("as CSV: spells, each a join and a withdrawal, told apart by the header", async () => {
    const { send, get } = service;
    const spells = [
      "coalition,party,role,from,to,source_title",
      "third-accord,ITA,observer,1991-01-01,1993-01-01,Yearbook",
      "third-accord,ITA,member,1993-01-01,,Yearbook",
      "third-accord,ESP,member,1991-01-01,1995-01-01,Yearbook",
      "",
    ].join("\n");
    const taken = await send("/v1/declarations", { ...CSV, body: spells });
    expect([taken.status, taken.body.created]).toEqual([201, 4]);
    const { body } = await get("/v1/memberships?coalition=third-accord");
    const told = body.items.map(({ party, role, from, to }: never) => {
      const [start, end] = [from, to] as { edtf: string }[];
      return [(party as { id: string }).id, role, start?.edtf, end?.edtf];
    });
    expect(told).toContainEqual(["ITA", "observer", "1991-01-01", "1993-01-01"]);
    expect(told).toContainEqual(["ITA", "member", "1993-01-01", undefined]);
    expect(told).toContainEqual(["ESP", "member", "1991-01-01", "1995-01-01"]);
    const again = await send("/v1/declarations", { ...CSV, body: spells });
    expect([again.status, again.body.unchanged]).toEqual([200, 4]);
    const bad = await send("/v1/declarations", { ...CSV, body: spells.replace("1995-01-01", "1995-13") });
    expect(bad.body.errors[0]).toMatchObject({ line: 4, pointer: "/to", code: "bad-date" });
  });

  it("as CSV: spells whose change of role stands far below", async () => {
    const { send, get } = service;
    await send("/v1/coalitions", { body: { id: "far-accord", kind: "accord", name: "The far accord" } });
    const others = Array.from(
      { length: 700 },
      (_, year) => `far-accord,FRA,,${1000 + year}-01-01,${1000 + year}-07-01,T`,
    );
    const rows = ["far-accord,SYR,observer,1980,1990,T", ...others, "far-accord,SYR,member,1990,2000,T"];
    const body = ["coalition,party,role,from,to,source_title", ...rows].join("\n");
    // Two joins and one withdrawal of Syria.
    expect((await send("/v1/declarations", { ...CSV, body })).body).toMatchObject({ created: 1_403 });
    const { items } = (await get("/v1/memberships?coalition=far-accord&party=SYR")).body;
    expect(items.map(({ role, endedBy }: Record<string, unknown>) => [role, endedBy])).toEqual([
      ["observer", "role-change"],
      ["member", "withdraw"],
    ]);
    const wrong = body.replace("1999", "soon").replace("SYR,member", "SYR,membre");
    expect(
      (await send("/v1/declarations", { ...CSV, body: `${wrong}\nfar-accord,SYR,,soon,,T` })).body.total,
    ).toBe(2);
  });

  it("are written nowhere on a dry run, with what they would come to", async () => {
    const { send, get } = service;
    const before = (await get("/v1/revisions?limit=1")).text;
    const one = line(1, { ref: "dry/1", coalition: "second-accord", party: "USA" });
    const refused = await send("/v1/declarations?dryRun=true", { body: one });
    expect(refused.status).toBe(422);
    const told = await send("/v1/declarations?dryRun=true&findings=accept", { body: one });
    expect(told.status).toBe(200);
    expect(told.body).toMatchObject({ revision: null, recordedAt: null, created: 1 });
    expect(told.body.findings[0].kind).toBe("exit-without-membership");
    expect(told.headers["location"]).toBeUndefined();
    expect((await get("/v1/revisions?limit=1")).text).toBe(before);
  });
});

describe("a body that cannot be read", () => {
  it.each([
    ["empty", "", "application/json", 400, "empty-body"],
    ["no JSON", "{", "application/json", 400, "bad-json"],
    ["of another type", "<a/>", "text/xml", 415, "unsupported-media-type"],
    ["of another encoding", "{}", "application/json; charset=iso-8859-1", 415, "unsupported-media-type"],
    ["a number", "7", "application/json", 422, "bad-shape"],
  ])("%s", async (_what, body, type, status, code) => {
    const answer = await service.send("/v1/declarations", { body, type });
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
    if (status === 415) expect(answer.headers["accept-post"]).toContain("text/csv");
  });

  it("packed, or not UTF-8", async () => {
    const headers = { "content-encoding": "gzip" };
    const packed = await service.send("/v1/declarations", { body: "x", headers });
    expect(packed.status).toBe(415);
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    for (const [type, status] of [
      ["application/json", 400],
      ["application/x-ndjson", 422],
      ["text/csv", 422],
    ] as const) {
      const reply = await service.inject({ type, payload: bytes });
      expect(reply, type).toBe(status);
    }
  });

  it("too large, announced or not", async () => {
    const small = await writingService({ bodyLimit: 1024 }, { seeded: false });
    const body = ndjson(Array.from({ length: 20 }, (_, index) => line(index)));
    const announced = await small.send("/v1/declarations", { ...NDJSON, body });
    expect([announced.status, announced.body.errors[0].code]).toEqual([413, "body-too-large"]);
    const streamed = await small.inject({ type: "application/x-ndjson", payload: body, chunked: true });
    expect(streamed).toBe(413);
  });
});
