/** The body of a request: its media type, and its bytes as they arrive, up to the limit. */
import type { IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";
import { NotUtf8, textOf } from "../formats/incoming-text.ts";
import { Problem } from "./problem.ts";

/**
 * The media type of the body, one of those that the path takes.
 * @throws {Problem} where it is another, or the bytes are packed or of another encoding than UTF-8.
 */
export function mediaTypeOf<T extends string>(request: FastifyRequest, taken: readonly T[]): T {
  const { "content-type": header = "", "content-encoding": encoding = "identity" } = request.headers;
  const [type = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((part) => part.startsWith("charset="))
    ?.slice(8)
    .replaceAll('"', "");
  const found = taken.find((each) => each === type);
  if (found === undefined) {
    const given = type === "" ? "The body has no Content-Type" : `This path does not read ${type}`;
    throw unsupported(`${given}: it takes ${taken.join(", ")}.`, taken);
  }
  if (charset !== undefined && charset !== "utf-8") {
    throw unsupported(`The body is of ${charset}: send UTF-8.`, taken);
  }
  if (encoding.toLowerCase() !== "identity") {
    throw unsupported(`The body is packed as ${encoding}: send it as it is.`, taken);
  }
  return found;
}

function unsupported(detail: string, allowed: readonly string[]): Problem {
  const fault = { code: "unsupported-media-type", detail, allowed };
  return new Problem("unsupported-media-type", detail, [fault], {
    headers: { "accept-post": allowed.join(", ") },
  });
}

/** @throws {Problem} while it is read, where it is longer than `limit` bytes or breaks off. */
export async function* bytesOf(request: FastifyRequest, limit: number): AsyncGenerator<Uint8Array> {
  const body = request.body as IncomingMessage | undefined;
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  let size = 0;
  try {
    // What is not read is dropped with the connection, after the problem was sent.
    for await (const bytes of body?.iterator({ destroyOnReturn: false }) ?? []) {
      size += (bytes as Uint8Array).length;
      if (size > limit) throw tooLarge(limit);
      yield bytes as Uint8Array;
    }
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ECONNRESET") throw error;
    throw malformed("broken-off", "The body broke off before its end.");
  }
}

function tooLarge(limit: number): Problem {
  const detail = `The body is larger than ${limit} bytes: send it in parts, or ask for a higher BODY_LIMIT.`;
  const headers = { connection: "close" };
  return new Problem("body-too-large", detail, [{ code: "body-too-large", detail }], { headers });
}

/** The body as one JSON value. */
export async function jsonOf(request: FastifyRequest, limit: number): Promise<unknown> {
  let text = "";
  try {
    for await (const piece of textOf(bytesOf(request, limit))) text += piece;
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    throw malformed("bad-encoding", error.message);
  }
  if (text.trim() === "") throw malformed("empty-body", "The body is empty: send what is to be written.");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed("bad-json", `The body is not JSON: ${(error as Error).message}.`);
  }
}

function malformed(code: string, detail: string): Problem {
  return new Problem("malformed-body", detail, [{ code, detail }]);
}
