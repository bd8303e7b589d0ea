/** Text that is made line by line, gathered into pieces worth sending, with a pause for others after each. */
import { setImmediate } from "node:timers/promises";

/** Items as they come: page by page, each page made only when the one before it is used up. */
export type Pages<T> = Iterable<Iterable<T>> | AsyncIterable<Iterable<T>>;

const ENOUGH = 65_536;

/** Whoever reads decides the pace. A fault in the making goes on to the reader, after the pieces before it. */
export async function* inChunks(pages: Pages<string>): AsyncGenerator<string> {
  let chunk = "";
  for await (const page of pages) {
    for (const line of page) {
      chunk += line;
      if (chunk.length < ENOUGH) continue;
      yield chunk;
      chunk = "";
      await setImmediate();
    }
  }
  if (chunk !== "") yield chunk;
}
