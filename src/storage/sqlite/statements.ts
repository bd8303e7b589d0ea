/** How statements are made once and used often. */
import {
  type AnyColumn,
  and,
  type GetColumnData,
  getTableColumns,
  gt,
  is,
  lte,
  Param,
  Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { PartialDate } from "../../domain/partial-date.ts";
import type { Connection } from "./connection.ts";

/** Rows that hold at the revision given as `known`. */
export function heldAt(table: { readonly knownFrom: AnyColumn; readonly knownTo: AnyColumn }): SQL {
  return and(
    lte(table.knownFrom, sql.placeholder("known")),
    gt(table.knownTo, sql.placeholder("known")),
  ) as SQL;
}

/** A limit that stands in the statement: SQLite plans anew whenever one that is a parameter is bound. */
export const ONE = sql.raw("1") as unknown as number;

/** The column is one of a list, which comes as one JSON text: so one statement serves lists of any length. */
export function among(column: AnyColumn, name: string): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;
}

/**
 * Writes one row of a table; columns left out are null. Values are bound here: what Drizzle does for each
 * value of each row takes longer than the insert.
 */
export function inserting<T extends SQLiteTable>(
  { query, sqlite }: Connection,
  table: T,
): (row: T["$inferInsert"]) => void {
  const columns = Object.entries(getTableColumns(table));
  const values = Object.fromEntries(columns.map(([name]) => [name, sql.placeholder(name)]));
  const { sql: text } = query
    .insert(table)
    .values(values as T["$inferInsert"])
    .toSQL();
  const statement = sqlite.prepare(text);
  const names = columns.map(([name]) => name);
  const encoders = columns.map(([, column]) => (isPlain(column) ? null : column));
  return (row) => {
    const given = row as Readonly<Record<string, unknown>>;
    statement.run(
      names.map((name, place) => {
        const value = given[name] ?? null;
        return value === null ? null : (encoders[place]?.mapToDriverValue(value) ?? value);
      }),
    );
  };
}

/** Stands in no value: the unit separator of ASCII. */
const SEPARATOR = "\u001f";

/**
 * The columns of a row as one text, for questions that find many rows: twenty cells by themselves take twice as
 * long to cross into JavaScript. Null comes as nothing, so it is for columns of which none is ever empty.
 */
export function asOneText(columns: readonly (AnyColumn | SQL)[]): SQL<string> {
  return sql`concat(${sql.join([...columns], sql.raw(`, '${SEPARATOR}', `))})`;
}

/** The cells of such a row. */
export function cellsOf(text: string): string[] {
  return text.split(SEPARATOR);
}

/** The value of such a cell. */
export function orNull(cell: string | undefined): string | null {
  return cell === undefined || cell === "" ? null : cell;
}

/** A date of three such cells. One that is exact is one text thrice, and held once. */
export function dateIn(cells: readonly string[], at: number): PartialDate {
  const [edtf, earliest, latest] = [cells[at], cells[at + 1], cells[at + 2]] as [string, string, string];
  return { edtf, earliest: earliest === edtf ? edtf : earliest, latest: latest === edtf ? edtf : latest };
}

/** The ids of such a cell, read out of JSON, in which no id has anything that is escaped. */
export function idsIn(json: string): readonly string[] {
  return json === "[]" ? [] : json.slice(2, -2).split('","');
}

/** A restriction to values of which there mostly is one, under the name of its condition. */
export function oneOrMany(
  one: string,
  many: string,
  values: readonly string[] | undefined,
): Record<string, string> {
  if (values === undefined) return {};
  const [first] = values;
  return values.length === 1 && first !== undefined ? { [one]: first } : { [many]: JSON.stringify(values) };
}

interface Built {
  toSQL(): { readonly sql: string; readonly params: readonly unknown[] };
}

/**
 * A statement for what is asked for every row of a bulk write: values are bound and rows are read here, for
 * the same reason.
 */
export function asking<F extends Fields>({ sqlite }: Connection, fields: F, query: Built) {
  const { sql: text, params } = query.toSQL();
  const statement = sqlite.prepare<unknown[], unknown[]>(text).raw();
  const values = params.map(binding);
  const decoders = Object.entries(fields).map(([name, column]) => {
    return { name, column: isPlain(column) ? null : column };
  });
  const rowOf = (cells: readonly unknown[]): RowOf<F> => {
    const row: Record<string, unknown> = {};
    for (const [place, { name, column }] of decoders.entries()) {
      const cell = cells[place];
      row[name] = column === null || cell === null ? cell : column.mapFromDriverValue(cell);
    }
    return row as RowOf<F>;
  };
  return {
    get: (given: Given): RowOf<F> | null => {
      const cells = statement.get(values.map((value) => value(given)));
      return cells === undefined ? null : rowOf(cells);
    },
    all: (given: Given): RowOf<F>[] => statement.all(values.map((value) => value(given))).map(rowOf),
  };
}

/** The same for a question of one column, which is text. */
export function column({ sqlite }: Connection, query: Built): (given: Given) => string[] {
  const { sql: text, params } = query.toSQL();
  const statement = sqlite.prepare<unknown[], string>(text).pluck();
  const values = params.map(binding);
  return (given) => statement.all(values.map((value) => value(given)));
}

/** The same for a statement that changes rows. @returns how many it changed. */
export function changing({ sqlite }: Connection, query: Built): (given: Given) => number {
  const { sql: text, params } = query.toSQL();
  const statement = sqlite.prepare(text);
  const values = params.map(binding);
  return (given) => statement.run(values.map((value) => value(given))).changes;
}

/** How the value of a parameter comes from what is given. */
function binding(param: unknown): (given: Given) => unknown {
  if (is(param, Placeholder)) return (given) => given[param.name];
  if (!is(param, Param)) return () => param;
  const { value, encoder } = param;
  if (!is(value, Placeholder)) return () => encoder.mapToDriverValue(value);
  return (given) => {
    const part = given[value.name] ?? null;
    return part === null ? null : encoder.mapToDriverValue(part);
  };
}

type Fields = Readonly<Record<string, AnyColumn>>;
type Given = Readonly<Record<string, unknown>>;
type RowOf<F extends Fields> = { [K in keyof F]: GetColumnData<F[K]> };

/** What SQLite gives is what the column means. */
function isPlain({ dataType }: AnyColumn): boolean {
  return dataType === "string" || dataType === "number";
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
