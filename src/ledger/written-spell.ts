/**
 * A spell whose dates and grounds are written as JSON already, under the names that they have everywhere. Rosters are
 * asked more often than anything else, and of most of their rows nothing but this is told.
 */
import type { Held } from "../domain/certainty.ts";
import { AFTER_ALL, shown } from "../domain/day.ts";
import type { PartialDate } from "../domain/partial-date.ts";
import type { Spell } from "../domain/spell.ts";

/** What a roster looks into of each spell that it lists. */
export type ListedSpell = Held & Pick<Spell, "role" | "standing" | "accession">;

export interface WrittenSpell extends ListedSpell, Pick<Spell, "confidence"> {
  /** The members `joined`, `from`, `to`, `ended` and `endedBy` of an object. */
  readonly times: string;
  /** The list of its declarations. */
  readonly grounds: string;
}

export function writtenSpell(spell: Spell): WrittenSpell {
  const { coalition, party, position, chain, role, standing, accession, confidence } = spell;
  const { joined, from, to, endedBy, declarations } = spell;
  const ended = to !== null && to.latest !== AFTER_ALL;
  const times = { joined: shownDate(joined), from: shownDate(from), to: to && shownDate(to), ended, endedBy };
  return {
    ...{ coalition, party, position, chain, role, standing, accession, confidence },
    from: boundsOf(from),
    to: to && boundsOf(to),
    times: JSON.stringify(times).slice(1, -1),
    grounds: JSON.stringify(declarations),
  };
}

/** The declarations that a spell names. */
export function declarationsOf(spell: Spell | WrittenSpell): readonly string[] {
  return "grounds" in spell ? JSON.parse(spell.grounds) : spell.declarations;
}

function shownDate({ edtf, earliest, latest }: PartialDate) {
  return { edtf, earliest: shown(earliest), latest: shown(latest) };
}

function boundsOf({ earliest, latest }: PartialDate) {
  return { earliest, latest };
}
