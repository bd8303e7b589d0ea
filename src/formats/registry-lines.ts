/** Countries and coalitions as CSV: a line says some of an entry, and leaves the rest as it was. */
import { COALITION_KINDS, COVERAGES, type Coalition } from "../domain/coalition.ts";
import { isDay } from "../domain/day.ts";
import { type Country, codeStatusOf } from "../domain/party.ts";
import { type Fault, fault } from "../ledger/checks.ts";
import { csvLine } from "./csv.ts";
import { type CsvTable, recordsOf } from "./csv-reading.ts";
import type { ReadLines } from "./declaration-lines.ts";
import { JsonFields } from "./json-fields.ts";
import { byLine } from "./line-fault.ts";

export const COUNTRY_COLUMNS = [
  "id",
  "name",
  "alpha2",
  "numeric",
  "region",
  "subregion",
  "from",
  "until",
] as const;
export const COALITION_COLUMNS = ["id", "name", "short_name", "kind", "founded", "coverage"] as const;

export interface EntryLine<T> {
  readonly line: number;
  readonly entry: T;
}

/** The entry as it stands, if there is one; what the file has no column for stays. */
type Standing<T> = (id: string) => T | null;

export function readCountryLines(
  table: CsvTable,
  standing: Standing<Country>,
): ReadLines<EntryLine<Country>> {
  return readEntries(table, COUNTRY_COLUMNS, (fields, faults) => {
    const id = fields.text("id");
    const [from, until] = [fields.textOrNull("from"), fields.textOrNull("until")];
    for (const [name, day] of [
      ["from", from],
      ["until", until],
    ] as const) {
      if (day === null || isDay(day)) continue;
      faults.push(fault("bad-date", `/${name}`, `"${day}" is not a day: write it like 1991-12-26.`));
    }
    const said = {
      name: fields.text("name"),
      alpha2: fields.textOrNull("alpha2"),
      numeric: fields.textOrNull("numeric"),
      region: fields.textOrNull("region"),
      subregion: fields.textOrNull("subregion"),
      from,
      until,
    };
    return { ...(standing(id) ?? newCountry(id)), ...pick(said, table.header) };
  });
}

export function readCoalitionLines(
  table: CsvTable,
  standing: Standing<Coalition>,
): ReadLines<EntryLine<Coalition>> {
  return readEntries(table, COALITION_COLUMNS, (fields) => {
    const id = fields.text("id");
    const said = {
      name: fields.text("name"),
      shortName: fields.textOrNull("short_name"),
      kind: fields.choiceOrNull("kind", COALITION_KINDS) ?? ("other" as const),
      founded: fields.dateOrNull("founded"),
      coverage: fields.choiceOrNull("coverage", COVERAGES) ?? ("partial" as const),
    };
    const columns = table.header.map((name) => (name === "short_name" ? "shortName" : name));
    return { ...(standing(id) ?? newCoalition(id)), ...pick(said, columns) };
  });
}

function readEntries<T>(
  table: CsvTable,
  columns: readonly string[],
  read: (fields: JsonFields, faults: Fault[]) => T,
): ReadLines<EntryLine<T>> {
  const { records, faults } = recordsOf(table, columns, ["id", "name"]);
  const lines: EntryLine<T>[] = [];
  for (const { line, cells } of records) {
    const own: Fault[] = [];
    const entry = read(new JsonFields(cells, "", columns, own), own);
    if (own.length === 0) lines.push({ line, entry });
    else faults.push(...own.map((each) => ({ line, ...each })));
  }
  return { lines, faults: byLine(faults) };
}

function pick<T extends object>(said: T, columns: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(said).filter(([name]) => columns.includes(name))) as Partial<T>;
}

function newCountry(id: string): Country {
  return {
    id,
    kind: "country",
    name: "",
    names: {},
    aliases: [],
    note: null,
    retired: false,
    codeStatus: codeStatusOf(id),
    alpha2: null,
    numeric: null,
    codesFrom: null,
    otherCodes: [],
    region: null,
    subregion: null,
    independent: true,
    capital: null,
    flag: null,
    position: null,
    predecessors: [],
    successors: [],
    from: null,
    until: null,
  };
}

function newCoalition(id: string): Coalition {
  return {
    id,
    kind: "other",
    name: "",
    shortName: null,
    names: {},
    aliases: [],
    founded: null,
    website: null,
    coverage: "partial",
    coverageNote: null,
    note: null,
    retired: false,
  };
}

export function countryHeader(): string {
  return csvLine(COUNTRY_COLUMNS);
}

export function countryLine(country: Country): string {
  return csvLine(COUNTRY_COLUMNS.map((name) => country[name]));
}

export function coalitionHeader(): string {
  return csvLine(COALITION_COLUMNS);
}

export function coalitionLine({ shortName, founded, ...coalition }: Coalition): string {
  const cells = { ...coalition, short_name: shortName, founded: founded?.edtf ?? null };
  return csvLine(COALITION_COLUMNS.map((name) => cells[name]));
}
