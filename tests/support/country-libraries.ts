/** What the permissively licensed libraries say of countries: iso-3166, i18n-iso-countries, Unicode CLDR. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const cldr = dirname(require.resolve("cldr-localenames-full/package.json"));

/** Alpha-2, alpha-3, numeric and ISO 3166-2 prefix of every present-day code; Kosovo as CLDR's XKK. */
export const i18nCodes = require("i18n-iso-countries/codes.json") as [string, string, string, string][];

/** English names by alpha-2, one or several. */
export const i18nNames = (
  require("i18n-iso-countries/langs/en.json") as { countries: Record<string, string | string[]> }
).countries;

/** CLDR's names of territories in a language, by alpha-2; short forms under `HK-alt-short`. */
export function cldrNames(language: string): Readonly<Record<string, string>> {
  const file = require(join(cldr, "main", language, "territories.json")) as {
    main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
  };
  return file.main[language]?.localeDisplayNames.territories ?? {};
}

const containment = (
  require("cldr-core/supplemental/territoryContainment.json") as {
    supplemental: { territoryContainment: Record<string, { _contains: string[] }> };
  }
).supplemental.territoryContainment;

/** The sub-regions of UN M49, with CLDR's groups (which are M49's, by number) that make up each. */
const SUBREGIONS: readonly (readonly [region: string, subregion: string, ...groups: string[]])[] = [
  ["Africa", "Northern Africa", "015"],
  ["Africa", "Sub-Saharan Africa", "011", "014", "017", "018"],
  ["Americas", "Latin America and the Caribbean", "005", "013", "029"],
  ["Americas", "Northern America", "021"],
  ["Asia", "Central Asia", "143"],
  ["Asia", "Eastern Asia", "030"],
  ["Asia", "South-eastern Asia", "035"],
  ["Asia", "Southern Asia", "034"],
  ["Asia", "Western Asia", "145"],
  ["Europe", "Eastern Europe", "151"],
  ["Europe", "Northern Europe", "154"],
  ["Europe", "Southern Europe", "039"],
  ["Europe", "Western Europe", "155"],
  ["Oceania", "Australia and New Zealand", "053"],
  ["Oceania", "Melanesia", "054"],
  ["Oceania", "Micronesia", "057"],
  ["Oceania", "Polynesia", "061"],
];

/** Every region with a sub-region of it, as text. */
export const m49Names = new Set(SUBREGIONS.map(([region, subregion]) => `${region} / ${subregion}`));

/** Region and sub-region of an alpha-2, as text; undefined where M49 has none (Antarctica). */
export function m49Of(alpha2: string): string | undefined {
  const found = SUBREGIONS.find(([, , ...groups]) =>
    groups.some((group) => containment[group]?._contains.includes(alpha2)),
  );
  return found && `${found[0]} / ${found[1]}`;
}
