/**
 * The real service and the real command, killed at random moments while they write: what was acknowledged is
 * there, nothing is there by half, and the projection is what the ledger amounts to. TORTURE_ROUNDS says how
 * often; each database is checked and left after ten.
 */
import { afterEach, expect, it } from "vitest";
import { endServing } from "../support/command-line.ts";
import { type Figures, Torture } from "../support/torture.ts";

const ROUNDS = Number(process.env["TORTURE_ROUNDS"] ?? 4);
const ROUNDS_A_DATABASE = 10;

const figures: Figures = {
  rounds: 0,
  kills: 0,
  acknowledged: 0,
  declarations: 0,
  interrupted: 0,
  interruptedButThere: 0,
  slowestStart: 0,
};
let torture: Torture | null = null;

afterEach(() => {
  endServing();
  torture?.remove();
  torture = null;
});

it(
  `loses nothing that was acknowledged, in ${ROUNDS} rounds`,
  async () => {
    while (figures.rounds < ROUNDS) {
      torture = new Torture(figures);
      await torture.prepare();
      for (let round = 0; round < ROUNDS_A_DATABASE && figures.rounds < ROUNDS; round += 1) {
        await torture.round();
      }
      expect(await torture.faults()).toEqual([]);
      torture.remove();
    }
    expect(figures.kills).toBeGreaterThanOrEqual(ROUNDS);
    expect(figures.acknowledged).toBeGreaterThan(0);
    process.stdout.write(
      [
        `${figures.rounds} rounds, ${figures.kills} processes killed`,
        `${figures.acknowledged} revisions acknowledged with ${figures.declarations} declarations: all there, none half`,
        `${figures.interrupted} writes interrupted, ${figures.interruptedButThere} of them there, whole`,
        `slowest start after a kill: ${Math.round(figures.slowestStart)} ms\n`,
      ].join("\n"),
    );
  },
  ROUNDS * 60_000,
);

it("would see a revision that was acknowledged and is not there", async () => {
  torture = new Torture({ ...figures });
  await torture.prepare();
  torture.claim(2);
  expect(await torture.faults()).toEqual(["Revision 2 is lost."]);
}, 60_000);
