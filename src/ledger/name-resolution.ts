/** What a name or code in somebody's table means on a day: one entry, or several, or nothing known. */
import type { Day } from "../domain/day.ts";
import type { Registry } from "../domain/registry.ts";
import { type BorneName, nameIndex } from "./name-index.ts";
import { nameKey, wordsKey } from "./name-keys.ts";
import { searchNames } from "./name-search.ts";

export type Resolution =
  | { readonly status: "found"; readonly id: string }
  /** It may be any of the candidates. */
  | { readonly status: "ambiguous"; readonly candidates: readonly string[] }
  /** Candidates are what comes near. */
  | { readonly status: "unknown"; readonly candidates: readonly string[] };

/** Only so many unknown texts are compared with every name, so that a table of rubbish is answered soon. */
const SUGGESTIONS = 200;
/** Shorter texts are abbreviations, and half a name of nobody. */
const WORD = 4;
const MOST_CANDIDATES = 10;

export class Resolver {
  readonly #registry: Registry;
  readonly #found = new Map<string, Resolution>();
  #suggestions = SUGGESTIONS;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** A party by id, code or name. */
  party(text: string, on: Day): Resolution {
    return this.#once(`${on} ${text}`, () => {
      const byId = this.#registry.label(text.trim());
      if (byId !== null) return { status: "found", id: byId.id };
      return this.#byCode(text.trim(), on) ?? this.#byName(text, on, () => true);
    });
  }

  /** A coalition by id or name. */
  coalition(text: string): Resolution {
    return this.#once(`coalition ${text}`, () => {
      const byId = this.#registry.coalition(text.trim());
      if (byId !== null) return { status: "found", id: byId.id };
      return this.#byName(text, null, (name) => name.kind === "coalition");
    });
  }

  #once(key: string, resolve: () => Resolution): Resolution {
    const known = this.#found.get(key) ?? resolve();
    this.#found.set(key, known);
    return known;
  }

  /** Spreadsheets take the leading zeros of numeric codes away. */
  #byCode(text: string, on: Day): Resolution | null {
    const code = /^\d{1,2}$/.test(text) ? text.padStart(3, "0") : text;
    const bearer = this.#registry.country(code, on);
    if ("found" in bearer) return { status: "found", id: bearer.found.id };
    const [only, ...others] = bearer.several;
    if (only === undefined) return null;
    return others.length === 0 ? { status: "found", id: only } : ambiguous(bearer.several);
  }

  #byName(text: string, on: Day | null, wanted: (name: BorneName) => boolean): Resolution {
    const key = nameKey(text);
    if (key === "") return { status: "unknown", candidates: [] };
    const { byKey, byWords } = nameIndex(this.#registry);
    const same = (byKey.get(key) ?? byWords.get(wordsKey(key)) ?? []).filter(wanted);
    const there = same.length > 0 ? same : this.#holding(key).filter(wanted);
    if (there.length === 0) return this.#nothing(text, wanted);
    const main = there.filter(
      ({ sort, key: own }) => own === key && (sort === "main" || sort === "translation"),
    );
    if (main.length > 0) return oneOf(this.#existing(main, on));
    const held = on === null ? there : there.filter((name) => holds(name, on));
    const ids = this.#existing(held.length > 0 ? held : there, on);
    return oneOf(key.length < WORD ? ids : [...ids, ...this.#namesakes(key, ids, on).filter(wanted)]);
  }

  /** Names that hold all the words, and more. */
  #holding(key: string): BorneName[] {
    const { byWord } = nameIndex(this.#registry);
    const [first, ...others] = wordsKey(key).split(" ");
    return (byWord.get(first as string) ?? []).filter((name) =>
      others.every((word) => name.words.includes(word)),
    );
  }

  /** "Congo" is a name of one and half the name of another: who writes just that may mean either. */
  #namesakes(key: string, own: readonly BorneName[], on: Day | null): readonly BorneName[] {
    const ids = own.map((name) => name.id);
    const others = this.#holding(key).filter((name) => !ids.includes(name.id) && name.until === null);
    return this.#existing(others, on, []);
  }

  /** Those of entries that existed on the day, if any did. */
  #existing(
    names: readonly BorneName[],
    on: Day | null,
    otherwise: readonly BorneName[] = names,
  ): readonly BorneName[] {
    if (on === null) return names;
    const existing = names.filter(({ id }) => {
      const { from, until } = this.#registry.lifetime(id);
      return (from ?? on) <= on && (until === null || on < until);
    });
    return existing.length > 0 ? existing : otherwise;
  }

  #nothing(text: string, wanted: (name: BorneName) => boolean): Resolution {
    if (this.#suggestions === 0) return { status: "unknown", candidates: [] };
    this.#suggestions -= 1;
    const near = searchNames(this.#registry, text, null).filter(({ name }) => wanted(name));
    return { status: "unknown", candidates: near.slice(0, MOST_CANDIDATES).map(({ name }) => name.id) };
  }
}

function holds({ from, until }: BorneName, on: Day): boolean {
  return (from ?? on) <= on && (until === null || on < until);
}

function oneOf(names: readonly BorneName[]): Resolution {
  const ids = [...new Set(names.map((name) => name.id))];
  return ids.length === 1 ? { status: "found", id: ids[0] as string } : ambiguous(ids);
}

function ambiguous(ids: readonly string[]): Resolution {
  return { status: "ambiguous", candidates: [...ids].sort().slice(0, MOST_CANDIDATES) };
}
