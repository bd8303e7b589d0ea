/**
 * Ends connections on which nothing moves. Node's own timers do so, but it sets two anew for every request, for longer
 * than there is to spare where the reply is ready. So a connection has none until it was seen to stand still.
 */
import type { Server } from "node:http";
import type { Socket } from "node:net";

const LOOK_EVERY_MS = 10_000;

/** @param stillMs how long nothing may move, counted from when it was seen: within two looks. */
export function endStillConnections(server: Server, stillMs: number, lookEveryMs = LOOK_EVERY_MS): void {
  const open = new Set<Connection>();
  server.on("connection", (socket) => {
    const connection = new Connection(socket);
    open.add(connection);
    socket.once("close", () => open.delete(connection));
  });
  server.once("listening", () => {
    const look = () => {
      for (const connection of open) connection.look(stillMs);
    };
    const looking = setInterval(look, lookEveryMs).unref();
    server.once("close", () => clearInterval(looking));
  });
}

class Connection {
  readonly #socket: Socket;
  readonly #setTimeout: Socket["setTimeout"];
  #bytes = 0;
  #isTimed = false;

  /** Takes the setting of timers out of the hands of the server. */
  constructor(socket: Socket) {
    this.#socket = socket;
    this.#setTimeout = socket.setTimeout.bind(socket);
    socket.setTimeout = () => socket;
  }

  /** A timer that is set starts again with whatever moves, even a part of what is being sent. */
  look(stillMs: number): void {
    const bytes = this.#socket.bytesRead + this.#socket.bytesWritten;
    const isStill = bytes === this.#bytes;
    this.#bytes = bytes;
    if (isStill === this.#isTimed) return;
    this.#isTimed = isStill;
    this.#setTimeout(isStill ? stillMs : 0);
  }
}
