/** The names that entries of the registry bear or bore, as they are searched and misspelt. */
import type { Coalition } from "../domain/coalition.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { type Spelling, Spellings } from "./nearest.ts";

export type Named = Coalition | Country | OtherParty;

/** Every name and code of an entry. */
function namesOf(entry: Named): string[] {
  const codes =
    entry.kind === "country"
      ? [entry.alpha2, entry.numeric, ...entry.otherCodes.map((other) => other.code)]
      : [];
  const short = "shortName" in entry ? [entry.shortName] : [];
  const names = [entry.name, ...Object.values(entry.names), ...entry.aliases.map((alias) => alias.name)];
  return [entry.id, ...codes, ...short, ...names].filter((name) => name !== null);
}

/** Text without case and accents, so that "turkiye" finds Türkiye. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether a name or code of the entry contains the text, case and accents aside. */
export function bears(entry: Named, text: string): boolean {
  const sought = plain(text);
  return namesOf(entry).some((name) => plain(name).includes(sought));
}

export const coalitionSpellings = ofLists(({ coalitions }) => coalitions);
export const countrySpellings = ofLists(({ countries }) => countries);
export const partySpellings = ofLists((registry) => [
  ...registry.countries,
  ...registry.others,
  ...registry.coalitions,
]);

/** Keeps what is made of a registry until it takes in an entry, which gives it another list of countries. */
function ofLists(entries: (registry: Registry) => readonly Named[]): (registry: Registry) => Spellings {
  const kept = new WeakMap<object, Spellings>();
  return (registry) => {
    const made = kept.get(registry.countries) ?? new Spellings(entries(registry).flatMap(spellings));
    kept.set(registry.countries, made);
    return made;
  };
}

function spellings(entry: Named): Spelling[] {
  return namesOf(entry).map((name) => [name, entry.id] as const);
}
