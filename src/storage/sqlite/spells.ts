/** Spells: the table's rows and the questions about them. */
import { and, asc, eq, getTableColumns, gt, lt, lte, type SQL, sql } from "drizzle-orm";
import { AFTER_ALL } from "../../domain/day.ts";
import type { Confidence, Role } from "../../domain/declaration.ts";
import type { Ending, Spell, Standing } from "../../domain/spell.ts";
import type { Page, Paged, SpellQuestion } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { OPEN, spells } from "./projection-tables.ts";
import {
  among,
  asOneText,
  cellsOf,
  column,
  dateIn,
  heldAt,
  idsIn,
  oneOrMany,
  orNull,
  Shapes,
} from "./statements.ts";

type Row = typeof spells.$inferSelect;

export function spellOf(row: Row): Spell {
  return {
    coalition: row.coalition,
    party: row.party,
    position: row.position,
    chain: row.chain,
    role: row.role,
    standing: row.standing,
    joined: { edtf: row.joinedEdtf, earliest: row.joinedEarliest, latest: row.joinedLatest },
    from: { edtf: row.fromEdtf, earliest: row.fromEarliest, latest: row.fromLatest },
    to: row.toEdtf === null ? null : { edtf: row.toEdtf, earliest: row.toEarliest, latest: row.toLatest },
    endedBy: row.endedBy,
    accession: row.accession,
    confidence: row.confidence,
    declarations: row.declarations,
  };
}

/** The row of a spell that opens at a revision. */
export function spellRow(spell: Spell, knownFrom: number): Row {
  const { joined, from, to } = spell;
  return {
    coalition: spell.coalition,
    party: spell.party,
    position: spell.position,
    knownFrom,
    knownTo: OPEN,
    chain: spell.chain,
    role: spell.role,
    standing: spell.standing,
    joinedEdtf: joined.edtf,
    joinedEarliest: joined.earliest,
    joinedLatest: joined.latest,
    fromEdtf: from.edtf,
    fromEarliest: from.earliest,
    fromLatest: from.latest,
    toEdtf: to?.edtf ?? null,
    toEarliest: to?.earliest ?? AFTER_ALL,
    toLatest: to?.latest ?? AFTER_ALL,
    endedBy: spell.endedBy,
    accession: spell.accession,
    confidence: spell.confidence,
    declarations: spell.declarations,
  };
}

const { knownFrom: _from, knownTo: _to, ...ANSWERED } = getTableColumns(spells);
const SPELL = { text: asOneText(Object.values(ANSWERED)) };

/** A spell from its row as one text. */
function spellIn(text: string): Spell {
  const cells = cellsOf(text) as [string, string, ...string[]];
  const [coalition, party, position, chain, role, standing] = cells;
  return {
    coalition,
    party,
    position: Number(position),
    chain: Number(chain),
    role: role as Role,
    standing: standing as Standing,
    joined: dateIn(cells, 6),
    from: dateIn(cells, 9),
    to: cells[12] === "" ? null : dateIn(cells, 12),
    endedBy: orNull(cells[15]) as Ending | null,
    accession: orNull(cells[16]),
    confidence: orNull(cells[17]) as Confidence | null,
    declarations: idsIn(cells[18] as string),
  };
}

/** Most questions are about one coalition and one role, which SQLite finds sooner than one of a list. */
const CONDITIONS = {
  coalition: eq(spells.coalition, sql.placeholder("coalition")),
  coalitions: among(spells.coalition, "coalitions"),
  party: eq(spells.party, sql.placeholder("party")),
  role: eq(spells.role, sql.placeholder("role")),
  roles: among(spells.role, "roles"),
  standings: among(spells.standing, "standings"),
  on: and(lte(spells.fromEarliest, sql.placeholder("on")), gt(spells.toLatest, sql.placeholder("on"))) as SQL,
  during: and(
    lt(spells.fromEarliest, sql.placeholder("to")),
    gt(spells.toLatest, sql.placeholder("from")),
  ) as SQL,
};

export class Spells {
  readonly #all;
  readonly #page;
  readonly #count;

  constructor(connection: Connection) {
    const { query } = connection;
    const asked = (conditions: readonly SQL[]) =>
      query
        .select(SPELL)
        .from(spells)
        .where(and(...conditions, heldAt(spells)))
        .orderBy(asc(spells.coalition), asc(spells.party), asc(spells.position))
        .$dynamic();
    this.#all = new Shapes(CONDITIONS, (conditions) => column(connection, asked(conditions)));
    this.#page = new Shapes(CONDITIONS, (conditions) =>
      column(connection, asked(conditions).limit(sql.placeholder("limit")).offset(sql.placeholder("offset"))),
    );
    this.#count = new Shapes(CONDITIONS, (conditions) =>
      query
        .select({ total: sql<number>`count(*)` })
        .from(spells)
        .where(and(...conditions, heldAt(spells)))
        .prepare(),
    );
  }

  all(question: SpellQuestion): readonly Spell[] {
    const asked = given(question);
    return this.#all.for(asked)(asked).map(spellIn);
  }

  page(question: SpellQuestion, page: Page): Paged<Spell> {
    const asked = given(question);
    const items = this.#page
      .for(asked)({ ...asked, ...page })
      .map(spellIn);
    return { items, total: this.count(question) };
  }

  count(question: SpellQuestion): number {
    const asked = given(question);
    return this.#count.for(asked).get(asked)?.total ?? 0;
  }
}

/** The values of the parameters, under the names of the conditions that they belong to. */
function given({ coalitions, roles, standings, during, ...rest }: SpellQuestion) {
  return {
    ...rest,
    ...during,
    ...(during === undefined ? {} : { during }),
    ...oneOrMany("coalition", "coalitions", coalitions),
    ...oneOrMany("role", "roles", roles),
    ...(standings === undefined ? {} : { standings: JSON.stringify(standings) }),
  };
}
