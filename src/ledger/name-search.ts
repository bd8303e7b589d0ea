/** Search by name: every name in every language, the best match of each entry, the best entries first. */
import { distance } from "fastest-levenshtein";
import type { PartyKind } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { type BorneName, nameIndex } from "./name-index.ts";
import { nameKey, wordsKey, wordsOf } from "./name-keys.ts";

/** How a name answers, from the best down; `similar` only where nothing else does. */
export const MATCHES = ["exact", "words", "beginning", "part", "similar"] as const;
export type Match = (typeof MATCHES)[number];

export interface Found {
  readonly name: BorneName;
  readonly match: Match;
}

/** A name is similar if not more than one letter in four differs. */
const LETTERS_FOR_A_SLIP = 4;
const CODE_SHAPE = /^[a-z0-9]{2,4}$/;
const SORTS: readonly BorneName["sort"][] = ["main", "translation", "other", "code"];

/** @param kind of the entries; null for all. */
export function searchNames(registry: Registry, text: string, kind: PartyKind | null): Found[] {
  const key = nameKey(text);
  if (key === "") return [];
  const names = nameIndex(registry).names.filter((name) => kind === null || name.kind === kind);
  const sought = { key, words: wordsOf(key), inOrder: wordsKey(key) };
  const found = names.flatMap((name): Found[] => {
    const match = matchOf(name, sought);
    return match === null ? [] : [{ name, match }];
  });
  return bestOfEach(found.length > 0 ? found : similar(names, key));
}

interface Sought {
  readonly key: string;
  readonly words: readonly string[];
  readonly inOrder: string;
}

function matchOf({ key, words, sort }: BorneName, sought: Sought): Match | null {
  if (key === sought.key) return "exact";
  // Part of a code is another code.
  if (sort === "code") return null;
  if (words.length === sought.words.length && wordsKey(key) === sought.inOrder) return "words";
  if (key.startsWith(sought.key)) return "beginning";
  const last = sought.words.at(-1) as string;
  const whole = sought.words.slice(0, -1).every((word) => words.includes(word));
  if (whole && words.some((word) => word.startsWith(last))) return "part";
  return key.length > sought.key.length &&
    !/^[\p{Script=Latin}\d ]+$/u.test(sought.key) &&
    key.includes(sought.key)
    ? "part"
    : null;
}

function similar(names: readonly BorneName[], key: string): Found[] {
  const slips = Math.floor(key.length / LETTERS_FOR_A_SLIP);
  if (slips === 0) return [];
  return names
    .filter((name) => !CODE_SHAPE.test(name.key) && Math.abs(name.key.length - key.length) <= slips)
    .filter((name) => distance(name.key, key) <= slips)
    .map((name) => ({ name, match: "similar" }));
}

/** Of each entry the name that answers best; the entries in that order, and of equals those with less else in the name. */
function bestOfEach(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const each of found) {
    const other = best.get(each.name.id);
    if (other === undefined || compare(each, other) < 0) best.set(each.name.id, each);
  }
  return [...best.values()].sort(compare);
}

function compare(a: Found, b: Found): number {
  return (
    MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match) ||
    SORTS.indexOf(a.name.sort) - SORTS.indexOf(b.name.sort) ||
    Number(a.name.until !== null) - Number(b.name.until !== null) ||
    a.name.words.length - b.name.words.length ||
    a.name.key.length - b.name.key.length ||
    (a.name.id < b.name.id ? -1 : 1)
  );
}
