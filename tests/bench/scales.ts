/** How much is measured: enough to tell, or enough to see that nothing is far off. */
import type { Scale } from "./question.ts";

export const WHOLE: Omit<Scale, "folder"> = {
  rounds: 5,
  warmSeconds: 4,
  seconds: 5,
  settleSeconds: 3,
  small: 10_000,
  middle: 100_000,
  large: 1_000_000,
  imported: 1_000_000,
  sent: 100_000,
};

/** Within three minutes, the databases made anew; of few coalitions, since in so short a time many would stay cold. */
export const QUICK: Omit<Scale, "folder"> = {
  rounds: 2,
  warmSeconds: 1.5,
  seconds: 0.8,
  settleSeconds: 1,
  small: 10_000,
  middle: 10_000,
  large: 100_000,
  imported: 10_000,
  sent: 10_000,
};
