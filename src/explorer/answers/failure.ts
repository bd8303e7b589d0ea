/** What went wrong when the service was asked, so that a page can say it. */
import { type Problem, ProblemError } from "../../client/client.ts";

export type Failure =
  /** No answer came: the service is not running, or there is no way to it. */
  | { readonly kind: "unreachable" }
  /** The service answered that it would not or could not, and why. */
  | { readonly kind: "problem"; readonly problem: Problem };

export function failureOf(error: unknown): Failure {
  if (error instanceof ProblemError) return { kind: "problem", problem: error.problem };
  return { kind: "unreachable" };
}
