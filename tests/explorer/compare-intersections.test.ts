/** Who is in exactly which: held against every possible world of made rosters, and against the set questions. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Attendance } from "../../src/domain/attendance.ts";
import type { Certainty } from "../../src/domain/certainty.ts";
import { answerFor } from "../../src/domain/set-question.ts";
import { intersections, patternsOf } from "../../src/explorer/pages/compare/intersections.ts";

const IDS = ["a", "b", "c", "d", "e"];
const PARTIES = ["P", "Q", "R", "S"];

const certainty = fc.constantFrom<Certainty | null>("certain", "possible", null);
const attendance = fc
  .tuple(...PARTIES.map(() => certainty))
  .map((each): Attendance => new Map(PARTIES.flatMap((party, index) => pairOf(party, each[index]))));
const rosters = fc.array(attendance, { minLength: 2, maxLength: 5 });

function pairOf(party: string, is: Certainty | null | undefined): [string, Certainty][] {
  return is === null || is === undefined ? [] : [[party, is]];
}

function idsOf(attendances: readonly Attendance[]): string[] {
  return IDS.slice(0, attendances.length);
}

/** Of each combination, how sure it is of each party. */
function told(attendances: readonly Attendance[]): string[] {
  return intersections(idsOf(attendances), patternsOf(attendances))
    .flatMap(({ coalitions, certain, possible }) => [
      ...certain.map((party) => `${coalitions.join()} ${party} certain`),
      ...possible.map((party) => `${coalitions.join()} ${party} possible`),
    ])
    .sort();
}

/** The combinations of one party in every world: each doubt is decided both ways. */
function worldsOf(party: string, attendances: readonly Attendance[]): string[] {
  let worlds: string[][] = [[]];
  for (const [index, each] of attendances.entries()) {
    const is = each.get(party);
    const within = worlds.map((world) => [...world, IDS[index] ?? ""]);
    worlds = is === "certain" ? within : is === "possible" ? [...worlds, ...within] : worlds;
  }
  return worlds.map((world) => world.join());
}

it("is certain of what holds in every possible world, and takes for possible what holds in some", () => {
  fc.assert(
    fc.property(rosters, (attendances) => {
      const expected = PARTIES.flatMap((party) => {
        const worlds = worldsOf(party, attendances);
        return [...new Set(worlds)]
          .filter((world) => world !== "")
          .map(
            (world) => `${world} ${party} ${worlds.every((each) => each === world) ? "certain" : "possible"}`,
          );
      });
      expect(told(attendances)).toEqual(expected.sort());
    }),
  );
});

it("gives the parties that the set questions of the service give", () => {
  fc.assert(
    fc.property(rosters, (attendances) => {
      const ids = idsOf(attendances);
      const inCoalition = new Map(ids.map((id, index) => [id, attendances[index] as Attendance]));
      for (const { coalitions, certain, possible } of intersections(ids, patternsOf(attendances))) {
        const notMemberOf = ids.filter((id) => !coalitions.includes(id));
        const question = { memberOf: coalitions, notMemberOf, memberOfAny: [] };
        const answers = PARTIES.map((party) => answerFor(party, question, inCoalition));
        const those = (sure: Certainty) => PARTIES.filter((_, index) => answers[index] === sure);
        expect(those("certain")).toEqual(certain.toSorted());
        expect(those("possible")).toEqual(possible.toSorted());
      }
    }),
  );
});

it("puts the largest first, and the one with more coalitions of two equal ones", () => {
  const a: Attendance = new Map([
    ["P", "certain"],
    ["Q", "certain"],
    ["R", "certain"],
  ]);
  const b: Attendance = new Map([
    ["R", "certain"],
    ["S", "possible"],
  ]);
  const order = intersections(["a", "b"], patternsOf([a, b])).map(({ coalitions }) => coalitions.join());
  expect(order).toEqual(["a", "a,b", "b"]);
});
