/** Syria joins the Global Coalition against Daesh: the story of the two times. */
import { describe, expect, it } from "vitest";
import { seededService } from "../support/http-service.ts";
import { counted, member } from "../support/roster-questions.ts";

const COALITION = "global-coalition-against-daesh";
const service = await seededService();

describe("the roster of 12 November 2025", () => {
  it("has 90 certain members: 84 countries, five coalitions, one unidentified", async () => {
    const { body } = await service.ask(`/v1/coalitions/${COALITION}/members?on=2025-11-12`);
    expect(body.total).toBe(90);
    expect(body.counts).toMatchObject({
      certain: 90,
      possible: 0,
      byKind: {
        country: { certain: 84, possible: 0 },
        coalition: { certain: 5, possible: 0 },
        unidentified: { certain: 1, possible: 0 },
        other: { certain: 0, possible: 0 },
      },
    });
    const institutions = body.items.flatMap((row: { party: { id: string; kind: string } }) =>
      row.party.kind === "coalition" ? row.party.id : [],
    );
    expect(institutions).toEqual(["arab-league", "cen-sad", "eu", "interpol", "nato"]);
  });

  it("has Syria as the 90th, which is what a source claims", async () => {
    const syria = await member(service, COALITION, "SYR", "on=2025-11-12");
    expect(syria).toMatchObject({
      certainty: "certain",
      joined: { edtf: "2025-11-10/2025-11-11", earliest: "2025-11-10", latest: "2025-11-11" },
      ordinal: { earliest: 90, latest: 90 },
    });
    expect(syria.claimedOrdinals).toMatchObject([{ claimed: 90, reading: "accession", verdict: "match" }]);
  });

  it("leads to the declaration and its sources in one request", async () => {
    const syria = await member(service, COALITION, "SYR", "on=2025-11-12");
    const { body } = await service.ask(`/v1/declarations/${syria.declarations[0]}`);
    expect(body).toMatchObject({
      act: "join",
      state: "in-force",
      title: "Declaration of political cooperation",
      scope: ["political"],
    });
    expect(body.sources.length).toBeGreaterThan(1);
    for (const source of body.sources) expect(source.url).toMatch(/^https:/);
  });

  it("is what the sources published", async () => {
    const { body } = await service.ask(`/v1/coalitions/${COALITION}/claims`);
    const total = body.items.find((claim: { ref?: string }) => claim.ref?.endsWith("total-2025-11-11"));
    expect(total).toMatchObject({ total: 90, verdict: "match" });
  });
});

describe("the days around it", () => {
  it.each([
    ["on=2025-11-09", 89, 0],
    ["on=2025-11-10", 89, 1],
    ["on=2025-11-11", 90, 0],
    ["on=2025-11-12&known=2025-11-10T23:59:59Z", 89, 0],
    ["on=2025-11-12&known=2025-11-10T23:59:59.999Z", 89, 0],
    ["on=2025-11-12&known=2025-11-11T00:00:00Z", 90, 0],
    ["on=2025-12-01&known=2025-11-10T00:00:00Z", 89, 0],
    ["on=2025-12-01", 90, 0],
    ["on=2025-11-10&standing=suspended", 0, 0],
  ])("%s: %i certain, %i possible", async (query, certain, possible) => {
    expect(await counted(service, COALITION, query)).toEqual([certain, possible]);
  });

  it("knows on 10 November that nobody had declared Syria yet", async () => {
    const known = "2025-11-10T23:59:59Z";
    expect(await member(service, COALITION, "SYR", `on=2025-11-12&known=${known}`)).toBeUndefined();
    expect(await member(service, COALITION, "SYR", "on=2025-11-10")).toMatchObject({ certainty: "possible" });
  });
});

describe("every state of the ledger", () => {
  it("begins at the instant of its revision, and not a millisecond before", async () => {
    const { body } = await service.ask("/v1/revisions");
    expect(body.total).toBeGreaterThan(10);
    for (const { revision, recordedAt } of body.items) {
      const before = new Date(Date.parse(recordedAt) - 1).toISOString();
      const at = await service.ask(`/v1/coalitions/${COALITION}?known=${recordedAt}`);
      expect(at.body.known).toEqual({ revision, recordedAt });
      const earlier = await service.ask(`/v1/coalitions/${COALITION}?known=${before}`);
      if (revision === 1) expect(earlier).toMatchObject({ status: 400 });
      else expect(earlier.body.known.revision).toBe(revision - 1);
      const byNumber = await service.ask(`/v1/coalitions/${COALITION}?known=${revision}`);
      expect(byNumber.body.known).toEqual({ revision, recordedAt });
    }
  });

  it.each(["2025-10-31T23:59:59.999Z", "1999-01-01T00:00:00Z", "0", "29999", "2027-01-01T00:00:00Z"])(
    "is not asked for with known=%s",
    async (known) => {
      const { status, body } = await service.ask(`/v1/coalitions/${COALITION}?known=${known}`);
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ parameter: "known" }]);
    },
  );
});
