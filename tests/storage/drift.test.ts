/** The tables as the code has them and the database as the migrations make it say the same. */
import type SqliteDatabase from "better-sqlite3";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteSyncDialect, SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import config from "../../drizzle.config.ts";
import { openDatabase } from "../../src/storage/sqlite/database.ts";
import { migrateFile } from "../../src/storage/sqlite/migrations.ts";
import { scratchFile } from "./subjects.ts";

const dialect = new SQLiteSyncDialect();
let scratch: ReturnType<typeof scratchFile>;
let database: SqliteDatabase.Database;

beforeEach(() => {
  scratch = scratchFile();
  migrateFile(scratch.file);
  database = openDatabase(scratch.file);
});

afterEach(() => {
  database.close();
  scratch.remove();
});

interface Shape {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly references: readonly string[];
  readonly indexes: readonly string[];
  readonly checks: readonly string[];
}

/** Every table that drizzle-kit is told of. */
async function tablesOfCode(): Promise<SQLiteTable[]> {
  const files = [config.schema ?? []].flat();
  const modules = await Promise.all(
    files.map((file): Promise<object> => import(new URL(`../../${file}`, import.meta.url).href)),
  );
  return modules.flatMap((module) => Object.values(module).filter((value) => is(value, SQLiteTable)));
}

function shapeInCode(table: SQLiteTable): Shape {
  const { columns, primaryKeys, foreignKeys, indexes, uniqueConstraints, checks } = getTableConfig(table);
  const inline = columns.filter((column) => column.primary).map(({ name }) => name);
  const unique = columns.flatMap(({ isUnique, name }) => (isUnique ? [indexText(true, [name])] : []));
  const names = (parts: readonly object[]) => parts.map((part) => (part as { name: string }).name);
  return {
    columns: columns.map((column) => columnText(column.name, column.getSQLType(), column.notNull)).sort(),
    key: primaryKeys.length === 0 ? inline : primaryKeys.flatMap((key) => names(key.columns)),
    references: foreignKeys
      .map((key) => key.reference())
      .map(({ columns, foreignTable, foreignColumns }) =>
        referenceText(names(columns), getTableConfig(foreignTable).name, names(foreignColumns)),
      )
      .sort(),
    indexes: [
      ...unique,
      ...uniqueConstraints.map(({ columns }) => indexText(true, names(columns))),
      ...indexes.map(({ config: { unique, columns } }) => indexText(unique, names(columns))),
    ].sort(),
    checks: checks.map(({ name, value }) => checkText(name, dialect.sqlToQuery(value).sql)).sort(),
  };
}

function shapeInDatabase(table: string): Shape {
  const pragma = <T>(name: string, of = table) => database.pragma(`${name}("${of}")`) as T[];
  const columns = pragma<{ name: string; type: string; notnull: number; pk: number }>("table_info");
  const indexes = pragma<{ name: string; unique: number; origin: string }>("index_list");
  const text = database
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE name = ?")
    .pluck()
    .get(table);
  return {
    columns: columns.map(({ name, type, notnull }) => columnText(name, type, notnull === 1)).sort(),
    key: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map(({ name }) => name),
    references: pragma<{ from: string; table: string; to: string }>("foreign_key_list")
      .map((key) => referenceText([key.from], key.table, [key.to]))
      .sort(),
    indexes: indexes
      .filter(({ origin }) => origin !== "pk")
      .map(({ name, unique }) =>
        indexText(
          unique === 1,
          pragma<{ name: string }>("index_info", name).map((column) => column.name),
        ),
      )
      .sort(),
    checks: checksIn(text ?? ""),
  };
}

/** Each stands on a line of its own, or on several. */
function checksIn(table: string): string[] {
  const [, ...constraints] = table.split(/\n\tCONSTRAINT "/);
  return constraints
    .map((text) => /^(\w+)" CHECK\((.*?)\),?(?:\n\).*)?$/s.exec(text))
    .map((found) => checkText(found?.[1] ?? "", found?.[2] ?? ""))
    .sort();
}

function columnText(name: string, type: string, notNull: boolean): string {
  return `${name} ${type.toLowerCase()}${notNull ? " not null" : ""}`;
}

function referenceText(from: readonly string[], table: string, to: readonly string[]): string {
  return `${from.join()} to ${table} (${to.join()})`;
}

function indexText(unique: boolean, columns: readonly string[]): string {
  return `${unique ? "unique " : ""}${columns.join()}`;
}

/** Line breaks aside. */
function checkText(name: string, expression: string): string {
  return `${name}: ${expression.replaceAll(/\s+/g, " ")}`;
}

/** Where the two differ, table by table. */
async function drift(): Promise<string[]> {
  const tables = await tablesOfCode();
  const inCode = tables.map((table) => getTableConfig(table).name);
  const inDatabase = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> '__drizzle_migrations'",
    )
    .pluck()
    .all();
  const strange = inDatabase
    .filter((name) => !inCode.includes(name))
    .map((name) => `${name} is not in the code`);
  return [
    ...strange,
    ...tables.flatMap((table) => {
      const [code, migrated] = [shapeInCode(table), shapeInDatabase(getTableConfig(table).name)];
      return (Object.keys(code) as (keyof Shape)[])
        .filter((part) => code[part].join("; ") !== migrated[part].join("; "))
        .map(
          (part) => `${getTableConfig(table).name} differs in its ${part}: ${code[part]} / ${migrated[part]}`,
        );
    }),
  ];
}

describe("the tables of the code and of the migrations", () => {
  it("are the same", async () => {
    expect(await drift()).toEqual([]);
  });

  it("are all seen", async () => {
    const shapes = (await tablesOfCode()).map(shapeInCode);
    expect(shapes.length).toBeGreaterThanOrEqual(14);
    expect(shapes.flatMap(({ checks }) => checks).join()).toContain("succeed");
  });
});

describe("a drift is caught", () => {
  it.each([
    [
      "a column that the code lacks",
      "ALTER TABLE spells ADD COLUMN colour TEXT",
      "spells differs in its columns",
    ],
    ["a table that the code lacks", "CREATE TABLE attic (id TEXT)", "attic is not in the code"],
    ["an index that is gone", "DROP INDEX spells_by_party", "spells differs in its indexes"],
    [
      "an index that is no longer unique",
      "DROP INDEX claims_by_line; CREATE INDEX claims_by_line ON claims (revision, place)",
      "claims differs in its indexes",
    ],
    [
      "a column renamed",
      "ALTER TABLE accessions RENAME COLUMN latest TO newest",
      "accessions differs in its columns",
    ],
    ["a word that the database does not know", rewriting("'associate', ", ""), "differs in its checks"],
    [
      "a foreign key that is gone",
      rewriting("FOREIGN KEY (`party`) REFERENCES `parties`(`id`),", ""),
      "differs in its references",
    ],
    [
      "a column that may be null",
      rewriting("`chain` integer NOT NULL", "`chain` integer"),
      "differs in its columns",
    ],
    [
      "a key in another order",
      rewriting(
        "PRIMARY KEY(`coalition`, `party`, `position`",
        "PRIMARY KEY(`party`, `coalition`, `position`",
      ),
      "differs in its key",
    ],
  ])("%s", async (_what, statements, fault) => {
    database.unsafeMode();
    database.exec(statements);
    database.close();
    database = openDatabase(scratch.file);
    expect((await drift()).join("\n")).toContain(fault);
  });
});

/** Changes the text of every table, as a migration written by hand might have. */
function rewriting(right: string, wrong: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  return `PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, ${quoted(right)}, ${quoted(wrong)}) WHERE type = 'table'`;
}
