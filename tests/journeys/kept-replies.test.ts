/** What the service keeps of its replies, while the command line writes to the same file. */
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endServing, run, type Serving, startServing } from "../support/command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-database.ts";

let folder: TemporaryFolder;
let service: Serving;
const on = (...args: string[]) => run([...args, "--database", folder.file("accession.sqlite")]);

beforeAll(async () => {
  folder = temporaryFolder();
  writeFileSync(folder.file("countries.csv"), "id,name\nx-aa,First\nx-bb,Second\nx-cc,Third\n");
  writeFileSync(folder.file("coalitions.csv"), "id,name,kind\nunion,The Union,union\n");
  const files = ["countries", "coalitions"].map((name) => folder.file(`${name}.csv`));
  expect(await on("import", ...files)).toMatchObject({ code: 0 });
  service = await startServing({ DATABASE_FILE: folder.file("accession.sqlite"), SEED: "never" });
}, 60_000);
afterAll(() => {
  endServing();
  folder.remove();
});

async function join(party: string, day: string): Promise<void> {
  writeFileSync(
    folder.file(`${party}.csv`),
    `ref,coalition,party,act,effective,source_title\n${party},union,${party},join,${day},A source\n`,
  );
  expect(await on("import", folder.file(`${party}.csv`))).toMatchObject({ code: 0 });
}

/** Who is in, asked often enough for the reply to be kept; every reply must be the same. */
async function served(day: string, headers: Record<string, string> = {}) {
  const replies = [];
  for (let time = 0; time < 5; time += 1) {
    const reply = await fetch(`${service.address}/v1/coalitions/union/members?on=${day}`, { headers });
    const text = await reply.text();
    const members =
      text === "" ? null : JSON.parse(text).items.map((row: { party: { id: string } }) => row.party.id);
    replies.push({ status: reply.status, members, tag: reply.headers.get("etag") ?? "" });
  }
  for (const reply of replies) expect(reply).toEqual(replies[0]);
  return replies[0] as (typeof replies)[number];
}

it("is never what was said before another process wrote", async () => {
  const days = ["2019-01-01", "2020-05-05", "2020-06-06", "2022-02-02"];
  const expected: Record<string, string[]> = Object.fromEntries(days.map((day) => [day, []]));
  const tags = new Map<string, string>();
  for (const [party, joined] of [
    ["x-bb", "2020-01-01"],
    ["x-aa", "2020-06-01"],
    ["x-cc", "2018"],
  ] as const) {
    for (const day of days) {
      const { members, tag } = await served(day);
      expect(members, day).toEqual(expected[day]);
      expect((await served(day, { "if-none-match": tag })).status).toBe(304);
      tags.set(day, tag);
    }
    await join(party, joined);
    for (const day of days) {
      if (day >= joined) expected[day] = [...(expected[day] ?? []), party].sort();
      const { status, members, tag } = await served(day, { "if-none-match": tags.get(day) ?? "" });
      expect([status, members], day).toEqual([200, expected[day]]);
      expect(tag).not.toBe(tags.get(day));
    }
  }
}, 60_000);
