/** How statements are made once and used often. */
import { type AnyColumn, and, getTableColumns, gt, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Connection } from "./connection.ts";

/** Rows that hold at the revision given as `known`. */
export function heldAt(table: { readonly knownFrom: AnyColumn; readonly knownTo: AnyColumn }): SQL {
  return and(
    lte(table.knownFrom, sql.placeholder("known")),
    gt(table.knownTo, sql.placeholder("known")),
  ) as SQL;
}

/** The column is one of a list, which comes as one JSON text: so one statement serves lists of any length. */
export function among(column: AnyColumn, name: string): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;
}

/** Writes one row of a table; columns left out are null. */
export function inserting<T extends SQLiteTable>(
  { query }: Connection,
  table: T,
): (row: T["$inferInsert"]) => void {
  const names = Object.keys(getTableColumns(table));
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const nulls = Object.fromEntries(names.map((name) => [name, null]));
  const statement = query
    .insert(table)
    .values(values as T["$inferInsert"])
    .prepare();
  return (row) => {
    statement.run({ ...nulls, ...row });
  };
}

/** A question's statement, made once for each set of restrictions that the question can bring. */
export class Shapes<S> {
  readonly #conditions: Readonly<Record<string, SQL>>;
  readonly #make: (conditions: readonly SQL[]) => S;
  readonly #made = new Map<string, S>();

  /** Conditions by the name of the part of a question that asks for them; `make` brings those that always hold. */
  constructor(conditions: Readonly<Record<string, SQL>>, make: (conditions: readonly SQL[]) => S) {
    this.#conditions = conditions;
    this.#make = make;
  }

  /** The statement for a question that restricts by the parts that it has. */
  for(question: object): S {
    const asked = question as Readonly<Record<string, unknown>>;
    const parts = Object.keys(this.#conditions).filter((part) => asked[part] !== undefined);
    const shape = parts.join();
    const statement = this.#made.get(shape) ?? this.#make(parts.map((part) => this.#conditions[part] as SQL));
    this.#made.set(shape, statement);
    return statement;
  }
}

/** The values last asked for, when they can never change. */
export class Recent<K, V> {
  readonly #values = new Map<K, V>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get(key: K, make: () => V): V {
    const value = this.#values.get(key) ?? make();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#size) this.#values.delete(this.#values.keys().next().value as K);
    return value;
  }

  clear(): void {
    this.#values.clear();
  }
}
