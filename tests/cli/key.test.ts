/** Keys by the command line: shown once, seen at once by a service that runs, in no log and no list. */
import { afterAll, describe, expect, it } from "vitest";
import { run, startServing } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-database.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const DATABASE_FILE = folder.file("keys.sqlite");
const key = (...args: string[]) => run(["key", ...args], { DATABASE_FILE });
const TOKEN = /^acc_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/;

describe("accession key", () => {
  it("makes a key that a running service takes, until it is revoked, and that no log has", async () => {
    const created = await key("create", "--name", "curator", "--scope", "declare", "registry");
    expect(created.code).toBe(0);
    const token = created.out.trim();
    expect(token).toMatch(TOKEN);
    expect(created.err).not.toContain(token);

    const service = await startServing({ DATABASE_FILE, SEED: "never", LOG_LEVEL: "trace" });
    const enter = async (id: string, token: string) => {
      const reply = await fetch(`${service.address}/v1/coalitions`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ id, kind: "accord", name: id }),
      });
      return reply.status;
    };
    expect(await enter("one", token)).toBe(201);
    const json = await key("create", "--name", "second", "--scope", "registry", "--json");
    const second = JSON.parse(json.out);
    expect(second).toMatchObject({ name: "second", scopes: ["registry"], expiresAt: null });
    expect(second.hash).toBeUndefined();
    expect(await enter("two", second.token)).toBe(201);
    await fetch(`${service.address}/v1/coalitions?key=${second.token}`);

    const revoked = await key("revoke", second.id);
    expect([revoked.code, revoked.out]).toEqual([0, `The key "second" (${second.id}) is revoked.\n`]);
    expect(await enter("three", second.token)).toBe(401);
    service.stop();
    const { out, err } = await service.ended;
    expect(out).toContain("/v1/coalitions?key=");
    for (const secret of [token, second.token].map((each) => each.slice(-43))) {
      expect(out + err).not.toContain(secret);
    }
  });

  it("lists the keys without what they are", async () => {
    await key("create", "--name", "short", "--scope", "declare:nato", "--expires", "2999-01-01");
    const { code, out } = await key("list", "--json");
    expect(code).toBe(0);
    const { items } = JSON.parse(out);
    expect(items.map(({ name, state, scopes }: Record<string, unknown>) => [name, state, scopes])).toEqual([
      ["curator", "usable", ["declare", "registry"]],
      ["second", "revoked", ["registry"]],
      ["short", "usable", ["declare:nato"]],
    ]);
    expect(items[2].expiresAt).toBe("2999-01-01T00:00:00.000Z");
    expect(out).not.toMatch(/hash|acc_/);
    expect((await key("list")).out).toContain("declare:nato");
  });

  it("revokes all keys of a name", async () => {
    await key("create", "--name", "twin", "--scope", "declare");
    await key("create", "--name", "twin", "--scope", "declare");
    expect((await key("revoke", "twin")).out.trim().split("\n")).toHaveLength(2);
    const again = await key("revoke", "twin");
    expect([again.code, again.err.trim()]).toEqual([1, '"twin" was revoked already.']);
    expect((await key("revoke", "nobody")).code).toBe(1);
  });

  it.each([
    ["a name that is a command's", ["--name", "seed", "--scope", "declare"]],
    ["a name with a line in it", ["--name", "a\nb", "--scope", "declare"]],
    ["no scope", ["--name", "a"]],
    ["a scope that is none", ["--name", "a", "--scope", "write"]],
    ["a day that is past", ["--name", "a", "--scope", "declare", "--expires", "2001-01-01"]],
    ["no day", ["--name", "a", "--scope", "declare", "--expires", "soon"]],
  ])("does not make one of %s", async (_what, args) => {
    const { code, out, err } = await key("create", ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toBe("");
  });
});
