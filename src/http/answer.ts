/** The one way in which a reading path answers: question, tag, and only then the query. */
import { Readable } from "node:stream";
import type { Day } from "../domain/day.ts";
import { ANY, cacheControl, clientHas, entityTag } from "./caching.ts";
import { codingOf } from "./coding.ts";
import { cursorProblem } from "./cursor.ts";
import { contentType, type Format, formatOf } from "./format.ts";
import { type Question, type ReadingQuery, readQuestion } from "./reading.ts";
import type { Service } from "./service.ts";
import { WrittenJson } from "./written-json.ts";

/** What an answer needs of a request and of its reply. */
export interface Asked {
  readonly url: string;
  readonly query: ReadingQuery & { readonly format?: string };
  readonly headers: {
    readonly accept?: string | undefined;
    readonly "accept-encoding"?: string | string[] | undefined;
    readonly "if-none-match"?: string | undefined;
  };
}
export interface Answering {
  header(name: string, value: string): unknown;
  code(status: 304): unknown;
}

export type DayQuestion = Question & { readonly on: Day };

/** Answers about a day: today where the request names none. */
export function answerOnDay<T>(
  service: Service,
  asked: Asked,
  reply: Answering,
  ask: (question: DayQuestion) => Promise<T>,
): Promise<T | null> {
  return answer(service, asked, reply, "today", ["json"], (question) => ask(onItsDay(question)));
}

/** Answers over time, on a day only where the request names one. Null says that the client has it. */
export function answerOverTime<T>(
  service: Service,
  asked: Asked,
  reply: Answering,
  ask: (question: Question) => Promise<T>,
): Promise<T | null> {
  return answer(service, asked, reply, null, ["json"], ask);
}

export function onItsDay({ on, ...question }: Question): DayQuestion {
  if (on === null) throw cursorProblem("The cursor names no day, and this answer is about one.");
  return { ...question, on };
}

/** @param offered the formats of the path, the one first that a client gets who has no wish. */
export async function answer<T, F extends Format>(
  service: Service,
  asked: Asked,
  reply: Answering,
  onDefault: "today" | null,
  offered: readonly F[],
  ask: (question: Question, format: F) => Promise<T>,
): Promise<T | null> {
  const format = formatOf(asked, offered);
  const path = pathOf(asked.url);
  const question = await readQuestion(service, path, asked.query, onDefault);
  const { version } = service;
  const coding = codingOf(asked.headers["accept-encoding"]);
  const tag = entityTag(question, { path, query: { ...asked.query }, format, coding, version });
  const ifNoneMatch = asked.headers["if-none-match"];
  const has = clientHas(ifNoneMatch, tag);
  const body = has ? null : await ask(question, format);
  const fresh = has || ifNoneMatch === ANY;
  reply.header("etag", tag);
  reply.header("vary", "Accept, Accept-Encoding");
  reply.header("cache-control", cacheControl(question));
  if (fresh) {
    if (body instanceof Readable) body.destroy();
    reply.code(304);
    service.ready.keeps(reply, question);
    return null;
  }
  const next = (body as { next?: unknown } | null)?.next;
  if (typeof next === "string") reply.header("link", `<${withCursor(asked.url, next)}>; rel="next"`);
  if (!(body instanceof WrittenJson)) {
    service.ready.keeps(reply, question);
    return body;
  }
  service.ready.keeps(reply, question, body.otherDays);
  reply.header("content-type", contentType("json"));
  return body.text as T;
}

export function pathOf(url: string): string {
  return url.split("?", 1)[0] as string;
}

function withCursor(url: string, cursor: string): string {
  const query = new URLSearchParams(url.split("?")[1] ?? "");
  query.set("cursor", cursor);
  return `${pathOf(url)}?${query}`;
}
