/** What a part of the address may be: read strictly, and written back as it was read. */
import { type Day, isDay } from "../../domain/day.ts";
import { BadDate, parsePartialDate } from "../../domain/partial-date.ts";

/** What was read, or a sentence that says what would be right. */
export type Read<T> = { readonly value: T } | { readonly fault: string };

export interface Field<T> {
  /** The value where the address does not name it; that value is never written. */
  readonly absent: T;
  read(text: string): Read<T>;
  write(value: T): string;
}

/** The value that a field holds. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** A revision number, or an RFC 3339 instant. */
export type Known = string;

const LONGEST_TEXT = 200;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

export const day: Field<Day | null> = {
  absent: null,
  read: (text) => {
    if (isDay(text)) return { value: text };
    return { fault: `It is one full day, like 2025-11-12${whyNoDay(text)}.` };
  },
  write: String,
};

export const known: Field<Known | null> = {
  absent: null,
  read: (text) => {
    const written = INSTANT.exec(text)?.[1];
    if (/^[1-9]\d{0,14}$/.test(text) || (written !== undefined && isDay(written))) return { value: text };
    return { fault: "It is the number of a revision, or an instant like 2026-01-01T00:00:00Z." };
  },
  write: String,
};

/** One of these words; the first of them where the address has none. */
export function word<const V extends string>(values: readonly [V, ...V[]]): Field<V> {
  return {
    absent: values[0],
    read: (text) => {
      const value = values.find((each) => each === text);
      return value === undefined ? { fault: `It is one of ${values.join(", ")}.` } : { value };
    },
    write: String,
  };
}

export const text: Field<string> = {
  absent: "",
  read: (value) =>
    value.length <= LONGEST_TEXT ? { value } : { fault: `It has at most ${LONGEST_TEXT} characters.` },
  write: String,
};

/** Ids with commas between them, none twice. */
export function ids(most: number): Field<readonly string[]> {
  return {
    absent: [],
    read: (value) => {
      const list = value.split(",");
      if (list.includes("")) return { fault: "It is a list of ids with commas between them, like nato,eu." };
      if (new Set(list).size < list.length) return { fault: "It names the same id twice." };
      if (list.length > most) return { fault: `It has ${list.length} ids: at most ${most} can be shown.` };
      return { value: list };
    },
    write: (list) => list.join(","),
  };
}

function whyNoDay(text: string): string {
  try {
    parsePartialDate(text);
    return "";
  } catch (error) {
    if (error instanceof BadDate && /^\d{4}-\d{2}-\d{2}$/.test(text))
      return `: ${error.message.replace(/\.$/, "")}`;
    return "";
  }
}
