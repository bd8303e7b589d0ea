/** Spells as CSV, which is what analysts have: each line a join and, unless it goes on, a withdrawal. */
import { type DeclarationContent, ROLES } from "../domain/declaration.ts";
import type { PartialDate } from "../domain/partial-date.ts";
import type { Citation } from "../domain/source.ts";
import type { Spell } from "../domain/spell.ts";
import { stretchesOf } from "../domain/stretch.ts";
import { fault } from "../ledger/checks.ts";
import { csvLine } from "./csv.ts";
import { type CsvTable, recordsOf } from "./csv-reading.ts";
import { readDeclaration } from "./declaration-json.ts";
import type { DeclarationLine, ReadLines } from "./declaration-lines.ts";
import { byLine, type LineFault } from "./line-fault.ts";

export const SPELL_COLUMNS = [
  "coalition",
  "party",
  "role",
  "from",
  "to",
  "source_url",
  "source_title",
  "note",
] as const;

/**
 * Each line is a join at `from` and, unless `to` is empty, a withdrawal at `to`, the first day out. Where
 * a line of the same party in another role begins on the very day on which this one ends, its join is the
 * change of role, and nobody withdraws.
 */
export function readSpellLines(
  table: CsvTable,
  begins: Beginnings = beginningsIn(table),
): ReadLines<DeclarationLine> {
  const needed = ["coalition", "party", "from"];
  const { records, faults } = recordsOf(table, SPELL_COLUMNS, needed);
  const read = records.map(({ line, cells }) => ({ line, ...readSpell(line, cells, faults) }));
  const isRoleChange = (join: DeclarationContent, withdrawal: DeclarationContent) => {
    const { coalition, party, effective } = withdrawal;
    const roles = begins.get(turn(coalition, party, effective.edtf)) ?? 0;
    return (roles & ~bitOf(join.role)) !== 0;
  };
  const lines = read.flatMap(({ line, join, withdrawal }) => {
    const own = join === null ? [] : [{ line, content: join }];
    if (join === null || withdrawal === null || isRoleChange(join, withdrawal)) return own;
    return [...own, { line, content: withdrawal }];
  });
  return { lines, faults: byLine(faults) };
}

/** The roles that begin on a turn, a bit each: a table may have millions of turns. */
export type Beginnings = Map<string, number>;

/** Of all lines of the table; of one that comes in parts, added to those of the parts before. */
export function beginningsIn({ records }: CsvTable, before: Beginnings = new Map()): Beginnings {
  for (const { cells } of records) {
    const { coalition = "", party = "", from = "", role = "member" } = cells;
    const key = turn(coalition, party, from);
    before.set(key, (before.get(key) ?? 0) | bitOf(role));
  }
  return before;
}

/** None for a role that there is not, which is refused elsewhere. */
function bitOf(role: string | null): number {
  const place = (ROLES as readonly (string | null)[]).indexOf(role);
  return place < 0 ? 0 : 1 << place;
}

/** One party in one coalition on one day. Joined, unlike put together, it holds on to none of its parts. */
function turn(coalition: string, party: string | null, day: string): string {
  return [coalition, party, day].join("\n");
}

interface SpellActs {
  readonly join: DeclarationContent | null;
  /** Null where the spell goes on. */
  readonly withdrawal: DeclarationContent | null;
}

function readSpell(line: number, cells: Readonly<Record<string, string>>, faults: LineFault[]): SpellActs {
  const { coalition, party, role, from, to, note, source_url: url, source_title: title } = cells;
  const sources = url === undefined && title === undefined ? [] : [{ url, title }];
  // Both acts have the faults of the cells that they share: each is told once.
  const own = new Map<string, LineFault>();
  const act = (fields: Record<string, unknown>, column: string) => {
    const read = readDeclaration({ coalition, party, note, sources, ...fields });
    if ("content" in read) return read.content;
    for (const fault of read.faults) {
      const pointer = fault.pointer === "/effective" ? `/${column}` : fault.pointer;
      const detail = fault.detail.replace("`effective`", `\`${column}\``);
      own.set(`${pointer} ${detail}`, { line, ...fault, pointer, detail });
    }
    return null;
  };
  const join = act({ act: "join", role, effective: from }, "from");
  const withdrawal = to === undefined ? null : act({ act: "withdraw", effective: to }, "to");
  if (join !== null && withdrawal !== null && isBefore(withdrawal.effective, join.effective)) {
    const detail = `\`to\` is the first day out: "${to}" is not after "${from}", the first day in.`;
    own.set("order", { line, ...fault("bad-date", "/to", detail) });
  }
  faults.push(...own.values());
  return { join, withdrawal };
}

/** Whether the first day out surely is no later than the first day in. */
function isBefore({ latest: out }: PartialDate, { earliest: first }: PartialDate): boolean {
  return out !== null && first !== null && out <= first;
}

export function spellHeader(): string {
  return csvLine(SPELL_COLUMNS);
}

/**
 * The spells as such lines, one for each stretch in one role: suspensions have no column.
 * @param spells in the order of coalition, party and position.
 */
export function* spellLines(
  spells: readonly Spell[],
  sourceOf: (spell: Spell) => Citation | null,
): Generator<string> {
  for (const part of inOneRole(spells)) {
    const { coalition, party, role, from } = part[0];
    const source = sourceOf(part[0]);
    const to = part.at(-1)?.to?.edtf;
    yield csvLine([coalition, party, role, from.edtf, to, source?.url, source?.title, null]);
  }
}

function inOneRole(spells: readonly Spell[]): [Spell, ...Spell[]][] {
  return stretchesOf(spells).flatMap((stretch) => {
    const parts: [Spell, ...Spell[]][] = [];
    for (const spell of stretch.spells) {
      const part = parts.at(-1);
      if (part?.[0].role === spell.role) part.push(spell);
      else parts.push([spell]);
    }
    return parts;
  });
}
