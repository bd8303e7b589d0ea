/** The explorer: hands out the pages and files that the build made; for any other path it tells readers that there is none. */
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

/** Where programs ask: there a path that is not is told as a problem, to browsers too. */
const OF_PROGRAMS = /^\/v1(?:[/?]|$)/;

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
  // A reader who mistypes an address is told so by the page, with a way on; programs do not ask for text/html by name.
  app.addHook("onRequest", async (request, reply) => {
    const nowhere = request.is404 || Object.values(request.params as Record<string, string>).includes("");
    if (!nowhere || !["GET", "HEAD"].includes(request.method) || OF_PROGRAMS.test(request.url)) return;
    const wanted = preferred(request.headers.accept, ["application/problem+json", "text/html"]);
    if (wanted !== "text/html") return;
    reply.headers({ "cache-control": "no-cache", vary: "Accept", "content-security-policy": POLICY });
    return reply.code(404).type("text/html; charset=utf-8").send(page);
  });
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
