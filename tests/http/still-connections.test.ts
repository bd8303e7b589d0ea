/** Connections on which nothing moves are ended; those on which something does have no timer at all. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildApp } from "../../src/http/app.ts";
import { endStillConnections } from "../../src/http/still-connections.ts";
import { SETTINGS, seededService } from "../support/http-service.ts";

const [STILL_MS, LOOK_EVERY_MS] = [100, 40];
const REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
const MUCH = Buffer.alloc(64 * 1024 * 1024);

let server: Server;
let accepted: Socket[];
let body: Buffer | string;

beforeEach(async () => {
  [accepted, body] = [[], "{}"];
  server = createServer({ keepAliveTimeout: STILL_MS }, (_request, response) => response.end(body));
  endStillConnections(server, STILL_MS, LOOK_EVERY_MS);
  server.on("connection", (socket) => accepted.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function opened(): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  // It may be reset where the server ends it in the middle of a reply.
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

it("ends a connection after its last reply, not before the time", async () => {
  const socket = await opened();
  const begun = performance.now();
  socket.resume().write(REQUEST);
  await once(socket, "close");
  expect(performance.now() - begun).toBeGreaterThanOrEqual(STILL_MS);
});

it("ends a connection on which nothing was ever asked", async () => {
  await once((await opened()).resume(), "close");
});

it("ends a connection whose client does not read the reply", async () => {
  body = MUCH;
  const socket = await opened();
  const asked = once(server, "request");
  socket.write(REQUEST);
  await asked;
  await once(accepted[0] as Socket, "close");
});

it("leaves alone what moves, without a timer", async () => {
  const busy = await opened();
  const timers = new Set<number | undefined>();
  busy.on("data", () => {
    timers.add(accepted[0]?.timeout);
    busy.write(REQUEST);
  });
  busy.write(REQUEST);
  const still = await opened();
  await once(still.resume(), "close");
  expect(busy.closed).toBe(false);
  expect([...timers]).toEqual([undefined]);
});

it("is how the service ends them, which tells clients of it", async () => {
  const { store } = await seededService();
  const app = buildApp({ store, clock: () => new Date(), settings: SETTINGS });
  const sockets: Socket[] = [];
  app.server.on("connection", (socket) => sockets.push(socket));
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const reply = await fetch(`${url}/healthz`);
  expect(reply.headers.get("keep-alive")).toBe("timeout=72");
  expect(sockets[0]?.timeout).toBeUndefined();
  await app.close();
});
