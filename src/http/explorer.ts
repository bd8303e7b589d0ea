/** The explorer: hands out the pages and files that the build made, and nothing for any other path. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import files from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { preferred } from "./accept.ts";
import { clientHas } from "./caching.ts";

/** Every page is the same document; which one it shows, it reads from its address. */
export const EXPLORER_PATHS = ["/", "/coalitions/:id", "/parties/:id", "/compare", "/declarations/:id"];

/** Hidden from the OpenAPI document, which describes the service and not who uses it. */
const HIDDEN = { schema: { hide: true } };

/** Nothing from elsewhere, nothing written into the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** Whether the folder holds an explorer that was built. */
export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, "index.html")) && existsSync(join(folder, "assets"));
}

/** @param folder where the build put it; null where it was not built: then the documentation is where one begins. */
export function explorer(app: FastifyInstance, folder: string | null): void {
  if (folder === null) {
    app.get("/", HIDDEN, async (_request, reply) => reply.redirect("/docs"));
    return;
  }
  const page = readFileSync(join(folder, "index.html"));
  // Of its content: times of files are often those of a package, the same for every release.
  const tag = `"${createHash("sha256").update(page).digest("base64url").slice(0, 22)}"`;
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers({ "cache-control": "no-cache", etag: tag, "content-security-policy": POLICY });
    if (clientHas(request.headers["if-none-match"], tag)) return reply.code(304).send();
    return reply.type("text/html; charset=utf-8").send(page);
  };
  for (const path of EXPLORER_PATHS) {
    app.get(path, HIDDEN, async (request, reply) => {
      if (path !== "/") return answer(request, reply);
      reply.header("vary", "Accept");
      const wanted = preferred(request.headers.accept, ["text/html", "application/json"]);
      return wanted === "application/json" ? reply.redirect("/v1") : answer(request, reply);
    });
  }
  app.register(files, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    // A route for each file: what is not there is told like any other path that is not.
    wildcard: false,
    globIgnore: ["**/*.br", "**/*.gz"],
    index: false,
    decorateReply: false,
    preCompressed: true,
    // The name of a file changes with its content.
    immutable: true,
    maxAge: "1y",
  });
}
