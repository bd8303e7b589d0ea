/** The whole panel as CSV, beside sqlite3 printing the same rows from a plain table. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { catalogue } from "../data-sets.ts";
import { type Drained, drained } from "../drained.ts";
import { mostMemory } from "../processes.ts";
import { ours } from "../programs.ts";
import { DifferentAnswers, type Measurement, type Question } from "../question.ts";
import { readsBeside } from "../steady-reads.ts";
import { during } from "../under-load.ts";

const LAST_YEAR = 2026;
const PANEL = `/v1/panel?from=1945&to=${LAST_YEAR}&rule=jan1&format=csv`;
const IDLE_SECONDS = 4;
const NAMES = {
  ours: "accession",
  sqlite: "sqlite3 -csv",
  memory: "most memory of the service",
  idle: "p99 of reads, idle",
  meanwhile: "p99 of reads, meanwhile",
};

export const panel: Question = {
  name: "panel",
  title: "the whole panel of the catalogue as CSV, and 200 reads a second meanwhile",
  slow: true,
  ratios: [
    { of: NAMES.ours, to: NAMES.sqlite, aim: { least: 0.5 } },
    { of: NAMES.memory, to: "", aim: { most: 200 } },
    { of: NAMES.meanwhile, to: NAMES.idle, aim: { most: 3 } },
  ],
  prepare: async ({ folder }) => {
    const { database } = await catalogue();
    const [csv, table] = [join(folder, "panel.csv"), join(folder, "panel.sqlite")];
    const expected = await during(ours(database), ({ port }) => drained(csv, addressOf(port)));
    plainTable(csv, table);
    const print = ["sqlite3", "-csv", table, "SELECT * FROM panel"] as const;
    const printed = await drained("", ...print);
    // A header more; the line ends of both are those of RFC 4180.
    if (printed.lines !== expected.lines - 1) {
      throw new DifferentAnswers(`sqlite3 prints ${printed.lines} lines, ours ${expected.lines}.`);
    }
    return [
      {
        measure: () =>
          during(ours(database), async ({ port, pid }) => {
            await drained("", addressOf(port));
            const alone = speed(NAMES.ours, await drained("", addressOf(port)));
            const peak = mostMemory(pid) ?? Number.NaN;
            const { idle, meanwhile } = await readsBeside(port, IDLE_SECONDS, () =>
              drained("", addressOf(port)),
            );
            return [
              alone,
              { name: NAMES.memory, value: peak, unit: "MB", raw: {} },
              { name: NAMES.idle, value: idle.p99, unit: "ms", raw: { ...idle } },
              { name: NAMES.meanwhile, value: meanwhile.p99, unit: "ms", raw: { ...meanwhile } },
            ];
          }),
      },
      { measure: async () => [speed(NAMES.sqlite, await drained("", ...print))] },
    ];
  },
};

function addressOf(port: number): string {
  return `http://127.0.0.1:${port}${PANEL}`;
}

function speed(name: string, { bytes, lines, seconds }: Drained): Measurement {
  return { name, value: bytes / 1e6 / seconds, unit: "MB/s", raw: { bytes, lines, seconds } };
}

/** The same rows in a table without index or type. */
function plainTable(csv: string, file: string): void {
  const made = spawnSync("sqlite3", [file, "-cmd", ".mode csv", `.import ${csv} panel`], {
    encoding: "utf8",
  });
  if (made.error !== undefined) {
    throw new Error("There is no sqlite3 here to compare with: install it (Debian: sqlite3).");
  }
  if (made.status !== 0) throw new Error(made.stderr);
}
