/** The CHECKs that several tables share: what a column may hold, said in the database itself. */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { check } from "drizzle-orm/sqlite-core";
import { AFTER_ALL, BEFORE_ALL } from "../../domain/day.ts";

/** Written into the DDL, where no parameter can stand. */
const literal = (text: string): SQL => sql.raw(`'${text.replaceAll("'", "''")}'`);

/** One of the words of the domain. A CHECK lets null pass. */
export function wordCheck(name: string, column: AnyColumn, words: readonly string[]) {
  return check(name, sql`${column} in (${sql.join(words.map(literal), sql`, `)})`);
}

/** Both bounds are days of the calendar or open ends, and they stand in order. */
export function boundsCheck(name: string, earliest: AnyColumn, latest: AnyColumn) {
  return check(name, sql`${dayOrOpen(earliest)} and ${dayOrOpen(latest)} and ${earliest} <= ${latest}`);
}

/** `date()` gives the day of the calendar back, so that 2001-02-30 is not equal to it. */
export function dayOrOpen(column: AnyColumn): SQL {
  return sql`(${column} in (${literal(BEFORE_ALL)}, ${literal(AFTER_ALL)}) or date(${column}) is ${column})`;
}

/** A JSON array, as text. */
export function listCheck(name: string, column: AnyColumn) {
  return check(name, sql`json_valid(${column}) and json_type(${column}) = 'array'`);
}

/** A span of revisions that holds at least one. */
export function spanCheck(name: string, knownFrom: AnyColumn, knownTo: AnyColumn) {
  return check(name, sql`${knownFrom} < ${knownTo}`);
}
