/** A reply that is no success, as the error that the client throws: what was wrong, and what would be right. */
import type { components } from "./schema.ts";

export type Problem = components["schemas"]["Problem"];

export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  /** For its headers, like `Retry-After`; the body is read. */
  readonly response: Response;

  constructor(problem: Problem, response: Response) {
    super(problem.detail);
    this.problem = problem;
    this.response = response;
  }

  get status(): number {
    return this.response.status;
  }

  /** What is wrong, one by one: each names its parameter or place, and where there is one a suggestion. */
  get errors(): Problem["errors"] {
    return this.problem.errors;
  }
}

export async function problemError(response: Response): Promise<ProblemError> {
  const text = await response.text();
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
  return new ProblemError(isProblem ? (JSON.parse(text) as Problem) : unexplained(response, text), response);
}

/** Whoever stands between client and service, like a proxy, may answer in another way. */
function unexplained({ status, statusText, url }: Response, text: string): Problem {
  const title = statusText === "" ? `Status ${status}` : statusText;
  return { type: "about:blank", title, status, detail: text.trim() || title, instance: url, errors: [] };
}
