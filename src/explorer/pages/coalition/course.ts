/** The life of a coalition and what changed when, worked out from its spells. */
import { adjoining, edges, endOf } from "../../../domain/certainty.ts";
import { AFTER_ALL, type Day, isDay, later } from "../../../domain/day.ts";
import type { Bounds } from "../../../domain/partial-date.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import type { Mark } from "../../pictures/curve-places.ts";
import type { Span } from "../../pictures/curve-scales.ts";
import { dayInWords } from "../../words/dates.ts";
import { beginningInWords, endingInWords } from "./spell-words.ts";

/** Something that a party did, or that was done to it. */
export interface Happening {
  readonly on: Bounds;
  /** "Syria joined". */
  readonly text: string;
  readonly declaration: string | null;
}

/** More than these of one day are summed up. */
const MOST_TOLD = 6;

/** Everything that began or ended a spell, in the order of the days. */
export function happenings(spells: readonly ShownSpell[]): Happening[] {
  const all = spells.flatMap((spell, index): Happening[] => {
    const [before, after] = [spells[index - 1], spells[index + 1]];
    const previous = before !== undefined && adjoining(before, spell) ? before : null;
    const { name } = spell.row.party;
    const begin = {
      on: spell.from,
      text: `${name} ${beginningInWords(spell, previous)}`,
      declaration: beginningDeclaration(spell, previous),
    };
    if (spell.to === null || (after !== undefined && adjoining(spell, after))) return [begin];
    const declaration = spell.endedBy === "party-ended" ? null : (spell.declarations.at(-1) ?? null);
    const end = { on: endOf(spell), text: `${name} ${endingInWords(spell, null)}`, declaration };
    return [begin, end];
  });
  return all.sort((a, b) => (told(a) < told(b) ? -1 : told(a) > told(b) ? 1 : 0));
}

/** Where it stands among the others: on its last day, or on its first where it may never be. */
function told({ on: { earliest, latest } }: Happening): Day {
  return latest === AFTER_ALL ? earliest : latest;
}

/** The days on which something may have happened or surely has, with all of that day in words. */
export function marksOf(all: readonly Happening[]): Mark[] {
  const byDay = new Map<Day, string[]>();
  const tell = (day: Day, text: string) => byDay.set(day, [...(byDay.get(day) ?? []), text]);
  for (const { on, text } of all) {
    if (on.earliest !== on.latest && isDay(on.earliest)) tell(on.earliest, `${text} (possibly)`);
    if (isDay(on.latest)) tell(on.latest, text);
  }
  return [...byDay].map(([on, texts]) => ({ on, text: `${dayInWords(on)}: ${summed(texts)}` }));
}

/** From the day that the roster counts from to today, or to what is still to come. */
export function lifeOf(founded: Bounds | null, spells: readonly ShownSpell[], today: Day): Span {
  const days = edges(spells).filter(isDay);
  const first = days[0] ?? today;
  const begun =
    founded !== null && isDay(founded.earliest) && founded.earliest < first ? founded.earliest : first;
  const ended = spells.length > 0 && spells.every(({ to }) => to !== null && isDay(to.latest));
  const last = days.at(-1) ?? today;
  return { from: begun, to: ended && last < today ? last : later(last, today) };
}

function summed(texts: readonly string[]): string {
  if (texts.length <= MOST_TOLD) return texts.join("; ");
  return `${texts.slice(0, MOST_TOLD - 1).join("; ")} and ${texts.length - MOST_TOLD + 1} more`;
}

/** What began a spell stands after what brought the party in, and before what ended it. */
function beginningDeclaration(
  { declarations, from, joined }: ShownSpell,
  previous: ShownSpell | null,
): string | null {
  if (previous !== null) return previous.declarations.at(-1) ?? null;
  return declarations[from.edtf === joined.edtf ? 0 : 1] ?? declarations[0] ?? null;
}
