/** Well-known memberships, asked on the days around which they changed. */
import { describe, expect, it } from "vitest";
import { seededService } from "../support/http-service.ts";
import { counted, member } from "../support/roster-questions.ts";

const service = await seededService();

describe("Syria in the Arab League", () => {
  it.each([
    ["2011-11-11", "active"],
    ["2011-11-13", "suspended"],
    ["2023-05-06", "suspended"],
    ["2023-05-08", "active"],
  ])("is a member on %s, %s", async (on, standing) => {
    expect(await member(service, "arab-league", "SYR", `on=${on}`)).toMatchObject({
      role: "member",
      standing,
      certainty: "certain",
    });
  });

  it("is a member throughout, also on the days of the change", async () => {
    for (const on of ["2011-11-12", "2023-05-07"]) {
      expect(await member(service, "arab-league", "SYR", `on=${on}`)).toMatchObject({ certainty: "certain" });
    }
    const { body } = await service.ask("/v1/countries/SYR/memberships?on=2015-01-01");
    const own = body.items.find(
      (spell: { coalition: { id: string } }) => spell.coalition.id === "arab-league",
    );
    expect(own).toMatchObject({ standing: "suspended", endedBy: "reinstate", ended: true });
  });
});

describe("the United Kingdom in the European Union", () => {
  it("is in on its last day and out on the next", async () => {
    expect(await member(service, "eu", "GBR", "on=2020-01-31")).toMatchObject({ certainty: "certain" });
    expect(await member(service, "eu", "GBR", "on=2020-02-01")).toBeUndefined();
    expect(await counted(service, "eu", "on=2020-01-31")).toEqual([28, 0]);
    expect(await counted(service, "eu", "on=2020-02-01")).toEqual([27, 0]);
  });

  it.each([
    ["2017-03-28", []],
    ["2017-03-29", ["withdraw"]],
    ["2018-01-01", ["withdraw"]],
    ["2020-01-31", ["withdraw"]],
  ])("has on %s pending: %j", async (on, acts) => {
    const { pending } = await member(service, "eu", "GBR", `on=${on}`);
    expect(pending.map(({ act }: { act: string }) => act)).toEqual(acts);
  });

  it("had declared its withdrawal on 2017-03-29", async () => {
    const { pending } = await member(service, "eu", "GBR", "on=2018-01-01");
    expect(pending).toMatchObject([
      { act: "withdraw", declared: { edtf: "2017-03-29" }, effective: { edtf: "2020-02-01" } },
    ]);
  });
});

describe("ordinals that were announced", () => {
  it.each([
    ["eu", "HRV", 28],
    ["nato", "SWE", 32],
    ["artemis-accords", "DJI", 72],
    ["un", "SSD", 193 + 5],
  ])("in %s: %s is number %i", async (coalition, party, ordinal) => {
    const row = await member(service, coalition, party, "on=2026-11-22");
    expect(row.ordinal).toEqual({ earliest: ordinal, latest: ordinal });
  });

  it.each([
    ["eu", "HRV"],
    ["nato", "SWE"],
    ["artemis-accords", "DJI"],
  ])("in %s: what a source claims of %s matches", async (coalition, party) => {
    const row = await member(service, coalition, party, "on=2026-11-22");
    expect(row.claimedOrdinals).toMatchObject([{ claimed: row.ordinal.earliest, verdict: "match" }]);
  });

  it("fifty-fifth in the African Union is Morocco by size", async () => {
    const row = await member(service, "african-union", "MAR", "on=2026-11-22");
    expect(row.claimedOrdinals).toMatchObject([{ claimed: 55, reading: "size" }]);
  });
});

describe("the United Nations", () => {
  it.each([
    ["1945-12-31", 51],
    ["1964-04-25", 113],
    ["1964-04-26", 112],
    ["1991-12-24", 166],
    ["1992-12-31", 179],
    ["1993-01-01", 178],
    ["2000-10-31", 189],
    ["2000-11-01", 189],
    ["2026-11-22", 193],
  ])("has on %s %i members", async (on, certain) => {
    expect(await counted(service, "un", `on=${on}`)).toEqual([certain, 0]);
  });

  it("gives Russia the Soviet seat, with its day and its place", async () => {
    const soviet = await member(service, "un", "SUHH", "on=1991-12-23");
    const russia = await member(service, "un", "RUS", "on=1991-12-24");
    expect(russia.joined.edtf).toBe("1945-10-24");
    expect(russia.ordinal).toEqual(soviet.ordinal);
    expect(await member(service, "un", "SUHH", "on=1991-12-24")).toBeUndefined();
  });
});

describe("codes that several countries bore", () => {
  it.each([
    ["CS?on=1990-01-01", "CSHH"],
    ["CS?on=2005-01-01", "CSXX"],
    ["GE", "GEO"],
    ["sy", "SYR"],
    ["760", "SYR"],
  ])("%s is %s", async (path, id) => {
    expect((await service.ask(`/v1/countries/${path}`)).body).toMatchObject({ id });
  });

  it("CS alone is a choice between two", async () => {
    const { status, body } = await service.ask("/v1/countries/CS");
    expect(status).toBe(409);
    expect(body.errors).toMatchObject([{ allowed: ["CSHH", "CSXX"] }]);
  });
});

describe("a request that is wrong", () => {
  it.each([
    ["GET", "/v1/coalitions/nato/members?asof=2020-01-01", 400, "on"],
    ["GET", "/v1/coalitions/nato/members?limit=5000", 400, "1000"],
    ["GET", "/v1/coalitions/nato/members?on=2001-02-30", 400, "2001-02"],
    ["GET", "/v1/coalitions/nato/members?role=memebr", 400, "member"],
    ["GET", "/v1/coalitions/nto", 404, "nato"],
    ["GET", "/v1/nothing", 404, "GET /v1"],
    ["POST", "/v1/coalitions/nato/members", 405, "GET"],
    ["GET", "/v1/countries/%zz", 400, "%"],
  ] as const)("%s %s is %i, and says what would be right", async (method, path, status, right) => {
    const reply = await service.ask(path, { method });
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//) });
    expect(JSON.stringify([reply.body.detail, reply.body.errors])).toContain(right);
  });
});
