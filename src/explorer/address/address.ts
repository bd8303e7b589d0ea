/** The address bar is the state: reads what it says, strictly, and writes it. */
import type { Day } from "../../domain/day.ts";
import { day, type Field, type Known, known, type Read } from "./field.ts";
import { PAGES, type PageName, type QueryOf } from "./pages.ts";

/** The two times; null is today, and the newest state of the ledger. */
export interface Times {
  readonly on: Day | null;
  readonly known: Known | null;
}

export interface PageAddress<P extends PageName> extends Times {
  readonly page: P;
  /** What the page is about; empty for pages about no one thing. */
  readonly id: string;
  readonly query: QueryOf<P>;
}

/** Any view of the explorer. */
export type Address = { [P in PageName]: PageAddress<P> }[PageName];

/** A part of the address that cannot be. */
export interface AddressFault {
  readonly name: string;
  readonly text: string;
  readonly detail: string;
}

export type ReadAddress =
  | { readonly address: Address; readonly ignored: readonly string[] }
  /** `repaired` leaves out what is wrong; null where there is no such page. */
  | { readonly faults: readonly AddressFault[]; readonly repaired: Address | null };

type Fields = Readonly<Record<string, Field<unknown>>>;

const TIMES = { on: day, known } as const;

/** The address of a page; what is left out of the query is as if the address did not name it. */
export function addressOf<P extends PageName>(
  page: P,
  id: string,
  { on, known }: Times,
  query: Partial<QueryOf<P>> = {},
): PageAddress<P> {
  const absent = Object.entries(fieldsOf(page)).map(([name, field]) => [name, field.absent] as const);
  return { page, id, on, known, query: { ...(Object.fromEntries(absent) as QueryOf<P>), ...query } };
}

/** The same view with another day, state or query. */
export function changed<P extends PageName>(
  address: PageAddress<P>,
  { query = {}, ...times }: Partial<Times> & { readonly query?: Partial<QueryOf<P>> },
): PageAddress<P> {
  return { ...address, ...times, query: { ...address.query, ...query } };
}

/** As the address bar shows it, from the slash on. */
export function writeAddress({ page, id, on, known, query }: Address): string {
  const path = PAGES[page].path.replace(":id", encodeURIComponent(id));
  const values: Readonly<Record<string, unknown>> = { ...query, on, known };
  const parts = Object.entries({ ...fieldsOf(page), ...TIMES } as Fields).flatMap(([name, field]) => {
    const value = values[name];
    const said = value === field.absent || (Array.isArray(value) && value.length === 0);
    return said ? [] : [`${name}=${readable(field.write(value))}`];
  });
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

/** @param url from the slash on, as `writeAddress` writes it. */
export function readAddress(url: string): ReadAddress {
  const [path = "", search = ""] = url.split("#", 1)[0]?.split(/\?(.*)/s) ?? [];
  const place = placeOf(path);
  if (place === null) {
    return { faults: [{ name: "path", text: path, detail: "There is no such page." }], repaired: null };
  }
  const fields: Fields = { ...fieldsOf(place.page), ...TIMES };
  const values: Record<string, unknown> = {};
  const faults: AddressFault[] = [];
  const parameters = new URLSearchParams(search);
  for (const [name, field] of Object.entries(fields)) {
    const texts = parameters.getAll(name);
    const read: Read<unknown> =
      texts.length > 1 ? { fault: "It is given more than once." } : readOne(field, texts[0]);
    values[name] = "value" in read ? read.value : field.absent;
    if ("fault" in read) faults.push({ name, text: texts.join(", "), detail: read.fault });
  }
  const { on, known, ...query } = values;
  const address = { ...place, on, known, query } as Address;
  const ignored = [...new Set(parameters.keys())].filter((name) => !Object.hasOwn(fields, name));
  return faults.length > 0 ? { faults, repaired: address } : { address, ignored };
}

function readOne(field: Field<unknown>, text: string | undefined): Read<unknown> {
  return text === undefined ? { value: field.absent } : field.read(text);
}

function placeOf(path: string): { page: PageName; id: string } | null {
  for (const [page, { path: template }] of Object.entries(PAGES) as [PageName, { path: string }][]) {
    const [before, after] = template.split(":id") as [string, string?];
    if (after === undefined ? path === before : path.startsWith(before)) {
      const id = decoded(after === undefined ? "" : path.slice(before.length));
      if (id !== null && (id !== "" || after === undefined) && !id.includes("/")) return { page, id };
    }
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function fieldsOf(page: PageName): Fields {
  return PAGES[page].query as unknown as Fields;
}

/** Commas and colons may stand in a query as they are, and read better so. */
function readable(text: string): string {
  return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");
}
