/** What differs between two versions of a declaration, field by field. */
import type { Schemas } from "../../../client/client.ts";
import { dateInWords, dayInWords } from "../../words/dates.ts";

type Declaration = Schemas["Declaration"];
type DateRow = Schemas["PartialDate"];
type Source = Schemas["Source"];

export interface Difference {
  readonly field: string;
  /** Null where the version before does not have it. */
  readonly before: string | null;
  /** Null where the version after does not have it. */
  readonly after: string | null;
}

/** In the order in which a reader meets them. */
const FIELDS: readonly (readonly [field: string, of: (version: Declaration) => string | null])[] = [
  ["Coalition", ({ coalition }) => coalition.name],
  ["Party", ({ party }) => party?.name ?? null],
  ["Act", ({ act }) => act],
  ["Role", ({ role }) => role],
  ["Predecessors", ({ predecessors }) => said(predecessors.map(({ name }) => name))],
  ["Declared", ({ declared }) => dateOf(declared)],
  ["Effective", ({ effective }) => dateOf(effective)],
  ["Takes back", ({ rescinds }) => rescinds],
  ["Title", ({ title }) => title],
  ["Scope", ({ scope }) => said(scope)],
  ["Confidence", ({ confidence }) => confidence],
  ["Note", ({ note }) => note],
];

const SOURCE_FIELDS: readonly (readonly [field: string, of: (source: Source) => string | null])[] = [
  ["title", ({ title }) => title],
  ["address", ({ url }) => url],
  ["publisher", ({ publisher }) => publisher],
  ["published", ({ published }) => dateOf(published)],
  ["read", ({ accessed }) => (accessed === null ? null : dayInWords(accessed))],
  ["claimed place", ({ claims }) => claims?.ordinal?.toString() ?? null],
  ["claimed effective day", ({ claims }) => dateOf(claims?.effective ?? null)],
];

/** Empty where the same is declared again. */
export function differencesOf(before: Declaration, after: Declaration): Difference[] {
  return [
    ...FIELDS.flatMap(([field, of]) => difference(field, of(before), of(after))),
    ...sourceDifferences(before.sources, after.sources),
  ];
}

/** A source is the same one if it has the same address, or without one the same title. */
function sourceDifferences(before: readonly Source[], after: readonly Source[]): Difference[] {
  const old = new Map(before.map((source) => [keyOf(source), source]));
  const kept = new Set<string>();
  const changed = after.flatMap((source) => {
    const was = old.get(keyOf(source));
    if (was === undefined) return difference("Source", null, source.title);
    kept.add(keyOf(source));
    return SOURCE_FIELDS.flatMap(([field, of]) =>
      difference(`Source “${source.title}”, ${field}`, of(was), of(source)),
    );
  });
  const gone = before.filter((source) => !kept.has(keyOf(source)));
  return [...changed, ...gone.flatMap(({ title }) => difference("Source", title, null))];
}

function keyOf({ url, title }: Source): string {
  return url ?? `title ${title}`;
}

function difference(field: string, before: string | null, after: string | null): Difference[] {
  return before === after ? [] : [{ field, before, after }];
}

function said(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(", ");
}

function dateOf(date: DateRow | null): string | null {
  return date === null ? null : dateInWords(date);
}
