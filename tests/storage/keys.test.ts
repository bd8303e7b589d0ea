/** Keys in the database: found by id, revoked once, never changed otherwise, and only as a digest. */
import { afterAll, describe, expect, it } from "vitest";
import { isSecretOf, newKey, readToken, type Scope } from "../../src/ledger/key.ts";
import { connect } from "../../src/storage/sqlite/connection.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { openKeys } from "../../src/storage/sqlite/open.ts";
import { temporaryFolder } from "../support/temporary-database.ts";

const folder = temporaryFolder();
const file = folder.file("keys.sqlite");
migrateFile(file);
const keys = openKeys(file, "write");
afterAll(async () => {
  await keys.close();
  folder.remove();
});

const CREATED = "2026-11-22T12:00:00.000Z";
const REVOKED = "2026-11-22T13:00:00.000Z";

function made(number: number, name: string, scopes: readonly Scope[] = ["declare"]) {
  const bytes = { id: new Uint8Array(8).fill(number), secret: new Uint8Array(32).fill(number) };
  return newKey({ name, scopes, createdAt: CREATED, expiresAt: null }, bytes);
}

describe("keys", () => {
  const [one, two, other] = [
    made(1, "twin"),
    made(2, "twin"),
    made(3, "other", ["declare:nato", "registry"]),
  ];

  it("are found by id, with what proves the secret and not the secret", async () => {
    for (const { key } of [one, two, other]) await keys.create(key);
    const { id, secret } = readToken(other.token) ?? { id: "", secret: "" };
    const found = await keys.find(id);
    expect(found).toEqual(other.key);
    expect(isSecretOf(secret, other.key)).toBe(true);
    expect(isSecretOf(secret, one.key)).toBe(false);
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(await keys.find("nothing")).toBeNull();
  });

  it("are listed without the digest", async () => {
    const listed = await keys.list();
    expect(listed.map(({ name }) => name)).toEqual(["twin", "twin", "other"]);
    expect(JSON.stringify(listed)).not.toContain(one.key.hash);
  });

  it("are revoked by id or by name, each once", async () => {
    expect((await keys.revoke(one.key.id, REVOKED)).map(({ id }) => id)).toEqual([one.key.id]);
    expect((await keys.revoke("twin", REVOKED)).map(({ id }) => id)).toEqual([two.key.id]);
    expect(await keys.revoke("twin", REVOKED)).toEqual([]);
    expect((await keys.find(one.key.id))?.revokedAt).toBe(REVOKED);
    expect((await keys.find(other.key.id))?.revokedAt).toBeNull();
  });

  it.each([
    ["a wider scope", `UPDATE keys SET scopes = '["registry"]'`],
    ["a later end", "UPDATE keys SET expires_at = '2999-01-01T00:00:00.000Z'"],
    ["another secret", `UPDATE keys SET hash = '${"0".repeat(64)}'`],
    ["a revocation undone", "UPDATE keys SET revoked_at = NULL"],
    ["a digest that is none", `INSERT INTO keys VALUES ('a', 'b', '[]', 'secret', '${CREATED}', NULL, NULL)`],
  ])("are guarded against %s", (_what, statement) => {
    const { sqlite } = connect(file, { purpose: "write" });
    expect(() => sqlite.exec(statement)).toThrow();
    sqlite.close();
  });

  it("cannot be written by who only reads", async () => {
    const reading = openKeys(file, "read");
    await expect(reading.revoke("other", REVOKED)).rejects.toThrow();
    await reading.close();
  });
});
