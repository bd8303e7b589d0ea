/** Which act began or ended a spell, found among the declarations that the spell names. */
import type { Act, Declaration } from "./declaration.ts";
import type { Spell } from "./spell.ts";

export interface TurningPoint {
  /** `party-ended` is no act: the registry says that the party ceased to exist. */
  readonly act: Act | "party-ended";
  /** The telling that counts; null with `party-ended`. */
  readonly declaration: string | null;
}

/** Looks a declaration of the ledger up by its id. */
export type DeclarationOf = (id: string) => Declaration | undefined;

export function beginningOf(spell: Spell, declarationOf: DeclarationOf): TurningPoint {
  const begins = ({ act, party, role }: Declaration) => {
    if (party !== spell.party) return false;
    if (act === "join") return role === spell.role;
    return act === "succeed" || act === (spell.standing === "suspended" ? "suspend" : "reinstate");
  };
  const told = tellings(spell, declarationOf).filter(begins);
  const fitting = told.filter(({ effective }) => effective.edtf === spell.from.edtf);
  return pointOf(countingTelling(fitting), spell);
}

/** What brought the party in: a spell that was over at once is dropped, and the next then begins with its act. */
export function entranceOf(spell: Spell, declarationOf: DeclarationOf): TurningPoint {
  const beginning = beginningOf(spell, declarationOf);
  if (beginning.act === "join" || beginning.act === "succeed") return beginning;
  return pointOf(tellings(spell, declarationOf)[0], spell);
}

/** Null while nothing ends the spell. */
export function endOfSpell(spell: Spell, declarationOf: DeclarationOf): TurningPoint | null {
  const { to, endedBy } = spell;
  if (to === null || endedBy === null) return null;
  if (endedBy === "party-ended") return { act: "party-ended", declaration: null };
  const ends = ({ act, party, role }: Declaration) => {
    if (endedBy === "coalition-dissolved") return act === "dissolve" && party === null;
    if (endedBy === "role-change") return act === "succeed" || (act === "join" && role !== spell.role);
    return act === endedBy;
  };
  const told = tellings(spell, declarationOf).filter(ends);
  const fitting = told.filter(({ effective }) => effective.edtf === to.edtf);
  return pointOf(countingTelling(fitting), spell);
}

function tellings(spell: Spell, declarationOf: DeclarationOf): Declaration[] {
  return spell.declarations.flatMap((id) => declarationOf(id) ?? []);
}

/** A spell names its acts in order, so the last act that fits is meant; its first telling counts. */
function countingTelling(fitting: readonly Declaration[]): Declaration | undefined {
  const last = fitting.at(-1);
  return fitting.find(({ act, party }) => act === last?.act && party === last?.party);
}

function pointOf(declaration: Declaration | undefined, spell: Spell): TurningPoint {
  if (declaration !== undefined) return { act: declaration.act, declaration: declaration.id };
  throw new Error(
    `Spell ${spell.position} of ${spell.party} in ${spell.coalition} came without its declarations`,
  );
}
