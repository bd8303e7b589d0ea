/** Takes the values of a mapping by their keys, strictly: a fault for what is missing, unknown or malformed. */
import { type Day, isDay } from "../domain/day.ts";
import { BadDate, type PartialDate, parsePartialDate } from "../domain/partial-date.ts";
import { nearest } from "../ledger/nearest.ts";
import type { YamlValue } from "./seed-yaml.ts";

/** Stands where a fault was told. */
const NO_DATE: PartialDate = { edtf: "0001", earliest: "0001-01-01", latest: "0001-12-31" };

/** More than this nobody reads. */
const LONGEST_LIST = 20;

/** The sentence that says what would be right. */
export function expected(text: string, allowed: readonly string[]): string {
  const meant = nearest(text, allowed);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return allowed.length > LONGEST_LIST ? "nothing here is like it." : `it is one of ${allowed.join(", ")}.`;
}

export class Fields {
  /** What the mapping is called in a fault. */
  readonly #name: string;
  readonly #at: YamlValue;
  readonly #values = new Map<string, YamlValue>();
  readonly #isMapping: boolean;

  constructor(at: YamlValue, name: string, allowed: readonly string[]) {
    this.#name = name;
    this.#at = at;
    const entries = at.entries(name);
    this.#isMapping = entries !== null;
    for (const { key, value } of entries ?? []) {
      const text = key.text("A key");
      if (allowed.includes(text)) this.#values.set(text, value);
      else if (text !== "") key.fault(`${name} has no key "${text}": ${expected(text, allowed)}`);
    }
  }

  get(key: string): YamlValue | null {
    return this.#values.get(key) ?? null;
  }

  /** Where a key stands, or the mapping where it is missing. */
  at(key: string): YamlValue {
    return this.get(key) ?? this.#at;
  }

  /** Tells that a key which must be there is missing. */
  need(key: string): YamlValue | null {
    const value = this.get(key);
    if (value === null && this.#isMapping) this.#at.fault(`${this.#name} lacks \`${key}\`.`);
    return value;
  }

  text(key: string): string {
    return this.need(key)?.text(`\`${key}\``) ?? "";
  }

  textOrNull(key: string): string | null {
    return this.get(key)?.text(`\`${key}\``) ?? null;
  }

  /** One of a set of words. */
  word<T extends string>(key: string, allowed: readonly T[]): T {
    this.need(key);
    return this.wordOr(key, allowed, allowed[0] as T);
  }

  /** One of a set of words, or what it is when it is left out. */
  wordOr<T extends string, F>(key: string, allowed: readonly T[], absent: F): T | F {
    const value = this.get(key);
    if (value === null) return absent;
    const text = value.text(`\`${key}\``);
    const found = allowed.find((word) => word === text);
    if (found !== undefined) return found;
    if (text !== "") value.fault(`\`${key}\` cannot be "${text}": ${expected(text, allowed)}`);
    return absent;
  }

  dayOrNull(key: string): Day | null {
    const text = this.textOrNull(key);
    if (text !== null && text !== "" && !isDay(text)) {
      this.at(key).fault(`\`${key}\` cannot be "${text}": it is a day of the calendar, like 2014-09-05.`);
    }
    return text;
  }

  date(key: string): PartialDate {
    this.need(key);
    return this.dateOrNull(key) ?? NO_DATE;
  }

  dateOrNull(key: string): PartialDate | null {
    const text = this.textOrNull(key);
    if (text === null || text === "") return null;
    try {
      return parsePartialDate(text);
    } catch (error) {
      if (!(error instanceof BadDate)) throw error;
      this.at(key).fault(`\`${key}\`: ${error.message}`);
      return NO_DATE;
    }
  }

  number(key: string, least: number): number {
    this.need(key);
    return this.numberOrNull(key, least) ?? least;
  }

  numberOrNull(key: string, least: number): number | null {
    const text = this.textOrNull(key);
    if (text === null || text === "") return null;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    if (number < least) {
      this.at(key).fault(`\`${key}\` cannot be "${text}": it is a whole number, ${least} or more.`);
    }
    return number;
  }

  list(key: string): YamlValue[] {
    return this.get(key)?.list(`\`${key}\``) ?? [];
  }

  texts(key: string): string[] {
    return this.list(key).map((item) => item.text(`An entry of \`${key}\``));
  }
}
