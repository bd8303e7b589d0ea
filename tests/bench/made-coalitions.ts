/**
 * Coalitions made from a seed number and shaped like real ones: 5 to 200 members, founders and later joins,
 * suspensions, re-entries, observers who become members, dates not quite known, and corrections.
 */
import { between, type Dice, dice, shuffled } from "./random.ts";

/** Raised when what is made changes, so that nothing made before is used again. */
export const MADE_VERSION = 2;

export const COUNTRIES = 250;
const FEWEST_MEMBERS = 5;
const MOST_MEMBERS = 200;
/** Most coalitions are small: the mean is near 60 members. */
const SKEW = 2.5;
const DAY_IN_MS = 86_400_000;
const LAST_DAY = dayNumber("2026-06-30");

export interface MadeDeclaration {
  readonly ref: string;
  readonly coalition: string;
  readonly party: string;
  readonly act: "join" | "withdraw" | "suspend" | "reinstate";
  readonly role: "member" | "observer" | "";
  readonly declared: string;
  readonly effective: string;
  readonly confidence: "high" | "medium" | "low" | "";
}

export interface MadeCoalition {
  readonly id: string;
  readonly name: string;
  readonly founded: string;
  readonly declarations: readonly MadeDeclaration[];
  /** Those of them that are told otherwise later, as they are told then. */
  readonly corrections: readonly MadeDeclaration[];
}

/** As many as hold this many declarations, corrections among them. */
export function* madeCoalitions(seed: number, count: number): Generator<MadeCoalition> {
  let left = count;
  for (let number = 0; left > 0; number += 1) {
    const made = madeCoalition(seed, number);
    const declarations = made.declarations.slice(0, left);
    const taken = new Set(declarations.map(({ ref }) => ref));
    const corrections = made.corrections
      .filter(({ ref }) => taken.has(ref))
      .slice(0, left - declarations.length);
    left -= declarations.length + corrections.length;
    yield { ...made, declarations, corrections };
  }
}

export function countryId(number: number): string {
  const letter = (of: number) => String.fromCharCode(97 + (of % 26));
  return `x-${letter(number)}${letter(Math.floor(number / 26))}`;
}

export function countryName(number: number): string {
  return nameOf(dice(number + 1), 2);
}

function madeCoalition(seed: number, number: number): MadeCoalition {
  const roll = dice(seed * 1_000_003 + number);
  const id = `made-${number}`;
  const founded = between(roll, dayNumber("1945-01-01"), dayNumber("2012-01-01"));
  const members = FEWEST_MEMBERS + Math.floor((MOST_MEMBERS - FEWEST_MEMBERS + 1) * roll() ** SKEW);
  const parties = shuffled(
    roll,
    Array.from({ length: COUNTRIES }, (_, at) => at),
  ).slice(0, members);
  const declarations = parties.flatMap((party) => lineOf(roll, id, countryId(party), founded));
  const corrections = declarations.filter(() => roll() < 0.03).map(corrected);
  return { id, name: nameOf(roll, 4), founded: dayText(founded), declarations, corrections };
}

/** What one party does, its acts years apart, so that no two of them can be taken in another order. */
function lineOf(roll: Dice, coalition: string, party: string, founded: number): MadeDeclaration[] {
  const line: MadeDeclaration[] = [];
  const isFounder = roll() < 0.4;
  let day = isFounder ? founded : founded + 800 + Math.floor((LAST_DAY - founded - 800) * roll() * 0.8);
  const act = (name: MadeDeclaration["act"], role: MadeDeclaration["role"] = "") => {
    if (day > LAST_DAY) return false;
    line.push({
      ref: `${coalition}/${party}/${line.length}`,
      coalition,
      party,
      act: name,
      role,
      declared: roll() < 0.4 ? dayText(day - between(roll, 20, 300)) : "",
      effective: line.length === 0 && isFounder ? dayText(day) : vague(roll, day),
      confidence: roll() < 0.1 ? "low" : roll() < 0.3 ? "high" : "",
    });
    day += between(roll, 800, 4_000);
    return true;
  };
  if (!isFounder && roll() < 0.1) act("join", "observer");
  act("join", "member");
  while (roll() < 0.15 && act("suspend") && act("reinstate"));
  if (roll() < 0.2 && act("withdraw") && roll() < 0.5) act("join", "member");
  return line;
}

/** Three in four dates are days; the others are months, years, spans of days, or days told as uncertain. */
function vague(roll: Dice, day: number): string {
  const [text, kind] = [dayText(day), roll()];
  if (kind < 0.75) return text;
  if (kind < 0.85) return text.slice(0, 7);
  if (kind < 0.91) return text.slice(0, 4);
  if (kind < 0.96) return `${text}/${dayText(day + between(roll, 2, 60))}`;
  return `${text}~`;
}

/** Told anew: a day where less was known, otherwise the day with a doubt. */
function corrected(declaration: MadeDeclaration): MadeDeclaration {
  const { effective } = declaration;
  const exact = /^\d{4}$/.test(effective) ? `${effective}-07-01` : effective.slice(0, 10);
  const day = exact.length === 7 ? `${exact}-15` : exact;
  return { ...declaration, effective: day === effective ? `${day}~` : day, confidence: "medium" };
}

const SYLLABLES =
  "ar ba cor den el fa gan hel is jo ka lu mar nor os pal qui ra sol ta ur ven wes yo zan".split(" ");

function nameOf(roll: Dice, words: number): string {
  const word = () => {
    const letters = Array.from({ length: between(roll, 2, 5) }, () => SYLLABLES[between(roll, 0, 25)]).join(
      "",
    );
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  return Array.from({ length: words }, word).join(" ");
}

export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_IN_MS;
}

export function dayText(number: number): string {
  return new Date(number * DAY_IN_MS).toISOString().slice(0, 10);
}
