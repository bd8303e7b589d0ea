/** The registry with names in another language, where it has them; English names stay findable among `names`. */
import { Registry } from "../domain/registry.ts";
import type { Named } from "./names.ts";

/** A registry that answers questions is never edited, so what is made of it stays right. */
const made = new WeakMap<Registry, Map<string, Registry>>();

/** @param tag canonical BCP 47; `fr-CA` takes the names of `fr` where there are none of its own (RFC 4647). */
export function inLanguage(registry: Registry, tag: string): Registry {
  const languages = made.get(registry) ?? new Map<string, Registry>();
  made.set(registry, languages);
  const all = [...registry.coalitions, ...registry.countries, ...registry.others];
  const there = new Set(all.flatMap((entry) => Object.keys(entry.names)));
  const tags = fromNarrowToWide(tag).filter((each) => there.has(each));
  if (tags.length === 0) return registry;
  const known = languages.get(tags.join());
  if (known !== undefined) return known;
  const translated = new Registry(
    registry.coalitions.map((entry) => named(entry, tags)),
    [...registry.countries, ...registry.others].map((entry) => named(entry, tags)),
  );
  languages.set(tags.join(), translated);
  return translated;
}

/** `zh-Hant-TW`, `zh-Hant`, `zh`. */
function fromNarrowToWide(tag: string): string[] {
  const parts = tag.split("-");
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join("-"));
}

function named<T extends Named>(entry: T, tags: readonly string[]): T {
  const name = tags.map((tag) => entry.names[tag]).find((each) => each !== undefined);
  return name === undefined ? entry : { ...entry, name, names: { en: entry.name, ...entry.names } };
}
