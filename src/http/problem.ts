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
  "malformed-body": {
    status: 400,
    title: "The body cannot be read",
    explanation:
      "The body is empty, is no UTF-8, or is not what its `Content-Type` says. Nothing was written; " +
      "`errors` says where reading ended.",
  },
  unauthorized: {
    status: 401,
    title: "Writing needs a key",
    explanation:
      "Reading needs no key, writing does: send `Authorization: Bearer …` with one that is neither revoked " +
      "nor expired. Whoever runs the service makes keys by `accession key create --name NAME --scope declare`.",
  },
  forbidden: {
    status: 403,
    title: "The key may not write this",
    explanation:
      "The key is good, but its scope does not reach this write. `declare` declares in every coalition, " +
      "`declare:nato` in that one alone (also where a declaration is superseded, rescinded or retracted), " +
      "`registry` enters and edits coalitions, countries and other parties.",
  },
  "read-only": {
    status: 403,
    title: "The service is read-only",
    explanation: "The service was started with `READ_ONLY=true`: it answers and takes nothing in.",
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
  "already-there": {
    status: 409,
    title: "There is an entry with this id already",
    explanation: "An id is given once. To edit the entry, send a `PATCH` to its own path.",
  },
  "edited-since": {
    status: 412,
    title: "The entry was edited since",
    explanation:
      "`If-Match` names the revision on which your edit is based, and the entry was edited after it. Read " +
      "it again, look at what changed, and send the edit with its new `edited`.",
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
  refused: {
    status: 422,
    title: "The ledger does not take this",
    explanation:
      "Nothing was written, and `errors` tells every reason at once (the first 1,000 of `total`): the `line` " +
      "or `pointer`, what would be right, the nearest spelling, and the declarations that it clashes with. " +
      "A contradiction that history itself holds is taken on request, with `findings=accept`.",
  },
  "precondition-required": {
    status: 428,
    title: "The edit does not say what it is based on",
    explanation:
      'An edit names the revision of the last one, so that none is lost: send `If-Match: "7"` where the ' +
      "entry has `edited: 7`.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    explanation: "More requests came from your address than this service takes in a minute. Wait as told.",
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
  /** The line of the body, from 1. */
  readonly line?: number;
  /** The place in the body (or in its line), as a JSON pointer. */
  readonly pointer?: string;
  readonly allowed?: readonly string[];
  readonly suggestion?: string;
  /** Ids of declarations. */
  readonly clashesWith?: readonly string[];
}

/** Thrown wherever a request cannot be answered; `problems.ts` writes it. */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly status: number;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;
  /** How many faults there are, where `faults` may not be all of them. */
  readonly total: number | undefined;

  constructor(
    slug: ProblemSlug,
    detail: string,
    faults: readonly Fault[] = [],
    {
      status = PROBLEM_TYPES[slug].status as number,
      headers = {} as Record<string, string>,
      total = undefined as number | undefined,
    } = {},
  ) {
    super(detail);
    this.slug = slug;
    this.status = status;
    this.faults = faults;
    this.headers = headers;
    this.total = total;
  }
}

/** A problem with one parameter or several, told in one sentence each. */
export function parameterProblem(...faults: readonly Fault[]): Problem {
  return new Problem("invalid-parameter", faults.map((fault) => fault.detail).join(" "), faults);
}
