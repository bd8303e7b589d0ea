/** Compresses replies for clients that take it: large ones at once, streams piece by piece as they are written. */
import { pipeline, Readable } from "node:stream";
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { codingOf } from "./coding.ts";

/** Less fits one packet, compressed or not. */
const LEAST_BYTES = 1_400;
/** What the service itself writes: pages and their files are compressed when they are built. */
const COMPRESSED = /^(?:application\/(?:json|x-ndjson|graphml\+xml|yaml)|text\/csv)\b/;

/** By trying, on rosters: the next steps take half as long again for a twentieth less. */
const GZIP = { level: 4 };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
/** Each piece goes out as it comes. */
const GZIP_PIECES = { ...GZIP, flush: constants.Z_SYNC_FLUSH };
const BROTLI_PIECES = { ...BROTLI, flush: constants.BROTLI_OPERATION_FLUSH };

export function compressReplies(app: FastifyInstance): void {
  app.addHook("onSend", (request, reply, payload, done) => done(null, compressed(request, reply, payload)));
}

function compressed(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const type = String(reply.getHeader("content-type") ?? "");
  if (reply.statusCode !== 200 || !COMPRESSED.test(type)) return payload;
  if (!reply.hasHeader("vary")) reply.header("vary", "Accept-Encoding");
  const coding = codingOf(request.headers["accept-encoding"]);
  if (coding === "identity" || reply.hasHeader("content-encoding")) return payload;
  if (payload instanceof Readable) {
    reply.header("content-encoding", coding);
    if (request.method === "HEAD") return payload;
    const pieces = coding === "br" ? createBrotliCompress(BROTLI_PIECES) : createGzip(GZIP_PIECES);
    // A fault on either side ends the other, and so breaks the connection.
    return pipeline(payload, pieces, () => {});
  }
  if (typeof payload !== "string" && !Buffer.isBuffer(payload)) return payload;
  const bytes = Buffer.from(payload);
  if (bytes.length < LEAST_BYTES) return payload;
  reply.header("content-encoding", coding);
  return coding === "br" ? brotliCompressSync(bytes, BROTLI) : gzipSync(bytes, GZIP);
}
