/** What the log keeps of a request: never a key, wherever somebody put it. */
import type { FastifyRequest } from "fastify";
import { TOKEN_IN_TEXT } from "../ledger/key.ts";

export function loggerOptions(level: string) {
  return {
    level,
    redact: ["req.headers.authorization", "headers.authorization"],
    serializers: {
      req: ({ method, url, host, ip }: FastifyRequest) => ({
        method,
        url: withoutKeys(url),
        host,
        remoteAddress: ip,
      }),
    },
  };
}

function withoutKeys(text: string): string {
  return text.replace(TOKEN_IN_TEXT, "acc_…");
}
