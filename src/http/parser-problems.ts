/** Problems of the HTTP parser, which come before there is a request: written to the connection as bytes. */
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import { Problem } from "./problem.ts";
import { PROBLEM_TYPE, problemBody, statusLine } from "./problems.ts";
import { nextRequestId } from "./request-id.ts";

/** For Fastify's `clientErrorHandler`. */
export function answerParserError(
  log: FastifyBaseLogger,
  error: Error & { code?: string },
  socket: Socket,
): void {
  const answering = (socket as { _httpMessage?: { headersSent: boolean } })._httpMessage;
  if (error.code === "ECONNRESET" || !socket.writable || answering?.headersSent === true) {
    socket.destroy();
    return;
  }
  const requestId = nextRequestId();
  const problem = problemOf(error.code);
  log.info({ requestId, code: error.code, status: problem.status }, "request could not be parsed");
  const body = problemBody(problem, "/");
  const head = [
    statusLine(problem.status),
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    "x-content-type-options: nosniff",
    "access-control-allow-origin: *",
    "cache-control: no-store",
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

/** Node answers an `Expect` that it does not know with nothing at all. */
export function answerExpectations(server: Server): void {
  server.on("checkExpectation", (_request, response) => {
    const problem = new Problem("expectation-failed", "Expect may only be 100-continue: leave it out.");
    const body = problemBody(problem, "/");
    response.writeHead(problem.status, {
      "content-type": PROBLEM_TYPE,
      "content-length": Buffer.byteLength(body),
      "x-request-id": nextRequestId(),
      connection: "close",
    });
    response.end(body);
  });
}

function problemOf(code: string | undefined): Problem {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new Problem("headers-too-large", "The address and headers are larger than this service takes.");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new Problem("request-timeout", "The request did not arrive in time.");
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return new Problem("body-too-large", "The chunk extensions of the body are too large.");
    default:
      return new Problem("malformed-request", "What arrived is no HTTP/1.1 request.");
  }
}
