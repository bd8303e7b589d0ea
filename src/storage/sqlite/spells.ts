/** Spells: the table's rows and the questions about them. */
import { and, asc, eq, gt, lt, lte, type SQL, sql } from "drizzle-orm";
import { AFTER_ALL } from "../../domain/day.ts";
import type { Spell } from "../../domain/spell.ts";
import type { Page, Paged, SpellQuestion } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { OPEN, spells } from "./projection-tables.ts";
import { among, heldAt, Shapes } from "./statements.ts";

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

const CONDITIONS = {
  coalitions: among(spells.coalition, "coalitions"),
  party: eq(spells.party, sql.placeholder("party")),
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

  constructor({ query }: Connection) {
    const asked = (conditions: readonly SQL[]) =>
      query
        .select()
        .from(spells)
        .where(and(...conditions, heldAt(spells)))
        .orderBy(asc(spells.coalition), asc(spells.party), asc(spells.position))
        .$dynamic();
    this.#all = new Shapes(CONDITIONS, (conditions) => asked(conditions).prepare());
    this.#page = new Shapes(CONDITIONS, (conditions) =>
      asked(conditions).limit(sql.placeholder("limit")).offset(sql.placeholder("offset")).prepare(),
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
    return this.#all.for(question).all(valuesOf(question)).map(spellOf);
  }

  page(question: SpellQuestion, page: Page): Paged<Spell> {
    const values = valuesOf(question);
    const items = this.#page
      .for(question)
      .all({ ...values, ...page })
      .map(spellOf);
    return { items, total: this.count(question) };
  }

  count(question: SpellQuestion): number {
    return this.#count.for(question).get(valuesOf(question))?.total ?? 0;
  }
}

function valuesOf({ coalitions, roles, standings, during, ...rest }: SpellQuestion) {
  return {
    ...rest,
    ...during,
    coalitions: JSON.stringify(coalitions),
    roles: JSON.stringify(roles),
    standings: JSON.stringify(standings),
  };
}
