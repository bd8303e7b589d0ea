/** Text that comes in whole or in pieces, handed on in pieces small enough that others are not kept waiting. */
import { setImmediate } from "node:timers/promises";
import { TextDecoder } from "node:util";

export type Source = string | AsyncIterable<Uint8Array>;

const PIECE = 8_192;
const BYTE_ORDER_MARK = "\uFEFF";

export class NotUtf8 extends Error {
  override readonly message = "From here on the bytes are not UTF-8: save the file in that encoding.";
}

/**
 * The text without a byte order mark.
 * @throws {NotUtf8}
 */
export async function* textOf(source: Source): AsyncGenerator<string> {
  if (typeof source !== "string") return yield* decoded(source);
  for (let at = source.startsWith(BYTE_ORDER_MARK) ? 1 : 0; at < source.length; at += PIECE) {
    yield source.slice(at, at + PIECE);
    await setImmediate();
  }
}

async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      yield decode(decoder, bytes.subarray(at, at + PIECE), true);
      await setImmediate();
    }
  }
  yield decode(decoder, new Uint8Array(), false);
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    if (error instanceof TypeError) throw new NotUtf8();
    throw error;
  }
}
