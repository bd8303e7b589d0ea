/** Looks at the beginning of a text that comes in, and gives all of it back to be read. */
import type { Source } from "./incoming-text.ts";

/** Enough for a header, or for the first line of NDJSON. */
const ENOUGH = 65_536;

export interface FirstLook {
  /** The first line, or as much of it as there is in the first 64 KB. */
  readonly line: string;
  /** Whether the line is whole. */
  readonly whole: boolean;
  readonly source: Source;
}

export async function firstLook(source: AsyncIterable<Uint8Array>): Promise<FirstLook> {
  const pieces = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let [size, text, ended] = [0, "", false];
  while (!ended && size < ENOUGH && !text.trimStart().includes("\n")) {
    const { value, done } = await pieces.next();
    ended = done === true;
    if (value === undefined) continue;
    seen.push(value);
    size += value.length;
    text = Buffer.concat(seen)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  }
  const [line = "", ...rest] = text.trimStart().split(/\r?\n/);
  return { line, whole: ended || rest.length > 0, source: again(seen, pieces) };
}

async function* again(
  seen: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* seen;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
