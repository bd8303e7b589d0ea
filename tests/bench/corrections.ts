/** Corrections sent over HTTP with a key. */
import SqliteDatabase from "better-sqlite3";
import { newKey } from "./cli.ts";
import { ours } from "./programs.ts";
import { dice, shuffled } from "./random.ts";
import { during } from "./under-load.ts";

const CORRECTIONS = 10_000;
const REVISIONS = 4;
const SEED_NUMBER = 11;

interface Standing {
  readonly ref: string;
  readonly coalition: string;
  readonly party: string;
  readonly act: string;
  readonly role: string | null;
  readonly effective: string;
}

/** Declarations of all coalitions told again with a doubt, or without it: so each closes and opens spells. */
export async function correctTenThousand(database: string): Promise<void> {
  const key = await newKey(database);
  const sqlite = new SqliteDatabase(database, { readonly: true });
  const standing = sqlite
    .prepare(
      `SELECT ref, coalition, party, act, role, effective_edtf AS effective FROM declarations
        WHERE id NOT IN (SELECT supersedes FROM declarations WHERE supersedes IS NOT NULL)
        ORDER BY ref`,
    )
    .all() as Standing[];
  sqlite.close();
  const turns = shuffled(dice(SEED_NUMBER), standing);
  const corrections = Array.from({ length: CORRECTIONS }, (_, at) =>
    corrected(turns[at % turns.length] as Standing, Math.floor(at / turns.length)),
  );
  await during(ours(database), async ({ port }) => {
    const size = CORRECTIONS / REVISIONS;
    for (let at = 0; at < CORRECTIONS; at += size) {
      const reply = await fetch(`http://127.0.0.1:${port}/v1/declarations`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({
          message: "Corrections",
          declarations: corrections.slice(at, at + size),
        }),
      });
      if (reply.status !== 201) throw new Error(`${reply.status}: ${(await reply.text()).slice(0, 1000)}`);
    }
  });
}

/** @param again how often it was corrected before. */
function corrected({ role, effective, ...same }: Standing, again: number) {
  const doubtful = effective.endsWith("~") !== (again % 2 === 0);
  return {
    ...same,
    ...(role === null ? {} : { role }),
    effective: effective.includes("/") ? effective : effective.replace(/~?$/, doubtful ? "~" : ""),
    note: `Corrected ${again + 1}`,
    sources: [{ title: "Corrigendum", url: "https://example.org/corrigenda", accessed: "2026-11-22" }],
  };
}
