/** Holds the countries of the seed against one another: who follows whom, and whom a code means when. */
import { iso31663 } from "iso-3166";
import { describe, expect, it } from "vitest";
import { bearings, borneBy, partyFile } from "../support/party-files.ts";

const former = partyFile("former-states");
const all = [...partyFile("countries"), ...former];
const byId = new Map(all.map((party) => [party.id, party]));
const table = bearings(all);

describe("successions", () => {
  it("are told on both sides, from a party that ended", () => {
    for (const { id, predecessors = [], successors = [] } of all) {
      for (const earlier of predecessors) {
        expect(byId.get(earlier)?.successors, `${id} after ${earlier}`).toContain(id);
        expect(byId.get(earlier)?.until, `${id} after ${earlier}`).toBeDefined();
      }
      for (const later of successors) {
        expect(byId.get(later)?.predecessors, `${id} before ${later}`).toContain(id);
      }
    }
    const open = former.filter((party) => party.until === undefined || party.successors === undefined);
    expect(open.map(({ id }) => id)).toEqual([]);
  });
});

describe("codes", () => {
  it("have one bearer on any day", () => {
    const clashes = table.flatMap((a, i) =>
      table
        .slice(i + 1)
        .filter((b) => a.code === b.code && a.from < b.until && b.from < a.until)
        .map((b) => `${a.code} is of ${a.party} and of ${b.party}`),
    );
    expect(clashes).toEqual([]);
  });

  it.each([
    ["CS", "1990-01-01", ["CSHH"]],
    ["CS", "2005-01-01", ["CSXX"]],
    ["CS", "1999-01-01", []],
    ["CS", undefined, ["CSHH", "CSXX"]],
    ["GE", "1970-01-01", ["GEHH"]],
    ["GE", "1978-01-01", ["KIR"]],
    ["GE", "1992-07-31", ["GEO"]],
    ["GE", undefined, ["GEO"]],
    ["SK", "1974-12-31", ["SKIN"]],
    ["SK", "1993-01-01", ["SVK"]],
    ["SK", undefined, ["SVK"]],
    ["AI", "1975-01-01", ["DJI"]],
    ["AI", undefined, ["AIA"]],
    ["BQ", "1975-01-01", ["ATA"]],
    ["BQ", undefined, ["BES"]],
    ["YU", "1990-01-01", ["YUCS"]],
    ["YU", "1999-01-01", ["CSXX"]],
    ["ZR", undefined, ["COD"]],
    ["BUMM", undefined, ["MMR"]],
    ["SU", undefined, ["SUHH"]],
    ["FX", undefined, ["FRA"]],
    ["UK", undefined, ["GBR"]],
    ["760", undefined, ["SYR"]],
  ])("%s on %s means %j", (code, on, parties) => {
    expect(borneBy(table, code, on)).toEqual(parties);
  });

  it("cover every entry of ISO 3166-3", () => {
    expect(iso31663).toHaveLength(31);
    for (const { alpha4, from, to } of iso31663) {
      const heirs = to.map((entry) => (entry.alpha3 === "SCG" ? "CSXX" : entry.alpha3));
      // What was left of the French Southern and Antarctic Territories outside Antarctica kept their alpha-3.
      const allowed = [alpha4, ...heirs, ...(alpha4 === "FQHH" ? ["ATF"] : [])];
      const [party, ...more] = borneBy(table, alpha4);
      expect(more, alpha4).toEqual([]);
      expect(allowed).toContain(party);
      const ever = (code: string) => table.filter((b) => b.code === code).map((b) => b.party);
      expect(ever(from.alpha2), alpha4).toContain(party);
      expect(ever(from.alpha3), alpha4).toContain(party);
      if (from.numeric)
        expect(
          ever(from.numeric).some((id) => allowed.includes(id)),
          alpha4,
        ).toBe(true);
    }
  });
});
