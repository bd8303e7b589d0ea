/** The one exit for errors: whatever goes wrong leaves as problem+json (RFC 9457). */
import { STATUS_CODES } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Directory } from "./directory.ts";
import { PROBLEM_TYPES, Problem, type ProblemSlug } from "./problem.ts";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Also where no hook has run yet. */
const ALWAYS = {
  "cache-control": "no-store",
  "access-control-allow-origin": "*",
  "x-content-type-options": "nosniff",
};

/** What the framework refuses by itself, by its status. */
const BY_STATUS: Readonly<Record<number, ProblemSlug>> = {
  408: "request-timeout",
  413: "body-too-large",
  414: "address-too-long",
  415: "unsupported-media-type",
  503: "not-ready",
};

export function handleProblems(app: FastifyInstance, directory: Directory): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, "request failed");
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, nowhere(request.method, request.url, directory)),
  );
  // Asked before a body is read, so that a path without the method is not blamed on the body.
  app.addHook("onRequest", (request, _reply, done) => done(problemBefore(request, directory)));
}

function problemBefore(request: FastifyRequest, directory: Directory): Problem | undefined {
  const idless = Object.values(request.params as Record<string, string>).includes("");
  if (request.is404 || idless) return nowhere(request.method, request.url, directory);
  if (request.headers.host === undefined && request.raw.httpVersion === "1.1") {
    return new Problem("malformed-request", "A request of HTTP/1.1 names its host: send the Host header.");
  }
  return isEncoded(request.url) ? undefined : badEncoding();
}

/** Errors that the framework meets before there is a route. */
export function frameworkProblem(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void sendProblem(request, reply, problemOf(error));
}

export function problemBody(problem: Problem, url: string): string {
  return JSON.stringify({
    type: `/problems/${problem.slug}`,
    title: PROBLEM_TYPES[problem.slug].title,
    status: problem.status,
    detail: problem.message,
    instance: asReference(url),
    errors: problem.faults,
    ...(problem.total === undefined ? {} : { total: problem.total }),
  });
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .headers({ ...ALWAYS, "x-request-id": request.id, ...problem.headers })
    .type(PROBLEM_TYPE)
    .send(problemBody(problem, request.url));
}

function problemOf(error: Error & { statusCode?: number; code?: string }): Problem {
  if (error instanceof Problem) return error;
  if (error.code === "FST_ERR_BAD_URL") return badEncoding();
  const status = error.statusCode ?? 500;
  const slug = BY_STATUS[status];
  if (slug !== undefined) return new Problem(slug, PROBLEM_TYPES[slug].explanation);
  if (status >= 400 && status < 500) {
    return new Problem("refused-request", error.message, [], { status });
  }
  return new Problem("internal-error", "The request could not be answered.");
}

function nowhere(method: string, url: string, directory: Directory): Problem {
  const path = url.split("?", 1)[0] as string;
  const methods = directory.methodsOf(path);
  if (methods.length > 0) {
    const allow = [...methods, "OPTIONS"].join(", ");
    const detail = `${path} does not take ${method}: it takes ${allow}.`;
    const fault = { code: "method-not-allowed", detail, allowed: [...methods, "OPTIONS"] };
    return new Problem("method-not-allowed", detail, [fault], { headers: { allow } });
  }
  const suggestion = directory.nearest(path);
  const right = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
  const detail = `There is no path ${asReference(path)}.${right} GET /v1 lists all paths.`;
  const fault = { code: "unknown-path", detail, ...(suggestion === undefined ? {} : { suggestion }) };
  return new Problem("unknown-path", detail, [fault]);
}

/** The router checks the path; the query is checked here, since its parser would let it through. */
function isEncoded(url: string): boolean {
  if (!url.includes("%")) return true;
  const query = url.split("?").slice(1).join("?");
  try {
    for (const part of query.split(/[&=]/)) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function badEncoding(): Problem {
  const detail =
    "The address has a % that does not begin a valid percent-encoding of UTF-8: write % itself as %25.";
  return new Problem("malformed-request", detail, [{ code: "bad-percent-encoding", detail }]);
}

/** The address as a reference that can be read, also where it was not one. */
function asReference(url: string): string {
  return url.replace(/%(?![0-9A-Fa-f]{2})/g, "%25").replace(/[^!-~]/gu, encodeURIComponent);
}

export function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`;
}
