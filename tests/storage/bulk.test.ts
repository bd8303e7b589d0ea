/** The SQLite store keeps what the port says of bulk writes, and the checks of it catch planted faults. */
import { describe, expect, it } from "vitest";
import type { Connection } from "../../src/storage/sqlite/connection.ts";
import { BULK_CHECKS } from "./bulk-contract.ts";
import { type Open, openHere, openOnThread, openTampered } from "./subjects.ts";

describe.each([
  { where: "in this thread", open: openHere, runs: 15 },
  { where: "on its own thread", open: openOnThread, runs: 3 },
])("bulk writes of the SQLite store with its writer $where", ({ open, runs }) => {
  it.each(BULK_CHECKS)(
    "$name",
    async ({ run }) => {
      await run(open, { runs });
    },
    120_000,
  );
});

/** Replaces what the writer says to SQLite. */
function saying(right: string | RegExp, wrong: string) {
  return (connection: Connection, planted: () => void) => {
    const { sqlite } = connection;
    const [prepare, exec] = [sqlite.prepare.bind(sqlite), sqlite.exec.bind(sqlite)];
    const tampered = (statement: string) => {
      const said = statement.replaceAll(right, wrong);
      if (said !== statement) planted();
      return said;
    };
    sqlite.prepare = ((statement: string) => prepare(tampered(statement))) as typeof sqlite.prepare;
    sqlite.exec = (statement) => exec(tampered(statement));
  };
}

const FAULTS = [
  { name: "an end that is not committed", plant: saying(/^COMMIT$/g, "ROLLBACK") },
  { name: "an abortion that is committed", plant: saying(/^ROLLBACK$/g, "COMMIT") },
  {
    name: "a declaration that was superseded in the same write and still stands",
    plant: saying('"newer"."supersedes" = "declarations"."id"', "0"),
  },
  {
    name: "a declaration that was retracted in the same write and still stands",
    plant: saying(
      'left join "retractions" on "retractions"."declaration" = "declarations"."id"',
      'left join "retractions" on 0',
    ),
  },
  {
    name: "a place in the revision that is that of another",
    plant: saying(
      /^select "revision", "place" from "declarations" where/g,
      'select "revision", "place" + 1 from "declarations" where',
    ),
  },
  {
    name: "rows of the revision before that are not closed",
    plant: saying(
      /^update "spells" set "known_to" = \? where/g,
      'update "spells" set "known_to" = ? + 1 where',
    ),
  },
];

it.each(FAULTS)(
  "the checks catch $name",
  async ({ plant }) => {
    let places = 0;
    const open: Open = (now) =>
      openTampered({ writer: (connection) => plant(connection, () => places++) }, now);
    const caught: string[] = [];
    for (const { name, run } of BULK_CHECKS.toReversed()) {
      await run(open, { runs: 25, seed: 20_261_122 }).catch(() => caught.push(name));
      if (caught.length > 0) break;
    }
    expect({ planted: places > 0, caught: caught.length > 0 }).toEqual({ planted: true, caught: true });
  },
  120_000,
);
