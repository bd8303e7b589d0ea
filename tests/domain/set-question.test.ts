/** Set questions and the co-membership graph held against plain counting. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attendance, attendances } from "../../src/domain/attendance.ts";
import type { Certainty } from "../../src/domain/certainty.ts";
import { network } from "../../src/domain/network.ts";
import { inAll } from "../../src/domain/overlap.ts";
import { answerFor } from "../../src/domain/set-question.ts";
import { derived } from "../support/chance-spells.ts";

const COALITIONS = ["a", "b", "c"];
const PARTIES = ["AAA", "BBB", "CCC", "DDD"];
const attendance: fc.Arbitrary<Attendance> = fc
  .array(fc.constantFrom<Certainty | null>("certain", "possible", null), { minLength: 4, maxLength: 4 })
  .chain((row) => fc.shuffledSubarray(PARTIES, { minLength: 4 }).map((order) => ({ row, order })))
  .map(
    ({ row, order }) =>
      new Map(row.flatMap((is, place) => (is === null ? [] : [[order[place] as string, is]]))),
  );
const house = fc
  .tuple(attendance, attendance, attendance)
  .map((all) => new Map(all.map((each, place) => [COALITIONS[place] as string, each])));
const some = fc.subarray(COALITIONS);
const PARAMETERS = { numRuns: 500, seed: 5 };

/** Each way in which the possible may be: a coalition's members are the certain ones and some of the possible. */
function worlds(inCoalition: ReadonlyMap<string, Attendance>, party: string): ReadonlySet<string>[] {
  let sets: ReadonlySet<string>[] = [new Set()];
  for (const id of COALITIONS) {
    const is = inCoalition.get(id)?.get(party);
    const without = is === "certain" ? [] : sets;
    const withIt = is === undefined ? [] : sets.map((set) => new Set([...set, id]));
    sets = [...without, ...withIt];
  }
  return sets;
}

describe("a set question", () => {
  it("is certain if so in every world, possible if in some", () => {
    const met = new Set<string | null>();
    fc.assert(
      fc.property(house, some, some, some, (inCoalition, memberOf, notMemberOf, memberOfAny) => {
        // A coalition named twice ties two parts together, which three-valued logic does not see.
        const free = notMemberOf.filter((id) => !memberOf.includes(id));
        const any = memberOfAny.filter((id) => !memberOf.includes(id) && !free.includes(id));
        for (const party of PARTIES) {
          const yes = worlds(inCoalition, party).map(
            (set) =>
              memberOf.every((id) => set.has(id)) &&
              !free.some((id) => set.has(id)) &&
              (any.length === 0 || any.some((id) => set.has(id))),
          );
          const truth = !yes.includes(false) ? "certain" : yes.includes(true) ? "possible" : null;
          const question = { memberOf, notMemberOf: free, memberOfAny: any };
          expect(answerFor(party, question, inCoalition)).toBe(truth);
          met.add(truth);
        }
      }),
      PARAMETERS,
    );
    expect(met.size).toBe(3);
  });

  it("finds Saudi Arabia possibly in and possibly out of BRICS", () => {
    const { spells } = derived([{ party: "SAU", act: "join", effective: "2024-01-01/.." }], "brics");
    const inCoalition = attendances(spells, ["brics"], "2025-01-01");
    const nothing = { memberOf: [], notMemberOf: [], memberOfAny: [] };
    for (const part of ["memberOf", "notMemberOf", "memberOfAny"]) {
      expect(answerFor("SAU", { ...nothing, [part]: ["brics"] }, inCoalition)).toBe("possible");
    }
    expect(answerFor("NOR", { ...nothing, notMemberOf: ["brics"] }, inCoalition)).toBe("certain");
    expect(answerFor("NOR", { ...nothing, memberOf: ["brics"] }, inCoalition)).toBeNull();
  });
});

describe("who is in all", () => {
  it("are those who are so in each", () => {
    fc.assert(
      fc.property(house, some, (inCoalition, ids) => {
        if (ids.length === 0) return;
        const all = inAll(ids.map((id) => inCoalition.get(id) as Attendance));
        for (const party of PARTIES) {
          const question = { memberOf: ids, notMemberOf: [], memberOfAny: [] };
          expect(all.get(party) ?? null).toBe(answerFor(party, question, inCoalition));
        }
      }),
      PARAMETERS,
    );
  });
});

describe("the network", () => {
  it("weighs a pair by the coalitions that both are in", () => {
    fc.assert(
      fc.property(house, (inCoalition) => {
        const rosters = [...inCoalition.values()];
        const sharedBy = (a: string, b: string) => {
          const pairs = rosters.map((each) => [each.get(a), each.get(b)]);
          const both = pairs.filter((pair) => !pair.includes(undefined));
          const possible = both.filter((pair) => pair.includes("possible")).length;
          return { certain: both.length - possible, possible };
        };
        const { nodes, edges } = network(rosters);
        const present = PARTIES.filter((party) => rosters.some((each) => each.has(party)));
        expect(nodes).toEqual(present.map((party) => ({ party, coalitions: sharedBy(party, party) })));
        const pairs = present.flatMap((a, place) => present.slice(place + 1).map((b) => [a, b] as const));
        expect([...edges]).toEqual(
          pairs
            .map(([a, b]) => ({ a, b, shared: sharedBy(a, b) }))
            .filter(({ shared }) => shared.certain + shared.possible > 0),
        );
      }),
      PARAMETERS,
    );
  });
});
