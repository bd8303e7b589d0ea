/** `accession key`: makes, lists and revokes the keys that writing over HTTP needs. */
import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { systemClock } from "../clock.ts";
import { isDay } from "../domain/day.ts";
import {
  KEY_ID_BYTES,
  KEY_SECRET_BYTES,
  type Key,
  nameFault,
  newKey,
  readScope,
  type Scope,
  stateOf,
} from "../ledger/key.ts";
import type { Keys } from "../ledger/keys.ts";
import { migrateFile } from "../storage/sqlite/migrations.ts";
import { openKeys } from "../storage/sqlite/open.ts";
import { Refused, WrongUsage } from "./exits.ts";
import { settingsOf } from "./opened.ts";
import { complain, say, sayJson, sayTable } from "./output.ts";

interface CreateOptions {
  readonly name: string;
  readonly scope: readonly string[];
  readonly expires?: string;
}

const SCOPES = "`declare`, `declare:COALITION` or `registry`";

export function addKey(program: Command): void {
  const key = program.command("key").description("the keys that writing over HTTP needs");
  addCreate(key);
  addList(key);
  addRevoke(key);
}

function addCreate(program: Command): void {
  program
    .command("create")
    .description("make a key and print it, this once")
    .requiredOption("--name <name>", "who writes with it; a key of the same name keeps the refs")
    .requiredOption("--scope <scope...>", `what it may write: ${SCOPES.replaceAll("`", "")}`)
    .option("--expires <date>", "the day, like 2027-01-01, or the instant from which it is of no use")
    .action(async (options: CreateOptions, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      const scopes = options.scope.map(scopeOf);
      const fault = nameFault(options.name);
      if (fault !== null) throw new WrongUsage(fault);
      const now = systemClock();
      const fields = { name: options.name, createdAt: now.toISOString() };
      const expiresAt = options.expires === undefined ? null : expiryOf(options.expires, now);
      const bytes = { id: randomBytes(KEY_ID_BYTES), secret: randomBytes(KEY_SECRET_BYTES) };
      const { key, token } = newKey({ ...fields, scopes: [...new Set(scopes)], expiresAt }, bytes);
      migrateFile(databaseFile);
      await withKeys(databaseFile, (keys) => keys.create(key));
      if (json) {
        const { hash: _hash, ...shown } = key;
        sayJson({ ...shown, token });
        return;
      }
      say(token);
      complain(`The key "${key.name}" (${key.id}) is made. It is shown this once: keep it safe.`);
      complain("Send it as `Authorization: Bearer …`.");
    });
}

function addList(program: Command): void {
  program
    .command("list")
    .description("list the keys; what they are is kept nowhere")
    .action(async (_options: object, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      const keys = await withKeys(databaseFile, (keys) => keys.list());
      const now = systemClock();
      if (json) {
        const items = keys.map((key) => ({ ...key, state: stateOf(key, now) }));
        sayJson({ items, total: items.length });
        return;
      }
      sayTable(
        ["id", "name", "scopes", "state", "created", "expires", "revoked"],
        keys.map((key) => cells(key, now)),
      );
    });
}

function addRevoke(program: Command): void {
  program
    .command("revoke")
    .description("make a key useless from now on, or all keys of a name")
    .argument("<key>", "the id of a key, or a name")
    .action(async (named: string, _options: object, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      const revoked = await withKeys(databaseFile, async (keys) => {
        const gone = await keys.revoke(named, systemClock().toISOString());
        if (gone.length > 0) return gone;
        const known = (await keys.list()).some(({ id, name }) => id === named || name === named);
        throw new Refused(known ? `"${named}" was revoked already.` : `There is no key "${named}".`);
      });
      if (json) sayJson({ revoked });
      else for (const { id, name } of revoked) say(`The key "${name}" (${id}) is revoked.`);
    });
}

function scopeOf(text: string): Scope {
  const scope = readScope(text);
  if (scope === null) throw new WrongUsage(`--scope cannot be "${text}": it is ${SCOPES}.`);
  return scope;
}

/** The beginning of a day, or an instant; it lies ahead. */
function expiryOf(text: string, now: Date): string {
  const instant =
    isDay(text) || /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : 0;
  if (instant > now.getTime()) return new Date(instant).toISOString();
  const right = "it is a day to come, like 2027-01-01, or an instant, like 2027-01-01T12:00:00Z";
  throw new WrongUsage(`--expires cannot be "${text}": ${right}.`);
}

function cells(key: Key, now: Date): string[] {
  const { id, name, scopes, createdAt, expiresAt, revokedAt } = key;
  return [id, name, scopes.join(" "), stateOf(key, now), createdAt, expiresAt ?? "", revokedAt ?? ""];
}

async function withKeys<T>(file: string, use: (keys: Keys) => Promise<T>): Promise<T> {
  const keys = openKeys(file, "write");
  try {
    return await use(keys);
  } finally {
    await keys.close();
  }
}
