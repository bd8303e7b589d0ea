/**
 * The laws of the domain over ledgers made by chance, law 8 against every possible world. More cases with
 * LAW_RUNS, other ones with LAW_SEED.
 */
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
import { toldTwiceFault } from "../support/told-twice-law.ts";
import { againstWorlds } from "../support/worlds-law.ts";

const subject = { derive, partiesOn };
const RUNS = Number(process.env["LAW_RUNS"] ?? 8000);
const PARAMETERS = { numRuns: RUNS, seed: Number(process.env["LAW_SEED"] ?? 20141110) };
const LIMIT = 15_000 + RUNS * 10;

/** How often something came up, as a share of all runs. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(...names: readonly string[]): void {
    for (const name of names) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  share(name: string): number {
    return (this.#counts.get(name) ?? 0) / RUNS;
  }
}

/** What makes a ledger hard to read. */
function difficulties({ said, lifetime, founded }: SmallLedger): string[] {
  const dated = factsOf({ said, lifetime, founded }).declarations;
  const overlapping = dated.some((one, a) =>
    dated.some(
      (other, b) =>
        a < b &&
        (one.party === other.party || one.predecessors.includes(other.party ?? "")) &&
        one.effective.earliest <= other.effective.latest &&
        other.effective.earliest <= one.effective.latest,
    ),
  );
  return [
    ...new Set(said.map(({ act, party }) => (party === null ? `${act} coalition` : act))),
    ...(overlapping ? ["overlap"] : []),
    ...(said.some(({ predecessors }) => predecessors.length > 1) ? ["several predecessors"] : []),
    ...(said.some(({ effective }) => effective.startsWith("..")) ? ["open start"] : []),
    ...(said.some(({ effective }) => effective.endsWith("..")) ? ["open end"] : []),
    ...(lifetime !== null && (lifetime.from ?? lifetime.until) !== null ? ["lifetime"] : []),
    ...(founded === null ? [] : ["founded"]),
  ];
}

describe("law 8", () => {
  it(
    "certain is what every possible world says, possible what some world says",
    () => {
      const tally = new Tally();
      fc.assert(
        fc.property(smallLedger, (ledger) => {
          const { fault, met } = againstWorlds(factsOf(ledger), subject);
          expect(fault).toBeNull();
          tally.add(met);
          if (met === "compared") tally.add(...difficulties(ledger).map((name) => `compared ${name}`));
        }),
        PARAMETERS,
      );
      // A law that skips its cases would always hold.
      const least = {
        compared: 0.2,
        "compared, one world": 0.05,
        "order open": 0.1,
        "no world": 0.1,
        "told twice": 0.04,
        "compared overlap": 0.1,
        "compared suspend": 0.05,
        "compared reinstate": 0.008,
        "compared withdraw": 0.03,
        "compared succeed": 0.05,
        "compared several predecessors": 0.002,
        "compared dissolve": 0.03,
        "compared dissolve coalition": 0.006,
        "compared rescind": 0.05,
        "compared open start": 0.02,
        "compared open end": 0.02,
        "compared lifetime": 0.012,
        "compared founded": 0.005,
      };

      for (const [name, share] of Object.entries(least)) {
        expect(tally.share(name), name).toBeGreaterThan(share);
      }
      expect(tally.share("silent")).toBeLessThan(0.1);
    },
    LIMIT,
  );

  it(
    "a more precise date never takes certainty away",
    () => {
      const tally = new Tally();
      fc.assert(
        fc.property(smallLedger, fc.nat(4), fc.nat(8), fc.nat(2), (ledger, place, start, width) => {
          const precise = sharpened(ledger, place, start, width);
          const { fault, met } = sharpeningFault(factsOf(ledger), factsOf(precise), subject);
          expect(fault).toBeNull();
          if (precise.said.some((said, index) => said.effective !== ledger.said[index]?.effective))
            tally.add(met);
        }),
        PARAMETERS,
      );
      expect(tally.share("compared")).toBeGreaterThan(0.1);
    },
    LIMIT,
  );
});

describe("law 4", () => {
  it(
    "the spells of a party stand in order, and no party counts twice",
    () => {
      fc.assert(
        fc.property(smallLedger, (ledger) => {
          expect(orderFault(factsOf(ledger), subject)).toBeNull();
        }),
        PARAMETERS,
      );
    },
    LIMIT,
  );
});

describe("laws 3 and 5", () => {
  it(
    "the place of a declaration in the ledger decides nothing",
    () => {
      fc.assert(
        fc.property(smallLedger, fc.array(fc.nat(9), { minLength: 5 }), (ledger, order) => {
          expect(arrivalFault(factsOf(ledger), order, subject)).toBeNull();
        }),
        PARAMETERS,
      );
    },
    LIMIT,
  );

  it(
    "other ids change the ids named and nothing else",
    () => {
      const tally = new Tally();
      const names = fc.uniqueArray(fc.nat(30), { minLength: 5, maxLength: 5 });
      fc.assert(
        fc.property(smallLedger, names, (ledger, ids) => {
          const facts = factsOf(ledger);
          const tellings = ledger.said.map(
            ({ act, party, role, effective }) => `${act} ${party} ${role} ${effective}`,
          );
          // Which of two equal tellings is named first can only be told by their ids.
          if (new Set(tellings).size < tellings.length) return;
          tally.add("compared");
          const renamed = factsOf(ledger, (place) => `d${ids[place]}`);
          expect(namingFault(facts, renamed, subject)).toBeNull();
        }),
        PARAMETERS,
      );
      expect(tally.share("compared")).toBeGreaterThan(0.8);
    },
    LIMIT,
  );
});

describe("a contradictory act", () => {
  it(
    "has no effect and narrows nothing",
    () => {
      const tally = new Tally();
      fc.assert(
        fc.property(smallLedger, (ledger) => {
          const { fault, met } = contradictionFault(factsOf(ledger), subject);
          expect(fault).toBeNull();
          tally.add(met);
        }),
        PARAMETERS,
      );
      expect(tally.share("compared")).toBeGreaterThan(0.04);
    },
    LIMIT,
  );
});

describe("an act told twice", () => {
  it(
    "is as if only the more precise telling had been heard",
    () => {
      const tally = new Tally();
      fc.assert(
        fc.property(smallLedger, (ledger) => {
          const { fault, met } = toldTwiceFault(factsOf(ledger), subject);
          expect(fault).toBeNull();
          tally.add(met);
        }),
        PARAMETERS,
      );
      expect(tally.share("compared")).toBeGreaterThan(0.005);
    },
    LIMIT,
  );
});
