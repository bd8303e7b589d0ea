/** What the service answers on the real seed: on and known at their edges. */
import { describe, expect, it } from "vitest";
import { seededService } from "../support/http-service.ts";

const { ask } = await seededService();
const DAESH = "/v1/coalitions/global-coalition-against-daesh";

async function members(path: string) {
  const { status, body } = await ask(path);
  expect(status).toBe(200);
  const row = (id: string) => body.items.find((each: { party: { id: string } }) => each.party.id === id);
  return { ...body, row };
}

describe("the roster of the Global Coalition", () => {
  it("has 90 certain members the day after Syria joined, Syria the ninetieth", async () => {
    const { counts, row, total } = await members(`${DAESH}/members?on=2025-11-12`);
    expect(counts).toMatchObject({
      certain: 90,
      possible: 0,
      byKind: { country: { certain: 84 }, coalition: { certain: 5 }, unidentified: { certain: 1 } },
    });
    expect(total).toBe(90);
    expect(row("SYR")).toMatchObject({
      certainty: "certain",
      joined: { edtf: "2025-11-10/2025-11-11" },
      ordinal: { earliest: 90, latest: 90 },
      claimedOrdinals: [{ claimed: 90, reading: "accession", verdict: "match" }],
    });
  });

  it("leads from a row to the declaration and its sources", async () => {
    const { row } = await members(`${DAESH}/members?on=2025-11-12`);
    const { body } = await ask(`/v1/declarations/${row("SYR").declarations[0]}`);
    expect(body).toMatchObject({
      title: "Declaration of political cooperation",
      scope: ["political"],
      state: "in-force",
      history: [{ event: "declared", declaration: body.id }],
    });
    expect(body.sources[0].url).toMatch(/^https:/);
  });

  it.each([
    ["on=2025-11-09", 89, 0],
    ["on=2025-11-10", 89, 1],
    ["on=2025-11-11", 90, 0],
    ["on=2025-11-12&known=2025-11-10T23:59:59Z", 89, 0],
    ["on=2025-11-12&known=2025-11-10T23:59:59.999Z", 89, 0],
    ["on=2025-11-12&known=2025-11-11T00:00:00Z", 90, 0],
    ["on=2025-11-12&known=2025-11-11T01:00:00%2B01:00", 90, 0],
    ["on=2025-11-12&known=1", 89, 0],
    ["on=2025-11-10&certainty=possible", 0, 1],
    ["on=2025-11-10&certainty=certain", 89, 0],
  ])("at %s counts %i certain and %i possible", async (question, certain, possible) => {
    const { counts, total } = await members(`${DAESH}/members?${question}`);
    expect(counts).toMatchObject({ certain, possible });
    expect(total).toBe(certain + possible);
  });

  it("answers by kind as it counts by kind", async () => {
    const all = await members(`${DAESH}/members?on=2025-11-12`);
    for (const kind of ["country", "coalition", "unidentified", "other"]) {
      const { counts } = await members(`${DAESH}/members?on=2025-11-12&kind=${kind}`);
      expect({ certain: counts.certain, possible: counts.possible }).toEqual(all.counts.byKind[kind]);
    }
  });

  it("is today's where no day is named", async () => {
    const { on, counts } = await members(`${DAESH}/members`);
    expect([on, counts.certain]).toEqual(["2026-11-22", 90]);
  });
});

describe("standing, succession and what is pending", () => {
  it.each([
    ["2011-11-11", "active"],
    ["2011-11-13", "suspended"],
    ["2023-05-08", "active"],
  ])("has Syria in the Arab League on %s: %s, a member throughout", async (day, standing) => {
    const { row } = await members(`/v1/coalitions/arab-league/members?on=${day}`);
    expect(row("SYR")).toMatchObject({ role: "member", standing, certainty: "certain" });
  });

  it("counts a standing as the question with that standing does", async () => {
    const path = "/v1/coalitions/arab-league/members?on=2015-01-01";
    const { counts } = await members(path);
    expect(counts.byStanding.suspended.certain).toBe(1);
    for (const standing of ["active", "suspended"]) {
      const asked = await members(`${path}&standing=${standing}`);
      const { certain, possible } = asked.counts;
      expect({ certain, possible }).toEqual(counts.byStanding[standing]);
    }
  });

  it("has the United Kingdom in the EU to the last day, and its notice before", async () => {
    const on = async (day: string) => (await members(`/v1/coalitions/eu/members?on=${day}`)).row("GBR");
    expect(await on("2020-01-31")).toBeDefined();
    expect(await on("2020-02-01")).toBeUndefined();
    expect((await on("2018-01-01")).pending).toMatchObject([
      { act: "withdraw", declared: { edtf: "2017-03-29" }, effective: { edtf: "2020-02-01" } },
    ]);
  });

  it.each([
    ["eu", "HRV", 28],
    ["nato", "SWE", 32],
    ["artemis-accords", "DJI", 72],
    ["un", "SSD", 198],
  ])("gives the ordinal of an accession: %s, %s, %i", async (coalition, party, place) => {
    const { row } = await members(`/v1/coalitions/${coalition}/members`);
    expect(row(party).ordinal).toEqual({ earliest: place, latest: place });
  });

  it("hands the Soviet seat to Russia, with its day and its ordinal", async () => {
    const { row, counts } = await members("/v1/coalitions/un/members");
    const soviet = (await members("/v1/coalitions/un/members?on=1991-01-01")).row("SUHH");
    expect(row("RUS")).toMatchObject({ joined: { edtf: "1945-10-24" }, ordinal: soviet.ordinal });
    expect(counts).toMatchObject({ certain: 193, possible: 0 });
  });

  it.each([
    ["1945-12-31", 51],
    ["1964-04-25", 113],
    ["1964-04-26", 112],
    ["1991-12-24", 166],
    ["1992-12-31", 179],
    ["1993-01-01", 178],
    ["2000-10-31", 189],
    ["2000-11-01", 189],
  ])("has the members of the UN on %s: %i", async (day, certain) => {
    const { counts } = await members(`/v1/coalitions/un/members?on=${day}`);
    expect(counts).toMatchObject({ certain, possible: 0 });
  });
});

describe("countries and parties", () => {
  it.each([
    ["/v1/countries/CS?on=1990-01-01", "CSHH"],
    ["/v1/countries/CS?on=2005-01-01", "CSXX"],
    ["/v1/countries/GE", "GEO"],
    ["/v1/countries/sy", "SYR"],
    ["/v1/countries/SYR", "SYR"],
    ["/v1/countries/760", "SYR"],
    ["/v1/parties/nato", "nato"],
    ["/v1/parties/NATO", "nato"],
    ["/v1/parties/sy", "SYR"],
  ])("%s is %s", async (path, id) => {
    expect((await ask(path)).body.id).toBe(id);
  });

  it("says that a code meant several countries, and which", async () => {
    const { status, body } = await ask("/v1/countries/CS");
    expect(status).toBe(409);
    expect(body.errors[0].allowed).toEqual(["CSHH", "CSXX"]);
  });

  it("lists the countries of a day, and with former=true all", async () => {
    const has = async (path: string, id: string) =>
      (await ask(path)).body.items.some((country: { id: string }) => country.id === id);
    expect(await has("/v1/countries?on=1990-01-01", "SUHH")).toBe(true);
    expect(await has("/v1/countries?on=1990-01-01", "SSD")).toBe(false);
    expect(await has("/v1/countries", "SUHH")).toBe(false);
    expect(await has("/v1/countries?former=true", "SUHH")).toBe(true);
  });

  it.each([
    ["/v1/countries?q=turkiye", "TUR"],
    ["/v1/countries?q=swaziland", "SWZ"],
    ["/v1/coalitions?q=isis", "global-coalition-against-daesh"],
    ["/v1/parties?kind=unidentified&q=87th", "x-global-coalition-87th"],
  ])("finds by any name: %s", async (path, id) => {
    expect((await ask(path)).body.items.map((each: { id: string }) => each.id)).toEqual([id]);
  });

  it("takes a region in any case", async () => {
    const { body } = await ask("/v1/countries?region=western%20asia&independent=true");
    expect(body.total).toBeGreaterThan(10);
    for (const country of body.items) expect(country.subregion).toBe("Western Asia");
  });

  it("tells what a country belongs to on a day, and over time", async () => {
    const on = (await ask("/v1/countries/sy/memberships?on=2011-11-13")).body;
    const league = on.items.filter(
      (each: { coalition: { id: string } }) => each.coalition.id === "arab-league",
    );
    expect(league).toMatchObject([{ standing: "suspended", certainty: "certain" }]);
    const coalitions = on.items.map((each: { coalition: { id: string } }) => each.coalition.id);
    expect(coalitions).toEqual(expect.arrayContaining(["arab-league", "oic", "un"]));
    expect(new Set(coalitions).size).toBe(coalitions.length);
    const all = (await ask("/v1/countries/sy/memberships")).body;
    expect(all.items.length).toBeGreaterThan(on.items.length);
    expect(all.items[0]).not.toHaveProperty("certainty");
  });

  it("gives one row a party and coalition on a day that may be of two spells", async () => {
    const roster = (await ask("/v1/coalitions/african-union/members?on=2003-03-15")).body;
    const flat = (await ask("/v1/memberships?coalition=african-union&role=member&on=2003-03-15")).body;
    expect(roster.counts).toMatchObject({
      certain: 53,
      possible: 0,
      byStanding: { suspended: { certain: 1, possible: 1 } },
    });
    expect(flat.items).toEqual(roster.items);
    const between = roster.items.find((each: { party: { id: string } }) => each.party.id === "CAF");
    expect(between).toMatchObject({ standing: "active", alternatives: [{ standing: "suspended" }] });
  });
});

describe("coalitions, claims and the ledger", () => {
  it("gives a coalition with its figures", async () => {
    const { body } = await ask("/v1/coalitions/Arab-League?on=2015-01-01");
    const { member } = body.counts;
    expect(body).toMatchObject({ id: "arab-league", memberCount: { certain: member.certain } });
    expect(member.byStanding.suspended.certain).toBe(1);
    expect(body.firstChange.edtf).toBe("1945-03-22");
    expect(body.lastChange.latest <= "2015-01-01").toBe(true);
  });

  it("has no numbers of a body without a roster", async () => {
    const { body } = await ask("/v1/coalitions/interpol");
    expect(body).toMatchObject({ coverage: "none", memberCount: null, counts: null });
    expect((await ask("/v1/coalitions/interpol/members")).body.counts).toBeNull();
  });

  it("holds published totals and claimed ordinals against the ledger", async () => {
    const { body } = await ask(`${DAESH}/claims`);
    const verdicts = new Set(body.items.map((claim: { verdict: string }) => claim.verdict));
    expect(body.items.some((claim: { total?: number }) => claim.total === 90)).toBe(true);
    expect(body.items.some((claim: { ordinal?: number }) => claim.ordinal === 90)).toBe(true);
    expect(verdicts.has("match")).toBe(true);
  });

  it("filters declarations by coalition, party, act and days", async () => {
    const { body } = await ask("/v1/declarations?coalition=arab-league&party=sy&act=suspend&from=2011-01-01");
    expect(body.items).toMatchObject([{ act: "suspend", effective: { edtf: "2011-11-12" } }]);
    expect((await ask("/v1/declarations?coalition=arab-league&to=1900-01-01")).body.items).toEqual([]);
  });

  it("keeps a log of its revisions, the newest first", async () => {
    const { body } = await ask("/v1/revisions");
    expect(body.items.at(-1)).toMatchObject({ revision: 1, recordedAt: "2025-11-01T00:00:00.000Z" });
    expect(body.items[0].revision).toBe(body.known.revision);
    const first = (await ask("/v1/revisions/1?known=2025-11-01T00:00:00Z")).body;
    expect(first).toMatchObject({ imported: true, known: { revision: 1 } });
  });

  it("filters findings by coalition and kind", async () => {
    const { body } = await ask("/v1/findings?coalition=artemis-accords&kind=citation-not-read&limit=1");
    expect(body.items).toMatchObject([{ severity: "doubt", coalition: { id: "artemis-accords" } }]);
  });
});
