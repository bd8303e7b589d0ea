/** How the replies of an operation are described: the good one with an example, and its problems. */
import { type Static, type TSchema, Type } from "typebox";
import { csvText } from "../formats/csv.ts";
import { columnsOf, itemOf } from "./columns.ts";
import { component, shape } from "./component.ts";
import { MEDIA_TYPES } from "./format.ts";
import { PROBLEM_TYPES } from "./problem.ts";

const FaultShape = component(
  "Fault",
  shape(
    {
      code: Type.String(),
      detail: Type.String(),
      parameter: Type.Optional(Type.String()),
      line: Type.Optional(Type.Integer({ minimum: 1, description: "The line of the body." })),
      pointer: Type.Optional(Type.String({ description: "The place in the body, or in its line." })),
      allowed: Type.Optional(Type.Array(Type.String())),
      suggestion: Type.Optional(Type.String()),
      clashesWith: Type.Optional(Type.Array(Type.String(), { description: "Ids of declarations." })),
    },
    "One thing that is wrong with the request, and what would be right.",
  ),
);

export const ProblemShape = component(
  "Problem",
  shape(
    {
      type: Type.String({ description: "A path of this service that explains the problem." }),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      instance: Type.String({ description: "The address that was asked." }),
      errors: Type.Array(FaultShape, { maxItems: 1000 }),
      total: Type.Optional(
        Type.Integer({ description: "Of a refused write: how many reasons there are in all." }),
      ),
    },
    "What went wrong (RFC 9457).",
  ),
);

const EXAMPLES = {
  400: {
    parameter: "asof",
    detail: 'There is no parameter "asof": did you mean "on"? Allowed here: on, known.',
    code: "unknown-parameter",
    slug: "invalid-parameter",
  },
  404: {
    parameter: "id",
    detail: 'There is no coalition "natoo": did you mean "nato"?',
    code: "unknown-coalition",
    slug: "not-found",
  },
  406: {
    parameter: undefined,
    detail: "This path answers in application/json, which the Accept header rules out.",
    code: "not-acceptable",
    slug: "not-acceptable",
  },
  409: {
    parameter: "code",
    detail: 'The code "CS" was that of CSHH, CSXX: ask with `on`, or for one of them.',
    code: "ambiguous-code",
    slug: "ambiguous-code",
  },
  413: {
    parameter: undefined,
    detail: "The body is larger than 16777216 bytes: send it in parts.",
    code: "body-too-large",
    slug: "body-too-large",
  },
  415: {
    parameter: undefined,
    detail: "This path does not read application/json: it takes text/csv, application/x-ndjson.",
    code: "unsupported-media-type",
    slug: "unsupported-media-type",
  },
  503: {
    parameter: undefined,
    detail: "The database does not answer.",
    code: "not-ready",
    slug: "not-ready",
  },
} as const;
type ProblemStatus = keyof typeof EXAMPLES;

function problem(status: ProblemStatus) {
  const { slug, code, detail, parameter } = EXAMPLES[status];
  const { title } = PROBLEM_TYPES[slug];
  const fault = { code, detail, ...(parameter === undefined ? {} : { parameter }) };
  const example = { type: `/problems/${slug}`, title, status, detail, instance: "/v1", errors: [fault] };
  return problemReply(`${title}.`, example);
}

export function problemReply(description: string, example: Static<typeof ProblemShape>) {
  return {
    description,
    headers: { "x-request-id": Type.String({ description: "Names the request in our log." }) },
    content: { "application/problem+json": { schema: ProblemShape, example } },
  };
}

function json<T extends TSchema>(schema: T, description: string, example: Static<T>, headers: object) {
  return { description, headers, content: { "application/json": { schema, example } } };
}

const CsvTable = component(
  "CsvTable",
  Type.String({
    description:
      "RFC 4180, the header first: a column for each field of an item, nested names joined by `_`. Several " +
      "values in one cell are separated by `;`. A cell that a spreadsheet would run begins with an apostrophe.",
  }),
);

/** A list in every format: a page of it as JSON, all of it as CSV and NDJSON. */
function list<T extends TSchema>(schema: T, description: string, example: Static<T>, headers: object) {
  const { items } = example as { readonly items: readonly unknown[] };
  const content = { [MEDIA_TYPES.json]: { schema, example }, ...rowContent(itemOf(schema), items) };
  return { description, headers, content };
}

/** What CSV and NDJSON have of an answer. */
function rowContent(row: TSchema, rows: readonly unknown[], columns = columnsOf(row)) {
  return {
    [MEDIA_TYPES.csv]: { schema: CsvTable, example: csvText(columns, rows) },
    [MEDIA_TYPES.ndjson]: { schema: row, example: rows[0] },
  };
}

export const REQUEST_ID = { "x-request-id": Type.String({ description: "Names the request in our log." }) };
const CACHED = {
  ...REQUEST_ID,
  etag: Type.String({ description: "Names this very answer: send it as `If-None-Match`." }),
  "cache-control": Type.String({ description: "Long only where the request names both `on` and `known`." }),
  vary: Type.String({ description: "What the reply depends on of the request, besides its address." }),
  "content-encoding": Type.String({
    description: "`br` or `gzip`, where the client takes it (`Accept-Encoding`) and the reply is not short.",
  }),
};
const LISTED = {
  ...CACHED,
  "content-disposition": Type.String({ description: "The name of the file; of CSV and NDJSON." }),
  link: Type.String({ description: "The next page, `rel=next`, where there is one." }),
};

export const OTHERWISE = {
  default: problemReply("Any other problem, of the service or of the connection.", {
    type: "/problems/internal-error",
    title: PROBLEM_TYPES["internal-error"].title,
    status: 500,
    detail: "The request could not be answered.",
    instance: "/v1",
    errors: [],
  }),
};

/** The problems of a path that names nothing, of one that names an entry, and of one that takes codes. */
const READING_PROBLEMS = { 400: problem(400), 406: problem(406), ...OTHERWISE };
const ENTRY_PROBLEMS = { ...READING_PROBLEMS, 404: problem(404) };
const NOT_MODIFIED = { 304: Type.Null({ description: "The client has this very answer." }) };

/** A list. */
export function listed<T extends TSchema>(schema: T, description: string, example: Static<T>) {
  return { 200: list(schema, description, example, LISTED), ...NOT_MODIFIED, ...READING_PROBLEMS };
}

/** A list that belongs to an entry, which may not be there. */
export function listedUnder<T extends TSchema>(schema: T, description: string, example: Static<T>) {
  return { 200: list(schema, description, example, LISTED), ...NOT_MODIFIED, ...ENTRY_PROBLEMS };
}

/** An answer of which CSV and NDJSON have rows of their own; other formats stand in `more`. */
export function withRows<T extends TSchema, R extends TSchema>(
  schema: T,
  description: string,
  example: Static<T>,
  row: R,
  rows: readonly Static<R>[],
  { columns = columnsOf(row), more = {} as Readonly<Record<string, object>> } = {},
) {
  const content = { [MEDIA_TYPES.json]: { schema, example }, ...rowContent(row, rows, columns), ...more };
  return { 200: { description, headers: LISTED, content }, ...NOT_MODIFIED, ...READING_PROBLEMS };
}

/** A table that was sent, with the answer in each row. */
export function lookedUp<T extends TSchema>(row: T, example: Static<T>) {
  const columns = Object.keys(example as object).map((name) => [name]);
  const content = rowContent(row, [example], columns);
  const description = "The rows, each with its answer.";
  return {
    200: { description, headers: REQUEST_ID, content },
    ...READING_PROBLEMS,
    413: problem(413),
    415: problem(415),
  };
}

/** One entry, which may not be there. */
export function entry<T extends TSchema>(schema: T, description: string, example: Static<T>) {
  return { 200: json(schema, description, example, CACHED), ...NOT_MODIFIED, ...ENTRY_PROBLEMS };
}

/** Lines that follow one another without an end. */
export function fed<T extends TSchema>(line: T, description: string, example: Static<T>) {
  const link = Type.String({ description: "Where to go on asking, `rel=next`." });
  const content = { [MEDIA_TYPES.ndjson]: { schema: line, example } };
  return {
    200: { description, headers: { ...CACHED, link }, content },
    ...NOT_MODIFIED,
    ...READING_PROBLEMS,
  };
}

/** Something that is always there and follows the reading conventions. */
export function always<T extends TSchema>(schema: T, description: string, example: Static<T>) {
  return { 200: json(schema, description, example, CACHED), ...NOT_MODIFIED, ...READING_PROBLEMS };
}

/** Something about the service itself. */
export function plain<T extends TSchema>(schema: T, description: string, example: Static<T>) {
  return { 200: json(schema, description, example, REQUEST_ID), 400: problem(400), ...OTHERWISE };
}

/** Besides: the code meant several countries; the database cannot be used; nothing is there. */
export const ambiguous = { 409: problem(409) };
export const notReady = { 503: problem(503) };
export const missing = { 404: problem(404) };
