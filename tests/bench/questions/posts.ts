/** Declarations posted one by one by 16 clients, beside SQLite taking the same rows one by one. */
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { bareWrites, sameRows } from "../bare-writes.ts";
import { newKey } from "../cli.ts";
import { copyOf } from "../copies.ts";
import { made, SEED_NUMBER } from "../data-sets.ts";
import { load } from "../load.ts";
import { dayNumber, dayText } from "../made-coalitions.ts";
import { ours } from "../programs.ts";
import { DifferentAnswers, type Measurement, type Question, type Scale } from "../question.ts";
import { between, dice, shuffled } from "../random.ts";
import { newestRevision } from "../revisions.ts";
import { during } from "../under-load.ts";

const CLIENTS = 16;

export const posts: Question = {
  name: "posts",
  title: `declarations posted by ${CLIENTS} clients, durable, one revision each`,
  ratios: [{ of: "accession", to: "bare transactions", aim: { least: 1 } }],
  prepare: async (scale) => {
    const { database: before } = await made(scale.small);
    const from = newestRevision(before) + 1;
    const requests = newJoins(before);
    const file = (name: string) => join(scale.folder, `${name}.sqlite`);
    const [mine, bare] = [file("posts"), file("posts-bare")];
    return [
      { measure: async () => [await posted(await copyOf(before, mine), from, requests, scale)] },
      {
        measure: async () => {
          const job = { source: mine, target: await copyOf(before, bare), from, each: true, guarded: true };
          const written = await bareWrites(job);
          sameRows(mine, bare, from);
          const value = written.transactions / written.seconds;
          return [{ name: "bare transactions", value, unit: "/s", raw: { ...written } }];
        },
      },
    ];
  },
};

async function posted(
  database: string,
  from: number,
  requests: readonly string[],
  { folder, warmSeconds, seconds }: Scale,
): Promise<Measurement> {
  const headers = {
    Authorization: `Bearer ${await newKey(database)}`,
    "Content-Type": "application/json",
  };
  const measured = await during(ours(database), ({ port, pid }) => {
    const job = { method: "POST", status: 201, once: true, headers, port, pid, requests } as const;
    return load(folder, { ...job, warmSeconds, seconds }, CLIENTS);
  });
  const written = newestRevision(database) - from + 1;
  if (written !== measured.answered) {
    throw new DifferentAnswers(`${measured.answered} were told that they are in, and ${written} are.`);
  }
  return { name: "accession", value: measured.rate, unit: "/s", raw: { ...measured } };
}

/** Joins of parties that a coalition never had, on days that are known; all coalitions mixed. */
function newJoins(database: string): string[] {
  const sqlite = new SqliteDatabase(database, { readonly: true });
  const free = sqlite
    .prepare(
      `SELECT coalitions.id AS coalition, party_versions.id AS party,
          (SELECT min(effective_earliest) FROM declarations WHERE coalition = coalitions.id) AS founded
        FROM coalitions JOIN party_versions
        WHERE NOT EXISTS (SELECT 1 FROM declarations
          WHERE coalition = coalitions.id AND party = party_versions.id)`,
    )
    .all() as { coalition: string; party: string; founded: string }[];
  sqlite.close();
  const roll = dice(SEED_NUMBER);
  return shuffled(roll, free).map(({ coalition, party, founded }) => {
    const effective = dayText(between(roll, dayNumber(founded), dayNumber("2026-01-01")));
    const sources = [{ title: "Register", url: "https://example.org/register", accessed: "2026-11-22" }];
    const declaration = { coalition, party, act: "join", role: "member", effective, sources };
    return `/v1/declarations\t${JSON.stringify(declaration)}`;
  });
}
