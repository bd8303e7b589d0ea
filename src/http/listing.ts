/** The one way in which lists answer: as JSON page by page, as CSV and NDJSON whole and streamed. */
import { Readable } from "node:stream";
import type { TSchema } from "typebox";
import type { Day } from "../domain/day.ts";
import type { Pages } from "../formats/chunks.ts";
import { csvPages } from "../formats/csv.ts";
import { ndjsonPages } from "../formats/ndjson.ts";
import type { Page, Paged } from "../ledger/store.ts";
import { type Answering, type Asked, answer, type DayQuestion, onItsDay, pathOf } from "./answer.ts";
import { columnsOf, itemOf } from "./columns.ts";
import { requestKey, writeCursor } from "./cursor.ts";
import { contentType, type Format, LIST_FORMATS } from "./format.ts";
import { parameterProblem } from "./problem.ts";
import type { Question } from "./reading.ts";
import type { OtherDays } from "./ready-replies.ts";
import { toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";
import { attachment, streamed } from "./streaming.ts";
import { WrittenJson } from "./written-json.ts";

/** A list that was asked for, its rows not fetched yet. */
export interface Listing {
  /** What stands beside the items in JSON. */
  readonly beside: object;
  /** Rows as they are written. */
  readonly rows: (page: Page) => Paged<unknown> | Promise<Paged<unknown>>;
  /** Where the list is about a day, and JSON of others is written faster than by way of objects. */
  readonly otherDays?: WrittenDays;
}

interface WrittenDays {
  readonly turning: OtherDays["turning"];
  readonly on: (day: Day) => Promise<WrittenList>;
}

/** What of a list is in JSON. */
export interface WrittenList {
  readonly beside: object;
  readonly rows: (page: Page) => WrittenRows;
}

/** A page of rows as pieces of text, one behind the other; commas between the rows are in them. */
export interface WrittenRows {
  readonly pieces: readonly Buffer[];
  readonly count: number;
  readonly total: number;
}

interface ListAsked extends Asked {
  readonly method: string;
  readonly query: Asked["query"] & { readonly from?: string | number; readonly to?: string | number };
}

/** How a long reply is written, where not from the shape of its items. */
export type Writers = Readonly<Partial<Record<Format, () => Pages<string>>>>;

/** How many rows are held at a time on the way to a stream. */
const ROWS_AT_A_TIME = 1000;

/** Lists about a day: today where the request names none. */
export function listOnDay(
  service: Service,
  asked: ListAsked,
  reply: Answering,
  list: TSchema,
  ask: (question: DayQuestion) => Promise<Listing>,
): Promise<unknown> {
  return answer(service, asked, reply, "today", LIST_FORMATS, async (question, format) =>
    represent(asked, reply, question, format, list, await ask(onItsDay(question))),
  );
}

/** Lists over time, on a day only where the request names one. */
export function listOverTime(
  service: Service,
  asked: ListAsked,
  reply: Answering,
  list: TSchema,
  ask: (question: Question) => Promise<Listing>,
): Promise<unknown> {
  return answer(service, asked, reply, null, LIST_FORMATS, async (question, format) =>
    represent(asked, reply, question, format, list, await ask(question)),
  );
}

/** A list of whatever `fetch` finds, each as `toReply` writes it. */
export function listing<T>(
  beside: object,
  fetch: (page: Page) => Paged<T> | Promise<Paged<T>>,
  toReply: (item: T) => unknown,
): Listing {
  return {
    beside,
    rows: async (page) => {
      const { items, total } = await fetch(page);
      return { items: items.map(toReply), total };
    },
  };
}

/** A page of items that are all at hand. */
export function slice<T>(items: readonly T[], { offset, limit }: Page): Paged<T> {
  return { items: items.slice(offset, offset + limit), total: items.length };
}

async function represent(
  asked: ListAsked,
  reply: Answering,
  question: Question,
  format: (typeof LIST_FORMATS)[number],
  list: TSchema,
  found: Listing,
): Promise<unknown> {
  if (format === "json") {
    const whole = await framed(asked, question, found);
    if (found.otherDays === undefined) return whole;
    return new WrittenJson(JSON.stringify(whole), whole.next, onOtherDays(asked, question, found.otherDays));
  }
  return streamedAs(asked, reply, question, format, {
    csv: () => csvPages(columnsOf(itemOf(list)), allPages(found)),
    ndjson: () => ndjsonPages(allPages(found)),
  });
}

/** A page of the items, and the cursor of the next page. */
export async function framed(
  asked: Pick<ListAsked, "url" | "query">,
  question: Question,
  { beside, rows }: Listing,
) {
  const { items, total } = await rows(question.page);
  const next = cursorAfter(asked, question, items.length, total);
  return { ...beside, known: toKnown(question.known), items, total, next };
}

/** The same on other days, written; null where there is a page more, of which the headers tell. */
function onOtherDays(
  asked: Pick<ListAsked, "url" | "query">,
  question: Question,
  { turning, on }: WrittenDays,
): OtherDays {
  return {
    turning,
    on: async (day) => {
      const { beside, rows } = await on(day);
      const { pieces, count, total } = rows(question.page);
      if (cursorAfter(asked, { ...question, on: day }, count, total) !== null) return null;
      const begin = JSON.stringify({ ...beside, known: toKnown(question.known) }).slice(0, -1);
      const end = `],"total":${total},"next":null}`;
      return Buffer.concat([Buffer.from(`${begin},"items":[`), ...pieces, Buffer.from(end)]);
    },
  };
}

function cursorAfter(
  { url, query }: Pick<ListAsked, "url" | "query">,
  { on, revision, page }: Question,
  count: number,
  total: number,
): string | null {
  const offset = page.offset + count;
  if (offset >= total || count === 0) return null;
  return writeCursor({ on, revision, offset }, requestKey(pathOf(url), { ...query }));
}

/** The whole of it, as a file. */
export async function streamedAs(
  asked: ListAsked,
  reply: Answering,
  question: Question,
  format: Format,
  writers: Writers,
): Promise<Readable> {
  const paging = (["limit", "cursor"] as const).find((name) => asked.query[name] !== undefined);
  if (paging !== undefined) throw whole(paging, format);
  const write = writers[format];
  if (write === undefined) throw new Error(`Nothing writes ${format} here.`);
  // What a HEAD would have to be told of the body is in the headers.
  const body = asked.method === "HEAD" ? Readable.from([]) : await streamed(write());
  reply.header("content-type", contentType(format));
  reply.header("content-disposition", attachment(pathOf(asked.url), asked.query, question, format));
  return body;
}

async function* allPages({ rows }: Listing): AsyncGenerator<readonly unknown[]> {
  for (let offset = 0; ; offset += ROWS_AT_A_TIME) {
    const { items, total } = await rows({ offset, limit: ROWS_AT_A_TIME });
    yield items;
    if (offset + ROWS_AT_A_TIME >= total) return;
  }
}

function whole(parameter: string, format: Format) {
  const detail = `"${parameter}" is for pages of JSON, and ${format} comes whole: leave it out.`;
  return parameterProblem({ code: "conflicting-parameters", detail, parameter });
}
