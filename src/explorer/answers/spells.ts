/** Spells as the service gives them, made into spells of the domain: who is in on any day then needs no request. */
import type { Schemas } from "../../client/client.ts";
import { AFTER_ALL, BEFORE_ALL } from "../../domain/day.ts";
import { overlap, type PartialDate } from "../../domain/partial-date.ts";
import type { Spell } from "../../domain/spell.ts";

type SpellRow = Schemas["Spell"];
type DateRow = Schemas["PartialDate"];

/** A spell of the domain that knows the row it was made of, for names, ordinals and claims. */
export interface ShownSpell extends Spell {
  readonly row: SpellRow;
}

/** What ends a spell of a party that stays in: the next one adjoins. */
const STAYING = new Set<SpellRow["endedBy"]>(["suspend", "reinstate", "role-change"]);

/**
 * Chain and position do not travel: they follow from the order and from what ended the spell before.
 * @param rows whole spells in the order of coalition, party and time, as `/v1/memberships` gives them without a day.
 */
export function toSpells(rows: readonly SpellRow[]): ShownSpell[] {
  const spells: ShownSpell[] = [];
  for (const row of rows) {
    const last = spells.at(-1);
    const before = last?.coalition === row.coalition.id && last.party === row.party.id ? last : null;
    const from = toDate(row.from);
    const stays = before !== null && STAYING.has(before.endedBy) && overlap(before.to ?? from, from);
    spells.push({
      coalition: row.coalition.id,
      party: row.party.id,
      position: before === null ? 0 : before.position + 1,
      chain: before === null ? 0 : before.chain + (stays ? 0 : 1),
      role: row.role,
      standing: row.standing,
      joined: toDate(row.joined),
      from,
      to: row.to === null ? null : toDate(row.to),
      endedBy: row.endedBy,
      // Whose accession it is does not travel either; the row has the ordinal itself.
      accession: null,
      confidence: row.confidence,
      declarations: row.declarations,
      row,
    });
  }
  return spells;
}

/** An open end is a day too. */
export function toDate({ edtf, earliest, latest }: DateRow): PartialDate {
  return { edtf, earliest: earliest ?? BEFORE_ALL, latest: latest ?? AFTER_ALL };
}
