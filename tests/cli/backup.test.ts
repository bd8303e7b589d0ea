/** Backups made while the service writes, and put back: whole and checked, and never over what is in use. */
import { closeSync, existsSync, openSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { endServing, run, startServing } from "../support/command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-database.ts";

let folder: TemporaryFolder;
let key: string;
const on = (database: string, ...args: string[]) => run([...args, "--database", folder.file(database)]);
const json = async (database: string, ...args: string[]) =>
  JSON.parse((await on(database, ...args, "--json")).out);

beforeAll(async () => {
  folder = temporaryFolder();
  await on("used.sqlite", "seed");
  key = (await json("used.sqlite", "key", "create", "--name", "robot", "--scope", "declare")).token;
}, 60_000);
afterEach(endServing);
afterAll(() => folder.remove());

/** Declares one thing after the other until told to stop. @returns the newest revision that was acknowledged. */
async function declareUntil(address: string, stopped: () => boolean): Promise<number> {
  let newest = 0;
  for (let at = 0; !stopped(); at += 1) {
    const reply = await fetch(`${address}/v1/declarations`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({
        ref: "busy",
        coalition: "nato",
        party: "CHE",
        act: "join",
        effective: `${2000 + (at % 20)}-01-01`,
        sources: [{ title: "A source" }],
      }),
    });
    expect(reply.status).toBe(201);
    newest = ((await reply.json()) as { revision: number }).revision;
  }
  return newest;
}

describe("a backup", () => {
  it("is whole and sound though the service writes meanwhile, and can be put back", async () => {
    const service = await startServing({ DATABASE_FILE: folder.file("used.sqlite"), SEED: "never" });
    let done = false;
    const declaring = declareUntil(service.address, () => done);
    const first = await json("used.sqlite", "backup", folder.file("a.sqlite"));
    const second = await json("used.sqlite", "backup", folder.file("b.sqlite"));
    done = true;
    const newest = await declaring;
    service.stop();
    expect((await service.ended).code).toBe(0);
    expect(first.revisions).toBeGreaterThan(0);
    expect(second.revisions).toBeGreaterThan(first.revisions);
    expect(newest).toBeGreaterThanOrEqual(second.revisions);
    // One file, with no log beside it.
    expect(readdirSync(folder.file("")).filter((name) => /^[ab]\.sqlite.+/.test(name))).toEqual([]);
    for (const [name, { revisions }] of [
      ["a", first],
      ["b", second],
    ] as const) {
      const restored = await json(`restored-${name}.sqlite`, "restore", folder.file(`${name}.sqlite`));
      expect(restored.revisions).toBe(revisions);
      expect(await json(`restored-${name}.sqlite`, "verify")).toMatchObject({ sound: true, revisions });
    }
  }, 120_000);

  it("is not made over a file that is there, unless it is said, nor over the database itself", async () => {
    writeFileSync(folder.file("there"), "");
    expect(await on("used.sqlite", "backup", folder.file("there"))).toMatchObject({ code: 1 });
    expect(await on("used.sqlite", "backup", folder.file("there"), "--force")).toMatchObject({ code: 0 });
    expect(await on("used.sqlite", "backup", folder.file("used.sqlite"), "--force")).toMatchObject({
      code: 1,
    });
    expect(await on("none.sqlite", "backup", folder.file("none"))).toMatchObject({ code: 1 });
    expect(existsSync(folder.file("none"))).toBe(false);
  }, 60_000);
});

describe("a restore", () => {
  beforeAll(async () => {
    await on("used.sqlite", "backup", folder.file("sound.sqlite"));
  }, 60_000);

  it("gives up what a database holds only when it is said", async () => {
    await on("target.sqlite", "seed");
    const refused = await on("target.sqlite", "restore", folder.file("sound.sqlite"));
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/holds \d+ revisions: add --force to give that up\.$/m);
    expect(await on("target.sqlite", "restore", folder.file("sound.sqlite"), "--force")).toMatchObject({
      code: 0,
    });
    const { revisions } = await json("used.sqlite", "verify");
    expect(await json("target.sqlite", "verify")).toMatchObject({ sound: true, revisions });
  }, 60_000);

  it("is refused while the service has the database open, and changes nothing", async () => {
    const service = await startServing({ DATABASE_FILE: folder.file("target.sqlite"), SEED: "never" });
    const { code, err } = await on("target.sqlite", "restore", folder.file("sound.sqlite"), "--force");
    expect(code).toBe(1);
    expect(err).toContain("is open in another process: stop it first.");
    expect((await fetch(`${service.address}/readyz`)).status).toBe(200);
    service.stop();
    await service.ended;
  }, 60_000);

  it("takes the place of a database that is damaged", async () => {
    writeFileSync(folder.file("junk.sqlite"), "This is not a database. ".repeat(1_000));
    expect((await on("junk.sqlite", "restore", folder.file("sound.sqlite"))).err).toContain("cannot be read");
    expect(await on("junk.sqlite", "restore", folder.file("sound.sqlite"), "--force")).toMatchObject({
      code: 0,
    });
    expect(await json("junk.sqlite", "verify")).toMatchObject({ sound: true });
  }, 60_000);

  it("of what is damaged, or no database, is refused before anything is changed", async () => {
    await on("used.sqlite", "backup", folder.file("damaged.sqlite"));
    const damaged = openSync(folder.file("damaged.sqlite"), "r+");
    writeSync(damaged, Buffer.alloc(20_000, "X"), 0, 20_000, 200_000);
    closeSync(damaged);
    writeFileSync(folder.file("text"), "Not a database. ".repeat(1_000));
    for (const name of ["damaged.sqlite", "text", "not-there"]) {
      const { code, err } = await on("kept.sqlite", "restore", folder.file(name), "--force");
      expect({ name, code }).toEqual({ name, code: 1 });
      expect(err).toMatch(/is damaged|There is no file/);
      expect(existsSync(folder.file("kept.sqlite"))).toBe(false);
    }
  }, 60_000);
});
