/** The spells of a coalition, read as they are told: dates and grounds come out of SQLite as JSON. */
import { type AnyColumn, and, asc, eq, type SQL, sql } from "drizzle-orm";
import { AFTER_ALL, BEFORE_ALL } from "../../domain/day.ts";
import type { Confidence, Role } from "../../domain/declaration.ts";
import type { Bounds } from "../../domain/partial-date.ts";
import type { Standing } from "../../domain/spell.ts";
import type { WrittenSpell } from "../../ledger/written-spell.ts";
import type { Connection } from "./connection.ts";
import { spells } from "./projection-tables.ts";
import { asOneText, cellsOf, column, heldAt, orNull } from "./statements.ts";

type DateColumns = Readonly<Record<"edtf" | "earliest" | "latest", AnyColumn>>;

const JOINED = { edtf: spells.joinedEdtf, earliest: spells.joinedEarliest, latest: spells.joinedLatest };
const FROM = { edtf: spells.fromEdtf, earliest: spells.fromEarliest, latest: spells.fromLatest };
const TO = { edtf: spells.toEdtf, earliest: spells.toEarliest, latest: spells.toLatest };

/** As `writtenSpell` writes them, but that open bounds come as days. Parts of one `concat`, which is soonest done. */
const TIMES = sql.join(
  [
    ...[text('"joined":'), ...dateParts(JOINED), text(',"from":'), ...dateParts(FROM), text(',"to":')],
    sql`iif(${spells.toEdtf} is null, 'null', concat(${sql.join(dateParts(TO), sql.raw(", "))}))`,
    sql`iif(${spells.toLatest} = ${text(AFTER_ALL)}, ${text(',"ended":false')}, ${text(',"ended":true')})`,
    sql`iif(${spells.endedBy} is null, ${text(',"endedBy":null')}, concat(${text(',"endedBy":"')}, ${spells.endedBy}, '"'))`,
  ],
  sql.raw(", "),
);

function dateParts({ edtf, earliest, latest }: DateColumns): (AnyColumn | SQL)[] {
  return [
    text('{"edtf":"'),
    edtf,
    text('","earliest":"'),
    earliest,
    text('","latest":"'),
    latest,
    text('"}'),
  ];
}

/** Text that stands in the statement. */
function text(of: string): SQL {
  return sql.raw(`'${of}'`);
}

const TOLD = [
  ...[spells.party, spells.position, spells.chain, spells.role, spells.standing, spells.accession],
  ...[spells.confidence, FROM.earliest, FROM.latest, TO.earliest, TO.latest, TIMES, spells.declarations],
];

export class Rolls {
  readonly #asked;

  constructor(connection: Connection) {
    this.#asked = column(
      connection,
      connection.query
        .select({ text: asOneText(TOLD) })
        .from(spells)
        .where(and(eq(spells.coalition, sql.placeholder("coalition")), heldAt(spells)))
        .orderBy(asc(spells.party), asc(spells.position)),
    );
  }

  of(known: number, coalition: string): WrittenSpell[] {
    return this.#asked({ known, coalition }).map((text) => spellIn(coalition, text));
  }
}

function spellIn(coalition: string, row: string): WrittenSpell {
  const cells = cellsOf(row) as [string, ...string[]];
  const [party, position, chain, role, standing, accession, confidence] = cells;
  const to = boundsIn(cells, 9);
  return {
    coalition,
    party,
    position: Number(position),
    chain: Number(chain),
    role: role as Role,
    standing: standing as Standing,
    accession: orNull(accession),
    confidence: orNull(confidence) as Confidence | null,
    from: boundsIn(cells, 7),
    to: to.earliest === AFTER_ALL ? null : to,
    times: withoutOpenDays(cells[11] as string),
    grounds: cells[12] as string,
  };
}

function boundsIn(cells: readonly string[], at: number): Bounds {
  return { earliest: cells[at] as string, latest: cells[at + 1] as string };
}

/** Few dates are open, and no other text that stands there is like an open day. */
function withoutOpenDays(times: string): string {
  if (!times.includes(BEFORE_ALL) && !times.includes(AFTER_ALL)) return times;
  return times.replaceAll(`"${BEFORE_ALL}"`, "null").replaceAll(`"${AFTER_ALL}"`, "null");
}
