/** A walk by cursor while another process writes to the same file: nothing twice, nothing missed. */
import { afterAll, describe, expect, it } from "vitest";
import type { Command } from "../../src/ledger/command.ts";
import { seedEmpty, theSeed } from "../../src/seeding.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { openStore } from "../../src/storage/sqlite/open.ts";
import { NOW, serviceOn } from "../support/http-service.ts";
import { otherProcess } from "../support/other-process.ts";
import { temporaryFolder } from "../support/temporary-database.ts";

const folder = temporaryFolder();
const file = folder.file("accession.sqlite");
migrateFile(file);
const store = await openStore({ file, writer: "here", now: () => NOW.getTime() });
await seedEmpty(store, theSeed, NOW);
const { ask } = await serviceOn(store);
const writer = otherProcess(file);
afterAll(async () => {
  writer.close();
  await store.close();
  folder.remove();
});

function leaving(party: string): Command {
  const source = {
    title: "A test",
    url: null,
    publisher: null,
    published: null,
    accessed: null,
    claims: null,
  };
  const day = { edtf: "2026-11-01", earliest: "2026-11-01", latest: "2026-11-01" };
  const content = {
    ...{
      ref: null,
      coalition: "un",
      party,
      act: "withdraw" as const,
      role: null,
      predecessors: [],
      declared: null,
    },
    ...{
      effective: day,
      rescinds: null,
      supersedes: null,
      title: null,
      scope: [],
      confidence: null,
      note: null,
    },
    sources: [source],
  } as const;
  return {
    author: "another",
    message: `${party} leaves`,
    entries: [{ kind: "declaration", content }],
    findings: "refuse",
    dryRun: false,
    imported: false,
  };
}

describe("a walk with limit=7 while another process writes", () => {
  it.each([
    "/v1/coalitions/un/members?on=2026-11-20",
    "/v1/memberships?coalition=un",
    "/v1/declarations?coalition=un",
  ])("of %s: nothing twice, nothing missed", async (path) => {
    const whole = (await ask(path)).body;
    const members = (await ask("/v1/coalitions/un/members?on=2026-11-20")).body.items;
    const leavers = members.map((row: { party: { id: string } }) => row.party.id) as string[];
    const walked: unknown[] = [];
    let [url, writes] = [`${path}&limit=7`, 0];
    while (url !== "") {
      const { body, headers } = await ask(url);
      walked.push(...body.items);
      url = /^<(.+)>; rel="next"$/.exec(headers["link"] ?? "")?.[1] ?? "";
      if (url === "" || writes === 10) continue;
      expect((await writer.append(leaving(leavers[writes * 3] as string))).taken).toBe(true);
      writes += 1;
    }
    expect(writes).toBe(10);
    expect(walked).toEqual(whole.items);
    // Who asks anew sees at once what the other process wrote.
    const anew = (await ask("/v1/coalitions/un/members?on=2026-11-20")).body;
    expect(anew.total).toBe(members.length - writes);
    expect(anew.known.revision).toBeGreaterThan(whole.known.revision);
  });
});
