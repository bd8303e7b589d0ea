/** Bare `node:http` that sends what it was given: the bytes and headers of captured replies, by path. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Captured } from "../captured.ts";

const [port, file = ""] = process.argv.slice(2);
const captured = JSON.parse(readFileSync(file, "utf8")) as Captured[];
const replies = new Map(
  captured.map(({ path, status, headers, body }) => [
    path,
    { status, headers: [...headers], body: Buffer.from(body, "base64") },
  ]),
);
const server = createServer((request, response) => {
  const reply = replies.get(request.url as string);
  if (reply === undefined) {
    response.writeHead(request.url === "/" ? 200 : 404).end();
    return;
  }
  response.writeHead(reply.status, reply.headers).end(reply.body);
});
// As the service does, so that the header that tells it is the same.
server.keepAliveTimeout = 72_000;
server.listen(Number(port), "127.0.0.1");
