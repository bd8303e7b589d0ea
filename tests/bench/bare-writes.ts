/** Starts the bare writer, and sees to it that what it wrote are the same rows. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import SqliteDatabase from "better-sqlite3";
import type { BareWrites, BareWritesJob } from "./bare-writes-job.ts";
import { driver } from "./places.ts";
import { DifferentAnswers } from "./question.ts";

export async function bareWrites(job: BareWritesJob): Promise<BareWrites> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    driver("bare-writes"),
    JSON.stringify(job),
  ]);
  return JSON.parse(stdout) as BareWrites;
}

/** What is derived stands on all else, so that where it is the same all else is. */
const COMPARED = {
  spells: "known_from",
  accessions: "known_from",
  in_force: "known_from",
  revisions: "number",
};

/** @throws {DifferentAnswers} where one has a row from a revision on that the other lacks. */
export function sameRows(ours: string, theirs: string, from: number): void {
  const sqlite = new SqliteDatabase(ours, { readonly: true });
  sqlite.prepare("ATTACH ? AS theirs").run(theirs);
  for (const [table, revision] of Object.entries(COMPARED)) {
    const rows = (schema: string) => `SELECT * FROM ${schema}.${table} WHERE ${revision} >= ${from}`;
    for (const [one, other] of [
      ["main", "theirs"],
      ["theirs", "main"],
    ] as const) {
      const more = sqlite.prepare(`${rows(one)} EXCEPT ${rows(other)} LIMIT 1`).get();
      if (more !== undefined) {
        throw new DifferentAnswers(`${table}: only ${one} has ${JSON.stringify(more)}.`);
      }
    }
  }
  sqlite.close();
}
