/**
 * The table of keys. Not of the ledger: a key can be revoked, which changes its row. STRICT and the
 * triggers stand in the migration.
 */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Scope } from "../../ledger/key.ts";
import { listCheck } from "./checks.ts";

const instant = (column: AnyColumn): SQL => sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${column}) is ${column}`;

export const keys = sqliteTable(
  "keys",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    scopes: text({ mode: "json" }).$type<readonly Scope[]>().notNull(),
    /** Of the secret, which is nowhere. */
    hash: text().notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at"),
    revokedAt: text("revoked_at"),
  },
  (t) => [
    index("keys_by_name").on(t.name),
    listCheck("keys_scopes", t.scopes),
    check("keys_hash", sql`length(${t.hash}) = 64 and ${t.hash} not glob '*[^0-9a-f]*'`),
    check(
      "keys_instants",
      sql`${instant(t.createdAt)} and ${instant(t.expiresAt)} and ${instant(t.revokedAt)}`,
    ),
  ],
);
