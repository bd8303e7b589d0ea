/** Every name and code that entries of the registry bear or bore, ready to be found. Made once for each registry. */
import type { Day } from "../domain/day.ts";
import type { PartyKind } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { nameKey, wordsKey, wordsOf } from "./name-keys.ts";
import type { Named } from "./names.ts";

/** One name of an entry. */
export interface BorneName {
  readonly id: string;
  readonly kind: PartyKind;
  readonly text: string;
  /** What it goes by (id, name, short name), that in another language, another name, or a code. */
  readonly sort: "main" | "translation" | "other" | "code";
  readonly lang: string | null;
  /** The days on which it held; null where open. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly key: string;
  readonly words: readonly string[];
}

export interface NameIndex {
  readonly names: readonly BorneName[];
  readonly byKey: ReadonlyMap<string, readonly BorneName[]>;
  /** By their words in the order of the alphabet. */
  readonly byWords: ReadonlyMap<string, readonly BorneName[]>;
  readonly byWord: ReadonlyMap<string, readonly BorneName[]>;
}

/** A registry that answers questions is never edited, so what is made of it stays right. */
const made = new WeakMap<Registry, NameIndex>();

export function nameIndex(registry: Registry): NameIndex {
  const known = made.get(registry);
  if (known !== undefined) return known;
  const index = indexed(registry);
  made.set(registry, index);
  return index;
}

function indexed(registry: Registry): NameIndex {
  const entries = [...registry.countries, ...registry.others, ...registry.coalitions];
  const names = entries.flatMap((entry) => namesOf(entry, registry.label(entry.id)?.kind ?? "other"));
  const byKey = new Map<string, BorneName[]>();
  const byWords = new Map<string, BorneName[]>();
  const byWord = new Map<string, BorneName[]>();
  for (const name of names) {
    add(byKey, name.key, name);
    add(byWords, wordsKey(name.key), name);
    for (const word of new Set(name.words)) add(byWord, word, name);
  }
  return { names, byKey, byWords, byWord };
}

function add(index: Map<string, BorneName[]>, key: string, name: BorneName): void {
  const names = index.get(key);
  if (names === undefined) index.set(key, [name]);
  else names.push(name);
}

function namesOf(entry: Named, kind: PartyKind): BorneName[] {
  const borne = (
    text: string | null,
    sort: BorneName["sort"],
    { lang, from, until }: { lang?: string; from?: Day | null; until?: Day | null } = {},
  ): BorneName[] => {
    const key = nameKey(text ?? "");
    if (text === null || key === "") return [];
    const held = { lang: lang ?? null, from: from ?? null, until: until ?? null };
    return [{ id: entry.id, kind, text, sort, ...held, key, words: wordsOf(key) }];
  };
  const codes =
    entry.kind === "country"
      ? [
          ...borne(entry.alpha2, "code", { from: entry.codesFrom }),
          ...borne(entry.numeric, "code"),
          ...entry.otherCodes.flatMap(({ code, ...held }) => borne(code, "code", held)),
        ]
      : [];
  return [
    ...borne(entry.name, "main"),
    ...borne(entry.id, "main"),
    ...("shortName" in entry ? borne(entry.shortName, "main") : []),
    ...Object.entries(entry.names).flatMap(([lang, name]) => borne(name, "translation", { lang })),
    ...entry.aliases.flatMap(({ name, ...held }) => borne(name, "other", held)),
    ...codes,
  ];
}
