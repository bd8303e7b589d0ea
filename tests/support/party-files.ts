/** The parties of the seed as their files have them, and the look-up table that their codes make. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

export interface Dated {
  readonly from?: string;
  readonly until?: string;
}

/** A party as text: no default filled in, nothing converted. */
export interface PartyText extends Dated {
  readonly id: string;
  readonly kind?: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly codeStatus?: string;
  readonly alpha2?: string;
  readonly numeric?: string;
  readonly codesFrom?: string;
  readonly otherCodes?: readonly (Dated & { readonly code: string })[];
  readonly region?: string;
  readonly subregion?: string;
  readonly independent?: string;
  readonly capital?: string;
  readonly flag?: string;
  readonly aliases?: readonly (Dated & { readonly name: string; readonly lang?: string })[];
  readonly predecessors?: readonly string[];
  readonly successors?: readonly string[];
  readonly note?: string;
}

/** One file under `seed/parties`. */
export function partyFile(name: string): readonly PartyText[] {
  const url = new URL(`../../seed/parties/${name}.yaml`, import.meta.url);
  return parse(readFileSync(url, "utf8"), { schema: "failsafe" }) as PartyText[];
}

/** That a code means a party, on the days `[from, until)`. */
interface Bearing {
  readonly code: string;
  readonly party: string;
  readonly from: string;
  readonly until: string;
}

export const ALWAYS = { from: "0000-00-00", until: "9999-99-99" };

/** Every code that a country bears or bore. An id is never another's, so it holds at all times. */
export function bearings(countries: readonly PartyText[]): readonly Bearing[] {
  return countries.flatMap(({ id, alpha2, numeric, codesFrom, otherCodes = [] }) => [
    { ...ALWAYS, code: id, party: id },
    ...(alpha2 === undefined
      ? []
      : [{ code: alpha2, party: id, from: codesFrom ?? ALWAYS.from, until: ALWAYS.until }]),
    ...(numeric === undefined ? [] : [{ ...ALWAYS, code: numeric, party: id }]),
    ...otherCodes.map((other) => ({ ...ALWAYS, ...other, party: id })),
  ]);
}

/** Whom a code means: on a day its bearer then, with no day its present bearer, or else all former ones. */
export function borneBy(table: readonly Bearing[], code: string, on?: string): readonly string[] {
  const all = table.filter((bearing) => bearing.code === code);
  const present = all.filter(({ until }) => until === ALWAYS.until);
  const then = all.filter(({ from, until }) => on !== undefined && from <= on && on < until);
  const meant = on !== undefined ? then : present.length > 0 ? present : all;
  return [...new Set(meant.map(({ party }) => party))].sort();
}

/** A name as it is compared: without accents, case and kind of apostrophe. */
export function folded(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}
