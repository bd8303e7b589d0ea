/** The contract suite is sharp: it catches every fault that is planted into the store. */
import { expect, it } from "vitest";
import { CHECKS } from "./contract.ts";
import { FAULTS, type Fault, tampering } from "./faults.ts";
import { PART_CHECKS } from "./parts-contract.ts";
import { type Open, openTampered } from "./subjects.ts";

/** Ledgers that are the same each time, so that what is caught once is always caught. */
const RIGOUR = { runs: 40, seed: 20_261_122 };

const ALL = [...PART_CHECKS, ...CHECKS];
const QUICK_FIRST = [...ALL.filter(({ byChance }) => !byChance), ...ALL.filter(({ byChance }) => byChance)];

async function isCaught(open: Open): Promise<boolean> {
  for (const { run } of QUICK_FIRST) {
    try {
      await run(open, RIGOUR);
    } catch {
      return true;
    }
  }
  return false;
}

async function attempt(fault: Fault) {
  let places = 0;
  const open: Open = (now) =>
    openTampered(
      tampering(fault, () => {
        places += 1;
      }),
      now,
    );
  const caught = await isCaught(open);
  return { planted: places > 0, caught };
}

it.each(FAULTS)(
  "catches $name",
  async (fault) => {
    expect(await attempt(fault)).toEqual({ planted: true, caught: true });
  },
  120_000,
);

it("catches nothing where nothing is planted", async () => {
  const none: Fault = { name: "none", in: "reader", plant: (_connection, planted) => planted() };
  expect(await attempt(none)).toEqual({ planted: true, caught: false });
}, 120_000);
