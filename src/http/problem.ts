/** What can go wrong, as RFC 9457 tells it: the types of problem, each with the page that explains it. */

interface ProblemType {
  readonly status: number;
  readonly title: string;
  readonly explanation: string;
}

export const PROBLEM_TYPES = {
  "malformed-request": {
    status: 400,
    title: "The request cannot be read",
    explanation:
      "The bytes that arrived are no HTTP request, or the address has a % that does not begin a valid " +
      "percent-encoding (like %20) of UTF-8. Encode the parts of the address and send it again.",
  },
  "invalid-parameter": {
    status: 400,
    title: "A parameter is not as it should be",
    explanation:
      "A query parameter is unknown, given twice, or has a value that it cannot have. Nothing is guessed " +
      "and nothing is clamped: `errors` names each parameter, what is allowed, and the nearest spelling.",
  },
  "invalid-cursor": {
    status: 400,
    title: "The cursor does not fit",
    explanation:
      "A cursor belongs to the request that it came from. Follow the `Link` with `rel=next`, or repeat the " +
      "same path and parameters with `cursor` set to `next`.",
  },
  "unknown-path": {
    status: 404,
    title: "There is no such path",
    explanation: "No path of this service has that form. GET /v1 lists all of them, /docs explains them.",
  },
  "not-found": {
    status: 404,
    title: "There is no such thing",
    explanation:
      "The path is right, but the ledger knows no coalition, country, party, declaration or revision by " +
      "that id at the `known` asked. Where an id comes near, `suggestion` names it.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The path does not take this method",
    explanation: "The path exists, but not for this method. `Allow` lists those that it takes.",
  },
  "not-acceptable": {
    status: 406,
    title: "No representation is acceptable",
    explanation: "The `Accept` header rules out every format in which this path answers.",
  },
  "request-timeout": {
    status: 408,
    title: "The request took too long to arrive",
    explanation: "The whole request did not arrive in time. Send it again.",
  },
  "ambiguous-code": {
    status: 409,
    title: "The code meant several countries",
    explanation:
      "Codes were reused: CS was Czechoslovakia, then Serbia and Montenegro. Ask with `on` set to a day on " +
      "which the code was in use, or ask for one of the ids that `errors` lists.",
  },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    explanation: "The body is larger than this service takes in one request. Send it in parts.",
  },
  "address-too-long": {
    status: 414,
    title: "The address is too long",
    explanation: "A part of the path is longer than any id.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "The media type is not supported",
    explanation: "The body has a `Content-Type` that this path does not read.",
  },
  "expectation-failed": {
    status: 417,
    title: "The expectation cannot be met",
    explanation: "`Expect` may only be `100-continue`.",
  },
  "headers-too-large": {
    status: 431,
    title: "The headers are too large",
    explanation: "The headers of the request, its address included, are larger than this service takes.",
  },
  "refused-request": {
    status: 400,
    title: "The request was refused",
    explanation: "The request is not one that this service takes; `detail` says why.",
  },
  "internal-error": {
    status: 500,
    title: "Something went wrong on our side",
    explanation:
      "It is logged under the `x-request-id` of the reply. Try again; if it stays, report that id.",
  },
  "not-ready": {
    status: 503,
    title: "The service is not ready",
    explanation: "The database cannot be used at the moment. Try again shortly.",
  },
} as const satisfies Record<string, ProblemType>;

export type ProblemSlug = keyof typeof PROBLEM_TYPES;

/** One thing that is wrong, and what would be right. */
export interface Fault {
  readonly code: string;
  readonly detail: string;
  /** The query or path parameter. */
  readonly parameter?: string;
  /** The place in the body, as a JSON pointer. */
  readonly pointer?: string;
  readonly allowed?: readonly string[];
  readonly suggestion?: string;
}

/** Thrown wherever a request cannot be answered; `problems.ts` writes it. */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly status: number;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    slug: ProblemSlug,
    detail: string,
    faults: readonly Fault[] = [],
    { status = PROBLEM_TYPES[slug].status as number, headers = {} as Record<string, string> } = {},
  ) {
    super(detail);
    this.slug = slug;
    this.status = status;
    this.faults = faults;
    this.headers = headers;
  }
}

/** A problem with one parameter or several, told in one sentence each. */
export function parameterProblem(...faults: readonly Fault[]): Problem {
  return new Problem("invalid-parameter", faults.map((fault) => fault.detail).join(" "), faults);
}
