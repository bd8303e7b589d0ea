/** The facts of the bars as rows of a table. */
import type { ComponentChildren } from "preact";
import type { Schemas } from "../../../client/client.ts";
import { type PartialDate, parsePartialDate } from "../../../domain/partial-date.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { boundsInWords } from "../../words/bounds.ts";
import { dateInWords } from "../../words/dates.ts";
import { placeInWords } from "../../words/ordinals.ts";
import { DeclarationLinks } from "./declaration-links.tsx";
import type { MembershipRow } from "./membership-rows.ts";
import { ENDING_WORDS } from "./standing-words.ts";

export const SPELLS_HEAD = ["Coalition", "Role", "Standing", "From", "To", "Ended by", "Place", "Says who"];

export function spellRows(
  rows: readonly MembershipRow[],
  declarations: ReadonlyMap<string, Schemas["Declaration"]>,
  times: Times,
): ComponentChildren[][] {
  return rows.flatMap(({ coalition, spells }) =>
    spells.map(({ role, standing, from, to, endedBy, declarations: ids, row }) => [
      <Link to={addressOf("coalition", coalition.id, times)}>{coalition.name}</Link>,
      role,
      standing,
      datedInWords(from),
      to === null ? "open" : datedInWords(to),
      endedBy === null ? "" : ENDING_WORDS[endedBy],
      row.ordinal === null ? "" : placeInWords(row.ordinal),
      <DeclarationLinks ids={ids} declarations={declarations} about={coalition.name} times={times} />,
    ]),
  );
}

/** As it was declared; and where other acts leave fewer days, those. */
function datedInWords(date: PartialDate): string {
  const declared = parsePartialDate(date.edtf);
  const same = declared.earliest === date.earliest && declared.latest === date.latest;
  const words = dateInWords(date);
  // "up to" begins with the founding, which narrows nothing that is worth a word.
  return same || date.edtf.startsWith("../")
    ? words
    : `${words} (${boundsInWords(date)}, by what else is declared)`;
}
