/** How many there are in each coalition: the totals of today, and the days on which they are uncertain. */
import { describe, expect, it } from "vitest";
import { seededService } from "../support/http-service.ts";
import { counted, member } from "../support/roster-questions.ts";

const TODAY = "on=2026-11-22";
const service = await seededService();

describe("the members of today", () => {
  it.each([
    ["un", 193, 0],
    ["icc-rome-statute", 125, 0],
    ["artemis-accords", 72, 0],
    ["oic", 57, 0],
    ["commonwealth", 56, 0],
    ["african-union", 55, 0],
    ["council-of-europe", 46, 0],
    ["imctc", 43, 0],
    ["oecd", 38, 0],
    ["nato", 32, 0],
    ["schengen-area", 29, 0],
    ["eu", 27, 0],
    ["arab-league", 22, 0],
    ["eurozone", 21, 0],
    ["cptpp", 12, 0],
    ["ecowas", 12, 0],
    ["opec", 11, 0],
    ["asean", 11, 0],
    ["brics", 10, 1],
    ["sco", 10, 0],
    ["gcc", 6, 0],
  ])("%s: %i certain, %i possible", async (coalition, certain, possible) => {
    expect(await counted(service, coalition, TODAY)).toEqual([certain, possible]);
  });

  it("of the African Union are active: 49", async () => {
    expect(await counted(service, "african-union", `${TODAY}&standing=active`)).toEqual([49, 0]);
  });

  it("has Saudi Arabia in BRICS, if at all", async () => {
    expect(await member(service, "brics", "SAU", TODAY)).toMatchObject({ certainty: "possible" });
  });
});

describe("an uncertain edge", () => {
  it.each([
    ["african-union", "on=2003-03-15", 53, 0],
    ["african-union", "on=2003-03-15&standing=suspended", 1, 1],
    ["ecowas", "on=2011-04-15", 15, 0],
    ["opec", "on=1975-06-15&role=any", 13, 0],
    ["opec", "on=1975-06-15&role=member", 12, 1],
    ["multi-national-force-iraq", "on=2009-12-31", 1, 0],
    ["multi-national-force-iraq", "on=2010-01-01", 0, 0],
    ["icc-rome-statute", "on=2026-07-01&known=2026-01-01T00:00:00Z", 124, 0],
    ["icc-rome-statute", "on=2026-07-01", 125, 0],
  ])("%s, %s: %i certain, %i possible", async (coalition, query, certain, possible) => {
    expect(await counted(service, coalition, query)).toEqual([certain, possible]);
  });
});

describe("Hungary in the International Criminal Court", () => {
  it.each([
    ["2025-06-01", []],
    ["2025-06-02", ["withdraw"]],
    ["2026-05-28", ["withdraw"]],
    ["2026-05-29", []],
    ["2026-07-01", []],
  ])("has on %s pending: %j", async (on, acts) => {
    const { pending } = await member(service, "icc-rome-statute", "HUN", `on=${on}`);
    expect(pending.map(({ act }: { act: string }) => act)).toEqual(acts);
  });

  it("is known at the end of May 2026 to leave, until the notice is taken back", async () => {
    const leaving = await member(
      service,
      "icc-rome-statute",
      "HUN",
      "on=2026-05-30&known=2026-05-28T00:00:00Z",
    );
    expect(leaving.pending).toHaveLength(1);
  });
});
