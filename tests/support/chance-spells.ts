/** Spells made by chance: jumbled acts over three years, with dates known to the day, the month or the year. */
import fc from "fast-check";
import { edges, partiesOn } from "../../src/domain/certainty.ts";
import { AFTER_ALL, BEFORE_ALL, type Day, plusDays } from "../../src/domain/day.ts";
import type { Act, Declaration, Role } from "../../src/domain/declaration.ts";
import { derive } from "../../src/domain/derivation.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { Spell } from "../../src/domain/spell.ts";

export interface Derived {
  readonly spells: readonly Spell[];
  readonly declarationOf: (id: string) => Declaration | undefined;
}

/** One act, as short as a test can tell it. */
export interface Told {
  readonly party: string | null;
  readonly act: Act;
  readonly effective: string;
  readonly role?: Role;
  readonly predecessors?: readonly string[];
}

/** What a coalition's acts amount to; the ids are `d0`, `d1`, … in the order told. */
export function derived(
  told: readonly Told[],
  coalition = "coalition",
  untilOf: (party: string) => Day | null = () => null,
): Derived {
  const declarations = told.map(
    ({ party, act, effective, role, predecessors = [] }, place): Declaration => ({
      id: `d${place}`,
      revision: 1,
      ref: null,
      coalition,
      party,
      act,
      role: act === "join" ? (role ?? "member") : null,
      predecessors,
      declared: null,
      effective: parsePartialDate(effective),
      rescinds: null,
      supersedes: null,
      title: null,
      scope: [],
      confidence: null,
      note: null,
      sources: [],
    }),
  );
  const { spells } = derive({
    coalition,
    founded: null,
    declarations,
    claims: [],
    party: (id) => ({ kind: "country", from: null, until: untilOf(id) }),
  });
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  return { spells, declarationOf: (id) => byId.get(id) };
}

const PARTIES = ["AAA", "BBB", "CCC"] as const;
const FIRST_DAY = "2019-01-01";

const day = fc.nat(3 * 365).map((place) => plusDays(FIRST_DAY, place));
const vague = fc.oneof(
  { weight: 4, arbitrary: day },
  { weight: 2, arbitrary: day.map((text) => text.slice(0, 7)) },
  { weight: 1, arbitrary: day.map((text) => text.slice(0, 4)) },
  {
    weight: 2,
    arbitrary: fc.tuple(day, fc.nat(200)).map(([from, length]) => `${from}/${plusDays(from, length)}`),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      day.map((text) => `../${text}`),
      day.map((text) => `${text}/..`),
    ),
  },
);

function acts(date: fc.Arbitrary<string>): fc.Arbitrary<Told[]> {
  const act = fc.record({
    party: fc.constantFrom(...PARTIES),
    act: fc.constantFrom<Act>(
      "join",
      "join",
      "join",
      "withdraw",
      "suspend",
      "reinstate",
      "succeed",
      "dissolve",
    ),
    role: fc.constantFrom<Role>("member", "member", "observer"),
    effective: date,
    other: fc.constantFrom(...PARTIES),
  });
  return fc
    .array(act, { minLength: 1, maxLength: 9 })
    .map((list) =>
      list
        .filter((each) => each.act !== "succeed" || each.other !== each.party)
        .map(({ other, ...each }) => ({ ...each, predecessors: each.act === "succeed" ? [other] : [] })),
    );
}

/** Acts whose days may be known vaguely, and acts of one day each. */
export const vagueActs: fc.Arbitrary<Told[]> = acts(vague);
export const exactActs: fc.Arbitrary<Told[]> = acts(day);

/** Every day on which an answer may turn, with the days around it, and the open ends left out. */
export function tellingDays(spells: readonly Spell[]): Day[] {
  const turns = edges(spells).filter((edge) => edge !== BEFORE_ALL && edge !== AFTER_ALL);
  return [...new Set(turns.flatMap((edge) => [plusDays(edge, -1), edge, plusDays(edge, 1)]))].sort();
}

/** Who is in on a day, as text that can be compared. */
export function rosterOn(spells: readonly Spell[], on: Day): string[] {
  return partiesOn(spells, on).map(({ party, certainty }) => `${party} ${certainty}`);
}
