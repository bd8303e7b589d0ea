/** Reads the fields of a JSON object that somebody sends: strict, every fault gathered with its pointer. */
import { type Day, isDay } from "../domain/day.ts";
import { BadDate, type PartialDate, parsePartialDate } from "../domain/partial-date.ts";
import { type Fault, fault } from "../ledger/checks.ts";
import { nearest } from "../ledger/nearest.ts";

/** Reading goes on after a fault; what it returns then is never used. A null is as good as no field. */
export class JsonFields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #pointer: string;
  readonly #faults: Fault[];

  /** @param pointer of the object itself, empty for the whole entry. */
  constructor(value: unknown, pointer: string, names: readonly string[], faults: Fault[]) {
    this.#pointer = pointer;
    this.#faults = faults;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    this.#fields = isObject ? (value as Record<string, unknown>) : {};
    if (!isObject) faults.push(fault("bad-shape", pointer, `An object is wanted, with ${names.join(", ")}.`));
    for (const name of Object.keys(this.#fields).filter((each) => !names.includes(each))) {
      const suggestion = nearest(name, names);
      const instead =
        suggestion === undefined ? `Fields are: ${names.join(", ")}.` : `Did you mean "${suggestion}"?`;
      const detail = `There is no field "${name}". ${instead}`;
      faults.push(fault("bad-shape", this.#at(name), detail, suggestion === undefined ? {} : { suggestion }));
    }
  }

  textOrNull(name: string): string | null {
    const value = this.#fields[name] ?? null;
    if (value === null || (typeof value === "string" && value !== "")) return value;
    this.#fault(name, "is text, and not empty");
    return null;
  }

  text(name: string): string {
    this.#need(name);
    return this.textOrNull(name) ?? "";
  }

  choiceOrNull<T extends string>(name: string, choices: readonly T[]): T | null {
    const text = this.textOrNull(name);
    if (text === null || choices.includes(text as T)) return text as T | null;
    const suggestion = nearest(text, choices);
    const detail = `\`${name}\` is one of ${choices.join(", ")}, not "${text}".`;
    this.#faults.push(
      fault("bad-shape", this.#at(name), detail, suggestion === undefined ? {} : { suggestion }),
    );
    return null;
  }

  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    this.#need(name);
    return this.choiceOrNull(name, choices) ?? choices[0];
  }

  dateOrNull(name: string): PartialDate | null {
    const text = this.textOrNull(name);
    if (text === null) return null;
    try {
      return parsePartialDate(text);
    } catch (error) {
      if (!(error instanceof BadDate)) throw error;
      this.#faults.push(fault("bad-date", this.#at(name), error.message));
      return null;
    }
  }

  date(name: string): PartialDate {
    this.#need(name);
    return this.dateOrNull(name) ?? { edtf: "", earliest: "", latest: "" };
  }

  dayOrNull(name: string): Day | null {
    const text = this.textOrNull(name);
    if (text === null || isDay(text)) return text;
    const detail = `\`${name}\` cannot be "${text}": it is a day of the calendar, like 2014-09-05.`;
    this.#faults.push(fault("bad-date", this.#at(name), detail));
    return null;
  }

  flagOrNull(name: string): boolean | null {
    const value = this.#fields[name] ?? null;
    if (value === null || typeof value === "boolean") return value;
    this.#fault(name, "is true or false");
    return null;
  }

  wholeOrNull(name: string): number | null {
    const value = this.#fields[name] ?? null;
    if (value === null || (typeof value === "number" && Number.isSafeInteger(value))) return value;
    this.#fault(name, "is a whole number");
    return null;
  }

  whole(name: string): number {
    this.#need(name);
    return this.wholeOrNull(name) ?? 0;
  }

  /** A number between two others. */
  between(name: string, lowest: number, highest: number): number {
    const value = this.#fields[name];
    if (typeof value === "number" && value >= lowest && value <= highest) return value;
    this.#fault(name, `is a number from ${lowest} to ${highest}`);
    return lowest;
  }

  /** The value as it was sent, for who reads it further. */
  value(name: string): unknown {
    return this.#fields[name] ?? null;
  }

  texts(name: string): string[] {
    return this.list(name, (value, pointer) => {
      if (typeof value === "string" && value !== "") return value;
      this.#faults.push(fault("bad-shape", pointer, `Each of \`${name}\` is text, and not empty.`));
      return "";
    });
  }

  /** Empty where the field is not there. */
  list<T>(name: string, read: (value: unknown, pointer: string) => T): T[] {
    const value = this.#fields[name] ?? [];
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${this.#at(name)}/${index}`));
    this.#fault(name, "is a list");
    return [];
  }

  objectOrNull<T>(name: string, read: (value: unknown, pointer: string) => T): T | null {
    const value = this.#fields[name] ?? null;
    return value === null ? null : read(value, this.#at(name));
  }

  /** Read in any case: what reads it tells that it is wanted. */
  object<T>(name: string, read: (value: unknown, pointer: string) => T): T {
    return read(this.#fields[name], this.#at(name));
  }

  #need(name: string): void {
    if ((this.#fields[name] ?? null) === null) this.#fault(name, "is needed");
  }

  #fault(name: string, wanted: string): void {
    this.#faults.push(fault("bad-shape", this.#at(name), `\`${name}\` ${wanted}.`));
  }

  #at(name: string): string {
    return `${this.#pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }
}
