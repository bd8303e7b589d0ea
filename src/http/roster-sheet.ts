/**
 * The rosters of a coalition on all days, written as one text: what the row of each party says, and from which day to
 * which. The roster of a day is a few long pieces of that text.
 */
import type { Certainty, PartyOn } from "../domain/certainty.ts";
import { BEFORE_ALL, type Day, stretchOf } from "../domain/day.ts";
import { grouped } from "../domain/grouping.ts";
import type { Registry } from "../domain/registry.ts";
import { concerns } from "../ledger/dressed-spell.ts";
import { KeptWhileNewest } from "../ledger/kept-while-newest.ts";
import { type Places, placesOf } from "../ledger/places.ts";
import { pendingOn, type Roll, rollOf, turningDays } from "../ledger/roll.ts";
import {
  type Counted,
  comingJoins,
  countsOf,
  dressRow,
  partyRosters,
  type RosterCounts,
  type RostersQuestion,
} from "../ledger/roster.ts";
import type { PendingAct, Store } from "../ledger/store.ts";
import type { WrittenSpell } from "../ledger/written-spell.ts";
import type { WrittenRows } from "./listing.ts";
import { spellText } from "./spell-text.ts";

/** What a party is in all rosters from one day up to another, days told as stretches between those that turn. */
interface Entry {
  readonly from: number;
  until: number;
  /** Where its row stands in the text, a comma behind it; nowhere where it has none and only counts. */
  readonly start: number;
  readonly end: number;
  readonly counted: Counted;
}

/** The roster of one day. */
export interface RosterOfSheet {
  readonly counts: RosterCounts;
  /** Announced joins that are not yet in effect. */
  readonly pending: readonly PendingAct[];
  readonly rows: (page: { readonly offset: number; readonly limit: number }) => WrittenRows;
}

/** Of the rosters of some 200,000 memberships; in a ledger that has more, those of a coalition may be read again. */
const MOST_BYTES = 192 * 1024 ** 2;
/** Of an entry besides its text, and of an act, about. */
const BYTES_OF_AN_ITEM = 120;
/** With this every row is written, and it is put right on the days on which it is not so. */
const SURELY: Certainty = "certain";
const WORD = '"certainty":"';
const OTHERWISE = Buffer.from("possible" satisfies Certainty);
const COMMA = ",";

const sheets = new KeptWhileNewest<RosterSheet>(MOST_BYTES);

/** @param lang of the names in the registry; null is English. */
export function sheetOf(
  store: Store,
  registry: Registry,
  lang: string | null,
  question: RostersQuestion,
): () => Promise<RosterSheet> {
  const { known, coalition } = question;
  const key = JSON.stringify([lang, question]);
  const make = async () => {
    const roll = await rollOf(store, known, coalition);
    const made = new RosterSheet(registry, question, roll, await placesOf(store, known, coalition));
    return { made, size: made.size };
  };
  return () => sheets.get(store, key, make);
}

export class RosterSheet {
  /** Between two of them nothing of a roster differs. */
  readonly days: readonly Day[];
  /** Those that are pending on some day. */
  readonly #joins: readonly PendingAct[];
  /** In the order of the parties. */
  readonly #entries: readonly Entry[];
  readonly #text: Buffer;

  constructor(registry: Registry, question: RostersQuestion, { spells, announced }: Roll, places: Places) {
    const { roles } = question;
    const asked = spells.filter(({ role }) => roles?.includes(role) ?? true);
    this.#joins = comingJoins(announced, registry, question);
    this.days = turningDays({ spells: asked, announced });
    const sheet = { registry, question, announced, places, days: this.days, text: new Text() };
    const parties = [...grouped(asked, ({ party }) => party).values()];
    this.#entries = parties.flatMap((own) => entriesOf(sheet, own));
    this.#text = sheet.text.whole();
  }

  get size(): number {
    const items = this.#entries.length + this.#joins.length + this.days.length;
    return this.#text.length + items * BYTES_OF_AN_ITEM;
  }

  on(day: Day): RosterOfSheet {
    const stretch = stretchOf(this.days, day);
    const there = this.#entries.filter(({ from, until }) => from <= stretch && stretch < until);
    const rows = there.filter(({ start, end }) => end > start);
    return {
      counts: countsOf(there.map(({ counted }) => counted)),
      pending: pendingOn(this.#joins, day),
      rows: ({ offset, limit }) => {
        const page = rows.slice(offset, offset + limit);
        return { pieces: this.#pieces(page), count: page.length, total: rows.length };
      },
    };
  }

  /** The rows as they stand, those that stand side by side in one piece. */
  #pieces(rows: readonly Entry[]): Buffer[] {
    const pieces: Buffer[] = [];
    let [start, end] = [0, 0];
    const endPiece = () => {
      if (end > start) pieces.push(this.#text.subarray(start, end));
    };
    for (const row of rows) {
      if (row.start !== end) {
        endPiece();
        start = row.start;
      }
      end = row.end;
      if (row.counted.certainty === SURELY) continue;
      const word = this.#text.indexOf(WORD, row.start) + WORD.length;
      end = word;
      endPiece();
      pieces.push(OTHERWISE);
      [start, end] = [word + SURELY.length, row.end];
    }
    // Of the last one without the comma.
    end -= COMMA.length;
    endPiece();
    return pieces;
  }
}

/** What is needed to write one. */
interface SheetUnderWay extends Pick<Roll, "announced"> {
  readonly registry: Registry;
  readonly question: RostersQuestion;
  readonly places: Places;
  readonly days: readonly Day[];
  readonly text: Text;
}

/** What a party is in its turn, the days put together on which that is the same. */
function entriesOf(sheet: SheetUnderWay, own: [WrittenSpell, ...WrittenSpell[]]): Entry[] {
  const { registry, question, announced, days } = sheet;
  const acts = announced.filter(({ declaration }) => concerns(declaration, own[0]));
  const turns = [BEFORE_ALL, ...turningDays({ spells: own, announced: acts })];
  const begins = [...turns.map((on) => stretchOf(days, on)), days.length + 1];
  const listedOn = partyRosters(own, registry, question);
  const rowOf = rowsOf(sheet);
  const entries: Entry[] = [];
  for (const [at, on] of turns.entries()) {
    const { row, counted } = listedOn(on);
    if (row === null && !counts(counted)) continue;
    const { start, end } = row === null ? NOWHERE : rowOf(row, pendingOn(acts, on));
    const [from, until] = begins.slice(at, at + 2) as [number, number];
    const last = entries.at(-1);
    const goesOn = last?.until === from && last.start === start && last.counted === counted;
    if (goesOn) last.until = until;
    else entries.push({ from, until, start, end, counted });
  }
  return entries;
}

/** Where the rows of a party stand in the text; those that follow one another are mostly the same. */
function rowsOf({ registry, places, text }: SheetUnderWay) {
  let [spells, acts, place]: [readonly unknown[], readonly unknown[], Place] = [[], [], NOWHERE];
  return (row: PartyOn<WrittenSpell>, announced: readonly PendingAct[]): Place => {
    if (!areSame(spells, row.spells) || !areSame(acts, announced)) {
      const dressed = dressRow({ places, announced }, { ...row, certainty: SURELY });
      [spells, acts, place] = [row.spells, announced, text.add(spellText(registry, dressed))];
    }
    return place;
  };
}

const NOWHERE: Place = { start: 0, end: 0 };

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}

function counts({ certainty, standings }: Counted): boolean {
  return certainty !== null || Object.values(standings).some((held) => held !== null);
}

/** Where a row stands in the text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Rows one behind the other, written where there is room and then copied: one sheet is written at a time. */
class Text {
  #end = 0;

  add(row: string): Place {
    const start = this.#end;
    const most = start + row.length * MOST_BYTES_OF_A_UNIT + COMMA.length;
    if (room.length < most) room = Buffer.concat([room.subarray(0, start)], most * 2);
    this.#end += room.write(row + COMMA, start);
    return { start, end: this.#end };
  }

  whole(): Buffer {
    return Buffer.from(room.subarray(0, this.#end));
  }
}

/** Of UTF-16 in UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3;
let room = Buffer.alloc(64 * 1024);
