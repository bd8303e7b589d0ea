/**
 * All rows that the rosters of a coalition are made of, on whatever day, written one behind the other: a roster is a
 * few long pieces of that text. Kept where a coalition is asked on several days.
 */
import { type Certainty, mayHold, type PartyOn } from "../domain/certainty.ts";
import type { Registry } from "../domain/registry.ts";
import { dressed } from "../ledger/dressed-spell.ts";
import { KeptWhileNewest } from "../ledger/kept-while-newest.ts";
import { placesOf } from "../ledger/places.ts";
import { pendingOn, type Roll, rollOf } from "../ledger/roll.ts";
import { dressRow, type Roster, type RosterQuestion, rosterOf } from "../ledger/roster.ts";
import type { Store } from "../ledger/store.ts";
import type { WrittenSpell } from "../ledger/written-spell.ts";
import { spellText } from "./spell-text.ts";

interface Sheet extends Roll {
  readonly text: string;
  readonly spells: readonly Line[];
}

/** Of some 150,000 memberships; in a ledger that has more, those of a coalition may have to be read again. */
const MOST_BYTES = 128 * 1024 ** 2;
/** Of a line besides its text, and of an act, about. */
const BYTES_OF_AN_ITEM = 400;
const NONE: readonly never[] = [];
const CERTAINTY = '"certainty":"';
const SURELY: Certainty = "certain";

const sheets = new KeptWhileNewest<Sheet>(MOST_BYTES);

/** @param lang of the names in the registry; null is English. */
export function sheetOf(
  store: Store,
  registry: Registry,
  {
    known,
    coalition,
    lang,
  }: { readonly known: number; readonly coalition: string; readonly lang: string | null },
): Promise<Sheet> {
  return sheets.get(store, `${known} ${lang ?? ""} ${coalition}`, async () => {
    const { spells, announced } = await rollOf(store, known, coalition);
    const places = await placesOf(store, known, coalition);
    const rows = spells.map((spell) =>
      spellText(registry, { ...dressed(spell, places, NONE), certainty: SURELY, alternatives: NONE }),
    );
    const text = inOnePiece(rows.join());
    let start = 0;
    const lines = spells.map((spell, index) => {
      const end = start + (rows[index] as string).length;
      const line = new Line(spell, text, start, end);
      start = end + 1;
      return line;
    });
    const size = text.length + (spells.length + announced.length) * BYTES_OF_AN_ITEM;
    return { made: { text, spells: lines, announced }, size };
  });
}

/** What the parts of a text would keep apart in memory. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}

/** A spell whose row stands in the text of its sheet, as of a day on which it certainly holds and nothing else does. */
class Line implements WrittenSpell {
  readonly coalition;
  readonly party;
  readonly position;
  readonly chain;
  readonly role;
  readonly standing;
  readonly accession;
  readonly confidence;
  readonly from;
  readonly to;
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  readonly #certaintyAt: number;
  readonly #timesAt: number;
  readonly #timesEnd: number;
  readonly #groundsAt: number;

  constructor(spell: WrittenSpell, text: string, start: number, end: number) {
    this.coalition = spell.coalition;
    this.party = spell.party;
    this.position = spell.position;
    this.chain = spell.chain;
    this.role = spell.role;
    this.standing = spell.standing;
    this.accession = spell.accession;
    this.confidence = spell.confidence;
    this.from = spell.from;
    this.to = spell.to;
    this.start = start;
    this.end = end;
    this.#text = text;
    // What people wrote has its quotation marks escaped, so this stands nowhere else.
    this.#certaintyAt = text.indexOf(CERTAINTY, start) + CERTAINTY.length;
    this.#timesAt = text.indexOf(spell.times, this.#certaintyAt);
    this.#timesEnd = this.#timesAt + spell.times.length;
    this.#groundsAt = end - 1 - spell.grounds.length;
  }

  get times(): string {
    return this.#text.slice(this.#timesAt, this.#timesEnd);
  }

  get grounds(): string {
    return this.#text.slice(this.#groundsAt, this.end - 1);
  }

  /** The row with another certainty. */
  as(certainty: Certainty): string {
    const [at, text] = [this.#certaintyAt, this.#text];
    return text.slice(this.start, at) + certainty + text.slice(at + SURELY.length, this.end);
  }
}

/** The roster of a day, from the sheet. */
export function rosterOfSheet(
  store: Store,
  registry: Registry,
  question: RosterQuestion,
  sheet: Sheet,
): Promise<Roster<Line>> {
  const { on, roles } = question;
  const spells = sheet.spells.filter((line) => mayHold(line, on) && (roles?.includes(line.role) ?? true));
  return rosterOf(store, registry, question, { spells, announced: pendingOn(sheet.announced, on) });
}

/** Rows of it as one text, commas between them. */
export function rowsOfSheet(
  registry: Registry,
  { text }: Sheet,
  found: Roster<Line>,
  rows: readonly PartyOn<Line>[],
): string {
  const pieces: string[] = [];
  // Rows that stand side by side are one piece.
  let [start, end] = [0, -1];
  const endPiece = () => {
    if (end > start) pieces.push(text.slice(start, end));
    [start, end] = [0, -1];
  };
  for (const party of rows) {
    const row = dressRow(found, party);
    const { spell, certainty } = row;
    const isAlone = row.pending.length === 0 && row.alternatives.length === 0;
    if (isAlone && certainty === SURELY) {
      if (spell.start !== end + 1) {
        endPiece();
        start = spell.start;
      }
      end = spell.end;
    } else {
      endPiece();
      pieces.push(isAlone ? spell.as(certainty) : spellText(registry, row));
    }
  }
  endPiece();
  return pieces.join();
}
