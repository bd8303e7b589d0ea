/** The rosters that are asked: which coalition on which day, and the address under which each peer has them. */
import SqliteDatabase from "better-sqlite3";
import { dayNumber, dayText } from "./made-coalitions.ts";
import { between, type Dice, shuffled } from "./random.ts";

export interface Asked {
  readonly coalition: string;
  readonly on: string;
}

/** The days on which a coalition's roster may change, each the first of a stretch in which it does not. */
export interface Stretches {
  readonly coalition: string;
  readonly spells: number;
  readonly begins: readonly string[];
}

const LAST_DAY = "2026-11-01";

export function stretchesOf(database: string): Stretches[] {
  const sqlite = new SqliteDatabase(database, { readonly: true });
  const rows = sqlite
    .prepare(
      `WITH standing AS (SELECT * FROM spells WHERE known_to = ${Number.MAX_SAFE_INTEGER} AND role = 'member'),
        bounds AS (
          SELECT coalition, from_earliest AS day FROM standing UNION SELECT coalition, from_latest FROM standing
          UNION SELECT coalition, to_earliest FROM standing UNION SELECT coalition, to_latest FROM standing)
      SELECT coalition, json_group_array(day) AS days,
        (SELECT count(*) FROM standing WHERE standing.coalition = bounds.coalition) AS spells
      FROM bounds WHERE day BETWEEN '1800-01-01' AND ? GROUP BY coalition`,
    )
    .all(LAST_DAY) as { coalition: string; days: string; spells: number }[];
  sqlite.close();
  return rows.map(({ coalition, days, spells }) => ({
    coalition,
    spells,
    begins: (JSON.parse(days) as string[]).sort(),
  }));
}

/** All coalitions in turn, each on a day that has not been asked. */
export function everDifferentDays(roll: Dice, all: readonly Stretches[], count: number): Asked[] {
  const asked = new Map<string, Asked>();
  while (asked.size < count) {
    for (const { coalition, begins } of shuffled(roll, all)) {
      const first = dayNumber(begins[0] as string);
      const on = dayText(between(roll, first, dayNumber(LAST_DAY)));
      asked.set(`${coalition} ${on}`, { coalition, on });
    }
  }
  return [...asked.values()].slice(0, count);
}

/** All coalitions in turn, each in a stretch of days in which it has not been asked: so nothing can be kept. */
export function everNewStretches(roll: Dice, all: readonly Stretches[], most: number): Asked[] {
  const turns = all.map(({ coalition, begins }) => ({
    coalition,
    days: shuffled(roll, daysIn(roll, begins)),
  }));
  const asked: Asked[] = [];
  for (let turn = 0; asked.length < most; turn += 1) {
    const before = asked.length;
    for (const { coalition, days } of shuffled(roll, turns)) {
      const on = days[turn];
      if (on !== undefined) asked.push({ coalition, on });
    }
    if (asked.length === before) break;
  }
  return asked.slice(0, most);
}

/** One day of each stretch. */
function daysIn(roll: Dice, begins: readonly string[]): string[] {
  return begins.map((begin, at) => {
    const end = dayNumber(begins[at + 1] ?? LAST_DAY);
    return dayText(between(roll, dayNumber(begin), Math.max(end, dayNumber(begin) + 1)));
  });
}

export function ourPath({ coalition, on }: Asked, known = ""): string {
  return `/v1/coalitions/${coalition}/members?on=${on}${known === "" ? "" : `&known=${known}`}`;
}

export function soulPath({ coalition, on }: Asked): string {
  const filters = [
    `coalition:${coalition}`,
    "role:member",
    `from_earliest__lte:${on}`,
    `to_latest__gt:${on}`,
  ];
  return `/api/tables/spells/rows?_limit=1000&_filters=${filters.join()}`;
}

export function jsonServerPath({ coalition, on }: Asked): string {
  const next = dayText(dayNumber(on) + 1);
  return `/spells?coalition=${coalition}&role=member&from_earliest_lte=${on}&to_latest_gte=${next}`;
}
