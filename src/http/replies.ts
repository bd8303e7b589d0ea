/** How the replies of an operation are described: the good one with an example, and its problems. */
import { type Static, type TSchema, Type } from "typebox";
import { component, shape } from "./component.ts";
import { PROBLEM_TYPES } from "./problem.ts";

const FaultShape = component(
  "Fault",
  shape(
    {
      code: Type.String(),
      detail: Type.String(),
      parameter: Type.Optional(Type.String()),
      pointer: Type.Optional(Type.String()),
      allowed: Type.Optional(Type.Array(Type.String())),
      suggestion: Type.Optional(Type.String()),
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
      errors: Type.Array(FaultShape),
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

function problemReply(description: string, example: Static<typeof ProblemShape>) {
  return {
    description,
    headers: { "x-request-id": Type.String({ description: "Names the request in our log." }) },
    content: { "application/problem+json": { schema: ProblemShape, example } },
  };
}

function json<T extends TSchema>(schema: T, description: string, example: Static<T>, headers: object) {
  return { description, headers, content: { "application/json": { schema, example } } };
}

const REQUEST_ID = { "x-request-id": Type.String({ description: "Names the request in our log." }) };
const CACHED = {
  ...REQUEST_ID,
  etag: Type.String({ description: "Names this very answer: send it as `If-None-Match`." }),
  "cache-control": Type.String({ description: "Long only where the request names both `on` and `known`." }),
};
const LISTED = {
  ...CACHED,
  link: Type.String({ description: "The next page, `rel=next`, where there is one." }),
};

const OTHERWISE = {
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
  return { 200: json(schema, description, example, LISTED), ...NOT_MODIFIED, ...READING_PROBLEMS };
}

/** A list that belongs to an entry, which may not be there. */
export function listedUnder<T extends TSchema>(schema: T, description: string, example: Static<T>) {
  return { 200: json(schema, description, example, LISTED), ...NOT_MODIFIED, ...ENTRY_PROBLEMS };
}

/** One entry, which may not be there. */
export function entry<T extends TSchema>(schema: T, description: string, example: Static<T>) {
  return { 200: json(schema, description, example, CACHED), ...NOT_MODIFIED, ...ENTRY_PROBLEMS };
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
