/** What each operation takes and answers, as types: drawn from the OpenAPI document, and handy to write. */
import type { operations, paths } from "./schema.ts";

/** The name of an operation in the OpenAPI document, like `listMembers`. */
export type OperationId = keyof operations;

export type Method = "get" | "post" | "patch";

/** The paths that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends object ? P : never;
}[keyof paths];

export type OperationAt<M extends Method, P extends keyof paths> = NonNullable<paths[P][M]>;

/** The ways to read a body, each with what it gives. */
export interface Readings<Json> {
  json: Json;
  text: string;
  blob: Awaited<ReturnType<Response["blob"]>>;
  arrayBuffer: ArrayBuffer;
  stream: Response["body"];
}
type AnyReading = keyof Readings<never>;

/** How a reply may be read: as JSON only where there is JSON. */
export type ReadingOf<Op> = [JsonReply<Op>] extends [never] ? Exclude<AnyReading, "json"> : AnyReading;

/** What an operation answers when all is well. */
export type ReplyOf<Op, As extends AnyReading = "json"> = Readings<JsonReply<Op>>[As];

/** What an operation is asked with. `parseAs` may be left out where JSON is meant. */
export type AskOf<Op, As extends AnyReading> = Omit<RequestInit, "method" | "body" | "headers"> &
  WithParams<ParamsOf<Op, As>> &
  WithBody<Op> &
  ("json" extends ReadingOf<Op> ? { parseAs?: As } : { parseAs: As });

/** The query of an operation that answers in JSON. */
export type QueryOf<Op extends { parameters: { query?: unknown } }> = Sendable<
  NonNullable<Op["parameters"]["query"]>,
  "json"
>;

/** The items of an operation that answers in pages. */
export type ItemOf<Op> = ReplyOf<Op> extends { items: (infer Item)[]; next: string | null } ? Item : never;

type JsonReply<Op> = Op extends { responses: infer Replies }
  ? { [Status in keyof Replies]: JsonIn<Replies[Status]> }[keyof Replies]
  : never;
type JsonIn<Reply> = Reply extends { content: { "application/json": infer Json } } ? Json : never;

/** A group of parameters that an operation does not have is left away. */
type ParamsOf<Op, As extends AnyReading> = Op extends { parameters: infer P }
  ? { [Place in keyof P as [NonNullable<P[Place]>] extends [never] ? never : Place]: Sendable<P[Place], As> }
  : never;

/** `undefined` is not sent; a revision may be sent as the number that replies give; JSON is not asked for as CSV. */
type Sendable<Parameters, As extends AnyReading> = {
  [K in keyof Parameters]:
    | SendableAs<K, Parameters[K], As>
    | (undefined extends Parameters[K] ? undefined : never);
};
type SendableAs<K, Value, As extends AnyReading> = K extends "known"
  ? Value | number
  : K extends "format"
    ? As extends "json"
      ? Extract<Value, "json">
      : Value
    : Value;

type WithParams<Params> = Record<never, never> extends Params ? { params?: Params } : { params: Params };

type WithBody<Op> = Op extends { requestBody: { content: infer Content } }
  ? JsonBody<Content> | TextBody<Exclude<keyof Content, "application/json" | `${string}+json`> & string>
  : { body?: never; headers?: SentHeaders };
type JsonBody<Content> = Content extends { "application/json": infer Json }
  ? { body: Json; headers?: SentHeaders }
  : never;
/** A table or lines, ready as text: it has to be said which. */
type TextBody<Type extends string> = Type extends string
  ? { body: string; headers: ({ "content-type": Type } | { "Content-Type": Type }) & SentHeaders }
  : never;
type SentHeaders = Record<string, string>;
