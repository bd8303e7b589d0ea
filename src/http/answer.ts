/** The one way in which a reading path answers: question, tag, and only then the query. */
import type { Day } from "../domain/day.ts";
import type { Paged } from "../ledger/store.ts";
import { quality } from "./accept.ts";
import { cacheControl, clientHas, entityTag } from "./caching.ts";
import { cursorProblem, requestKey, writeCursor } from "./cursor.ts";
import { Problem } from "./problem.ts";
import { type Question, type ReadingQuery, readQuestion } from "./reading.ts";
import { toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";

/** What an answer needs of a request and of its reply. */
interface Asked {
  readonly url: string;
  readonly query: ReadingQuery;
  readonly headers: { readonly accept?: string | undefined; readonly "if-none-match"?: string | undefined };
}
interface Answering {
  header(name: string, value: string): unknown;
  code(status: 304): unknown;
}

export type DayQuestion = Question & { readonly on: Day };

const JSON_TYPE = "application/json";

/** Answers about a day: today where the request names none. */
export function answerOnDay<T>(
  service: Service,
  asked: Asked,
  reply: Answering,
  ask: (question: DayQuestion) => Promise<T>,
): Promise<T | null> {
  return answer(service, asked, reply, "today", ({ on, ...question }) => {
    if (on === null) throw cursorProblem("The cursor names no day, and this answer is about one.");
    return ask({ ...question, on });
  });
}

/** Answers over time, on a day only where the request names one. Null says that the client has it. */
export function answerOverTime<T>(
  service: Service,
  asked: Asked,
  reply: Answering,
  ask: (question: Question) => Promise<T>,
): Promise<T | null> {
  return answer(service, asked, reply, null, ask);
}

async function answer<T>(
  service: Service,
  asked: Asked,
  reply: Answering,
  onDefault: "today" | null,
  ask: (question: Question) => Promise<T>,
): Promise<T | null> {
  if (quality(asked.headers.accept, JSON_TYPE) === 0) {
    const detail = `This path answers in ${JSON_TYPE}, which the Accept header rules out.`;
    throw new Problem("not-acceptable", detail, [{ code: "not-acceptable", detail, allowed: [JSON_TYPE] }]);
  }
  const path = pathOf(asked.url);
  const question = await readQuestion(service, path, asked.query, onDefault);
  const { version } = service;
  const tag = entityTag(question, { path, query: { ...asked.query }, format: JSON_TYPE, version });
  const headers = { etag: tag, vary: "Accept", "cache-control": cacheControl(question) };
  const fresh = clientHas(asked.headers["if-none-match"], tag);
  const body = fresh ? null : await ask(question);
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  if (fresh) reply.code(304);
  const next = (body as { next?: unknown } | null)?.next;
  if (typeof next === "string") reply.header("link", `<${withCursor(asked.url, next)}>; rel="next"`);
  return body;
}

/** The frame of a list: a page of items as they are written, and the cursor of the next page. */
export function listReply<T, W>(
  asked: Pick<Asked, "url" | "query">,
  { on, known, revision, page }: Question,
  { items, total }: Paged<T>,
  toReply: (item: T) => W,
) {
  const offset = page.offset + items.length;
  const more = offset < total && items.length > 0;
  const key = requestKey(pathOf(asked.url), { ...asked.query });
  return {
    known: toKnown(known),
    items: items.map(toReply),
    total,
    next: more ? writeCursor({ on, revision, offset }, key) : null,
  };
}

/** A page of items that are all at hand. */
export function slice<T>(items: readonly T[], { page }: Question): Paged<T> {
  return { items: items.slice(page.offset, page.offset + page.limit), total: items.length };
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] as string;
}

function withCursor(url: string, cursor: string): string {
  const query = new URLSearchParams(url.split("?")[1] ?? "");
  query.set("cursor", cursor);
  return `${pathOf(url)}?${query}`;
}
