/** What the HTTP parser itself refuses, met with bytes on a socket. */

import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { emptyService } from "../support/http-service.ts";

const { app } = await emptyService();
await app.listen({ port: 0, host: "127.0.0.1" });
const { port } = app.server.address() as AddressInfo;

/** Sends bytes, and gives back what comes until the service closes. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let received = "";
    socket.setEncoding("utf8").on("data", (text) => {
      received += text;
    });
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

it.each([
  ["a request that is none", "HELLO\r\n\r\n", 400, "malformed-request"],
  ["a bad header", "GET /v1 HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n", 400, "malformed-request"],
  ["a missing Host", "GET /v1 HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "malformed-request"],
  [
    "headers that are too large",
    `GET /v1 HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
    431,
    "headers-too-large",
  ],
  [
    "an address that is too large",
    `GET /v1?q=${"x".repeat(20_000)} HTTP/1.1\r\n\r\n`,
    431,
    "headers-too-large",
  ],
  [
    "a bad percent-encoding",
    "GET /v1/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    400,
    "malformed-request",
  ],
  [
    "an expectation that nobody knows",
    "GET /v1 HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n",
    417,
    "expectation-failed",
  ],
  [
    "a method that HTTP knows and no path has",
    "PROPFIND /v1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    405,
    "method-not-allowed",
  ],
  [
    "a chunk that is none",
    "POST /v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZ\r\n",
    400,
    "malformed-request",
  ],
])("answers %s with a problem", async (_what, bytes, status, slug) => {
  const received = await exchange(bytes);
  const [head = "", ...body] = received.split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
  expect(head.toLowerCase()).toContain("content-type: application/problem+json");
  expect(head.toLowerCase()).toMatch(/x-request-id: [0-9a-f-]{36}/);
  expect(JSON.parse(body.join())).toMatchObject({
    type: `/problems/${slug}`,
    status,
  });
});
