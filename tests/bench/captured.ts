/** A reply as it came over the wire, kept so that a bare server can send the same bytes and headers. */
import { writeFileSync } from "node:fs";
import { Agent, get } from "node:http";

export interface Captured {
  readonly path: string;
  readonly status: number;
  /** Name, value, name, value …; without those that Node gives by itself. */
  readonly headers: readonly string[];
  readonly body: string;
}

export interface Reply extends Captured {
  readonly text: string;
}

const BY_NODE = new Set(["date", "connection", "keep-alive"]);

export async function capture(
  port: number,
  paths: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const replies: Reply[] = [];
  for (const path of paths) replies.push(await asked(port, path, headers, agent));
  agent.destroy();
  return replies;
}

export function keepReplies(file: string, replies: readonly Reply[]): void {
  writeFileSync(file, JSON.stringify(replies.map(({ text: _, ...captured }) => captured)));
}

function asked(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers, agent }, (reply) => {
      const pieces: Buffer[] = [];
      reply.on("data", (piece: Buffer) => pieces.push(piece)).on("error", reject);
      reply.on("end", () => {
        const body = Buffer.concat(pieces);
        const own = reply.rawHeaders.flatMap((name, at, all) =>
          at % 2 === 1 || BY_NODE.has(name.toLowerCase()) ? [] : [name, all[at + 1] as string],
        );
        const status = reply.statusCode as number;
        resolve({ path, status, headers: own, body: body.toString("base64"), text: body.toString() });
      });
    }).on("error", reject);
  });
}
