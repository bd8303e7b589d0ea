/** The laws can fail: each naive reading of the ledger meets a case in which a law finds it out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partiesOn } from "../../src/domain/certainty.ts";
import { derive } from "../../src/domain/derivation.ts";
import { factsOf, type SmallLedger, sharpened, smallLedger } from "../support/arbitraries.ts";
import {
  arrivalFault,
  contradictionFault,
  namingFault,
  orderFault,
  sharpeningFault,
} from "../support/derivation-laws.ts";
import { NAIVE } from "../support/naive-readings.ts";
import type { Subject } from "../support/subject.ts";
import { toldTwiceFault } from "../support/told-twice-law.ts";
import { againstWorlds } from "../support/worlds-law.ts";

type Law = (ledger: SmallLedger, subject: Subject) => string | null;

const LAWS = {
  "every possible world": (ledger, subject) => againstWorlds(factsOf(ledger), subject).fault,
  "the order of spells": (ledger, subject) => orderFault(factsOf(ledger), subject),
  "the order of arrival": (ledger, subject) => arrivalFault(factsOf(ledger), [4, 3, 2, 1, 0], subject),
  "other ids": (ledger, subject) =>
    namingFault(
      factsOf(ledger),
      factsOf(ledger, (place) => `d${9 - place}`),
      subject,
    ),
  "a more precise date": (ledger, subject) =>
    ledger.said
      .map(
        (_, place) =>
          sharpeningFault(factsOf(ledger), factsOf(sharpened(ledger, place, 2, 0)), subject).fault,
      )
      .find((fault) => fault !== null) ?? null,
  "a contradiction": (ledger, subject) => contradictionFault(factsOf(ledger), subject).fault,
  "an act told twice": (ledger, subject) => toldTwiceFault(factsOf(ledger), subject).fault,
} satisfies Record<string, Law>;

const CAUGHT: readonly (readonly [keyof typeof NAIVE, keyof typeof LAWS])[] = [
  ["the dates are not narrowed", "every possible world"],
  ["the dates are not narrowed", "the order of spells"],
  ["the certainty is a spell's", "every possible world"],
  ["the fallback order is taken for the only one", "every possible world"],
  ["a contradiction passes unseen", "every possible world"],
  ["an act told twice passes unseen", "an act told twice"],
  ["nothing is rescinded", "every possible world"],
  ["a suspended member is out", "every possible world"],
  ["a succession is an exit and a joining", "every possible world"],
  ["the last day is counted in", "every possible world"],
  ["the first possible day is the day", "every possible world"],
  ["the day in the middle is the day", "every possible world"],
  ["the day in the middle is the day", "a more precise date"],
  ["a party with a contradiction is left out", "a contradiction"],
  ["the coalition never ends", "every possible world"],
  ["a party never ends", "every possible world"],
  ["the coalition was always there", "every possible world"],
  ["a succession is an accession", "every possible world"],
  ["the place in the ledger decides", "the order of arrival"],
  ["the id decides", "other ids"],
];

const ledgers = fc.sample(smallLedger, { numRuns: 3000, seed: 20141110 });

describe("that", () => {
  it.each(CAUGHT)("%s is caught by %s", (reading, law) => {
    const found = ledgers.some((ledger) => {
      if (LAWS[law](ledger, NAIVE[reading]) === null) return false;
      return LAWS[law](ledger, { derive, partiesOn }) === null;
    });
    expect(found).toBe(true);
  });

  it("no naive reading is left out", () => {
    const tried = new Set<string>(CAUGHT.map(([reading]) => reading));
    expect(Object.keys(NAIVE).filter((reading) => !tried.has(reading))).toEqual([]);
  });
});
