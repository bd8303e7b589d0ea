/** Declarations and claims as JSON: what is written is read again, and every fault is told at its pointer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimJson, readClaim } from "../../src/formats/claim-json.ts";
import { declarationJson, readDeclaration } from "../../src/formats/declaration-json.ts";
import { claim, content } from "./contents-by-chance.ts";

const PARAMETERS = { numRuns: 500, seed: 5 };
const JOIN = {
  coalition: "eu",
  party: "FRA",
  act: "join",
  effective: "1958-01-01",
  sources: [{ title: "Treaty" }],
};

/** The same value as somebody else would have sent it. */
function sent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function faultsOf(read: ReturnType<typeof readDeclaration> | ReturnType<typeof readClaim>): string[] {
  return "faults" in read ? read.faults.map(({ code, pointer }) => `${code} ${pointer}`) : [];
}

describe("a declaration as JSON", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(content, (each) => {
        expect(readDeclaration(sent(declarationJson(each)))).toEqual({ content: each });
      }),
      PARAMETERS,
    );
  });

  it("says nothing of what is not said, and takes null for that", () => {
    const read = readDeclaration({ ...JOIN, role: "member", note: null, scope: null });
    expect("content" in read && declarationJson(read.content)).toEqual({ ...JOIN, role: "member" });
  });

  it("is a join as member where no role is said", () => {
    expect(readDeclaration(JOIN)).toMatchObject({ content: { role: "member" } });
    expect(readDeclaration({ ...JOIN, act: "withdraw" })).toMatchObject({ content: { role: null } });
  });

  it.each([
    [{ ...JOIN, effective: "2001-02-30" }, ["bad-date /effective"]],
    [{ ...JOIN, effective: 1958 }, ["bad-shape /effective"]],
    [{ ...JOIN, act: "jion" }, ["bad-shape /act"]],
    [{ ...JOIN, party: "" }, ["bad-shape /party"]],
    [{ ...JOIN, "a/b~": 1 }, ["bad-shape /a~1b~0"]],
    [{ ...JOIN, scope: "political" }, ["bad-shape /scope"]],
    [{ ...JOIN, scope: ["political", 1] }, ["bad-shape /scope/1"]],
    [{ ...JOIN, sources: [{ url: "https://example.org" }] }, ["bad-shape /sources/0/title"]],
    [
      { ...JOIN, sources: [{ title: "T", claims: { ordinal: 1.5, nth: 2 } }] },
      ["bad-shape /sources/0/claims/nth", "bad-shape /sources/0/claims/ordinal"],
    ],
    [{}, ["bad-shape /act", "bad-shape /coalition", "bad-shape /effective"]],
    [[], ["bad-shape ", "bad-shape /act", "bad-shape /coalition", "bad-shape /effective"]],
    [{ ...JOIN, declared: "soon", confidence: "sure" }, ["bad-date /declared", "bad-shape /confidence"]],
  ])("is refused as %j, every fault at once", (value, faults) => {
    expect(faultsOf(readDeclaration(value)).sort()).toEqual([...faults].sort());
  });

  it("names the nearest spelling", () => {
    const read = readDeclaration({ ...JOIN, act: "jion", efective: "1958" });
    const told = "faults" in read ? read.faults : [];
    expect(told.map(({ detail, suggestion }) => [detail, suggestion])).toEqual([
      ['There is no field "efective". Did you mean "effective"?', "effective"],
      [expect.stringMatching(/^`act` is one of join, .*, not "jion"\.$/), undefined],
    ]);
  });
});

describe("a claim as JSON", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(claim, (each) => {
        expect(readClaim(sent(claimJson(each)))).toEqual({ content: each });
      }),
      PARAMETERS,
    );
  });

  it("counts members of every standing and kind where nothing else is said", () => {
    const least = { coalition: "eu", on: "2020-01-31", total: 28, source: { title: "Europa" } };
    expect(readClaim(least)).toMatchObject({
      content: { role: "member", standing: null, counting: "members", except: [] },
    });
  });

  it("is refused with every fault at once", () => {
    expect(faultsOf(readClaim({ coalition: "eu", on: "2020-13", total: "28" })).sort()).toEqual([
      "bad-date /on",
      "bad-shape /source",
      "bad-shape /source/title",
      "bad-shape /total",
    ]);
  });
});
