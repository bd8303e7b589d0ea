/** The service and the command line write to one file: each sees at once what the other wrote, and neither fails. */
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endServing, run, type Serving, startServing } from "../support/command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-database.ts";

const COALITIONS = 40;
const COUNTRIES = 50;
const party = (n: number) => `x-p${n}`;

let folder: TemporaryFolder;
let service: Serving;
let key: string;
const on = (...args: string[]) => run([...args, "--database", folder.file("accession.sqlite")]);

beforeAll(async () => {
  folder = temporaryFolder();
  const countries = Array.from({ length: COUNTRIES }, (_, n) => `${party(n)},Country ${n}`);
  const coalitions = Array.from({ length: COALITIONS }, (_, n) => `c-${n},Coalition ${n},alliance`);
  writeFileSync(folder.file("countries.csv"), `id,name\n${countries.join("\n")}\n`);
  writeFileSync(folder.file("coalitions.csv"), `id,name,kind\n${coalitions.join("\n")}\n`);
  expect(await on("import", folder.file("countries.csv"), folder.file("coalitions.csv"))).toMatchObject({
    code: 0,
  });
  key = JSON.parse((await on("key", "create", "--name", "robot", "--scope", "declare", "--json")).out).token;
  service = await startServing({ DATABASE_FILE: folder.file("accession.sqlite"), SEED: "never" });
}, 60_000);
afterAll(() => {
  endServing();
  folder.remove();
});

/** A file of joins, each of a party in a coalition of which nothing is said elsewhere. */
function tableOf(name: string, coalition: number, parties: readonly number[]): string {
  const rows = parties.map((n) => `${name}-${n},c-${coalition},${party(n)},join,2000,A source`);
  writeFileSync(folder.file(name), `ref,coalition,party,act,effective,source_title\n${rows.join("\n")}\n`);
  return folder.file(name);
}

async function post(coalition: number, n: number): Promise<number> {
  const [sources, act] = [[{ title: "A source" }], "join"];
  const body = { coalition: `c-${coalition}`, party: party(n), act, effective: "2001", sources };
  const reply = await fetch(`${service.address}/v1/declarations`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(201);
  return ((await reply.json()) as { revision: number }).revision;
}

async function membersServed(coalition: number): Promise<number> {
  const reply = await fetch(`${service.address}/v1/coalitions/c-${coalition}/members?on=2010-01-01`);
  return ((await reply.json()) as { total: number }).total;
}

it("each sees at once what the other wrote", async () => {
  expect(await membersServed(0)).toBe(0);
  expect(await on("import", tableOf("a.csv", 0, [0, 1, 2]))).toMatchObject({ code: 0 });
  expect(await membersServed(0)).toBe(3);
  const revision = await post(0, 3);
  const { counts, known } = JSON.parse((await on("members", "c-0", "--on", "2010-01-01", "--json")).out);
  expect({ counts, known: known.revision }).toEqual({ counts: { certain: 4, possible: 0 }, known: revision });
});

it("they wait for each other and do not fail", async () => {
  const parties = Array.from({ length: COUNTRIES }, (_, n) => n);
  const imports = [1, 2, 3].map((n) => on("import", tableOf(`i${n}.csv`, n, parties)));
  const posts = parties.map((n) => post(4 + (n % 30), n));
  const revisions = await Promise.all(posts);
  for (const { code, err } of await Promise.all(imports)) expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(new Set(revisions).size).toBe(parties.length);
  for (const n of [1, 2, 3]) expect(await membersServed(n)).toBe(COUNTRIES);
  expect(await on("verify")).toMatchObject({ code: 0 });
}, 60_000);
