/** The SQLite store keeps the contract of the port, with its writer in this thread and on its own. */
import { describe, it } from "vitest";
import { CHECKS } from "./contract.ts";
import { PART_CHECKS } from "./parts-contract.ts";
import { openHere, openOnThread } from "./subjects.ts";

describe.each([
  { where: "in this thread", open: openHere, runs: 25 },
  { where: "on its own thread", open: openOnThread, runs: 3 },
])("the SQLite store with its writer $where", ({ open, runs }) => {
  it.each([...CHECKS, ...PART_CHECKS])(
    "$name",
    async ({ run }) => {
      await run(open, { runs });
    },
    120_000,
  );
});
