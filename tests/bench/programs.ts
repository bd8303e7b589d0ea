/** The servers that are compared, each started as its makers start it; none of them logs requests. */
import type { DataSet } from "./data-sets.ts";
import { driver, PROGRAM, peer } from "./places.ts";
import type { Program } from "./processes.ts";

/** As `npm start`, on a database that is there; the log is as quiet as that of the others. */
export function ours(
  database: string,
  ready = "/healthz",
  settings: Readonly<Record<string, string>> = {},
): Program {
  const env = { DATABASE_FILE: database, LOG_LEVEL, SEED: "never", ...settings };
  return { args: () => [PROGRAM, "serve"], env: (port) => ({ PORT: String(port), ...env }), ready };
}

/** The others log nothing of a request, so neither does ours unless asked to. */
const LOG_LEVEL = process.env["BENCH_LOG_LEVEL"] ?? "warn";

/** Bare `node:http` that sends captured replies. */
export function bareHttp(replies: string): Program {
  return { args: (port) => [driver("bare-http"), String(port), replies], ready: "/" };
}

/** Bare Fastify that sends `{}`, with its documentation or without. */
export function bareFastify(documented: boolean): Program {
  return { args: (port) => [driver("bare-fastify"), String(port), String(documented)], ready: "/" };
}

export function soul({ table }: DataSet): Program {
  return {
    args: (port) => [peer("soul-cli/src/server.js"), "-d", table, "-p", String(port)],
    ready: "/api/tables/spells/rows?_limit=1",
  };
}

export function jsonServer({ json }: DataSet): Program {
  return {
    args: (port) => [
      peer("json-server/lib/cli/bin.js"),
      json,
      ...["--port", String(port), "--host", "127.0.0.1", "--quiet", "--read-only"],
    ],
    ready: "/spells?_limit=1",
  };
}
