/** How a party stands to a coalition, and the acts that made it so, in words. */
import { adjoining } from "../../../domain/certainty.ts";
import type { Role } from "../../../domain/declaration.ts";
import type { Ending } from "../../../domain/spell.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import { dateInWords } from "../../words/dates.ts";
import type { RosterRow } from "./day-of-coalition.ts";

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  member: "Member",
  associate: "Associate",
  observer: "Observer",
  partner: "Partner",
};

/** What ended a spell, as the name of the act and as the verb of a sentence. */
const ENDINGS: Readonly<Record<Ending, readonly [act: string, verb: string]>> = {
  withdraw: ["withdrawal", "left"],
  expel: ["expulsion", "was expelled"],
  suspend: ["suspension", "was suspended"],
  reinstate: ["reinstatement", "was reinstated"],
  succeed: ["succession", "was succeeded by another party"],
  dissolve: ["dissolution", "left as it ceased to exist"],
  "role-change": ["change of role", "changed its role"],
  "coalition-dissolved": ["end of the coalition", "left as the coalition ended"],
  "party-ended": ["end of the party", "left as it ceased to exist"],
};

/** "possibly member since 10 or 11 November 2025", "member, suspended since 12 November 2011". */
export function standingInWords({ certainty, spells: [first, ...others] }: RosterRow): string {
  const maybe = certainty === "possible" ? "possibly " : "";
  const also = others.map(({ role, standing }) => (standing === "suspended" ? `suspended ${role}` : role));
  const since =
    first.standing === "suspended"
      ? `, suspended since ${dateInWords(first.from)}`
      : ` since ${dateInWords(first.joined)}`;
  return `${maybe}${first.role}${since}${also.length === 0 ? "" : `, or already ${also.join(" or ")}`}`;
}

/** The verb of what began a spell; `before` is the spell that it adjoins. */
export function beginningInWords(spell: ShownSpell, before: ShownSpell | null): string {
  if (before !== null) return endingInWords(before, spell);
  if (spell.from.edtf !== spell.joined.edtf) return "took over a seat";
  return spell.role === "member" ? "joined" : `joined as ${spell.role}`;
}

/** The verb of what ended a spell; `after` is the one that adjoins it. */
export function endingInWords({ endedBy }: ShownSpell, after: ShownSpell | null): string {
  if (endedBy === "role-change" && after !== null) return `became ${after.role}`;
  return ENDINGS[endedBy ?? "withdraw"][1];
}

/** The name of the act that each declaration behind the spells told, by its id. */
export function actNames(spells: readonly ShownSpell[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [index, spell] of spells.entries()) {
    const { declarations, endedBy, from, joined } = spell;
    if (!adjoining(spells[index - 1], spell)) {
      const taken = from.edtf === joined.edtf ? "joining" : "succession";
      for (const id of declarations)
        if (!names.has(id)) names.set(id, id === declarations[0] ? "joining" : taken);
    }
    const last = declarations.at(-1);
    if (last !== undefined && endedBy !== null && endedBy !== "party-ended" && declarations.length > 1) {
      names.set(last, ENDINGS[endedBy][0]);
    }
  }
  return names;
}
