/** Long replies: sent piece by piece at the reader's pace, under a file name that tells what they hold. */
import { Readable } from "node:stream";
import type { Pages } from "../formats/chunks.ts";
import { inChunks } from "../formats/chunks.ts";
import type { Question } from "./reading.ts";

/** Few, so that a slow reader makes the writing wait rather than the memory grow. */
const PIECES_AHEAD = 2;

/**
 * A fault before the first piece is thrown, and so told as a problem; a later one breaks the connection,
 * so that what was cut short cannot be taken for whole.
 */
export async function streamed(pages: Pages<string>): Promise<Readable> {
  const pieces = inChunks(pages);
  const first = await pieces.next();
  return Readable.from(wholeOf(first, pieces), { highWaterMark: PIECES_AHEAD });
}

async function* wholeOf(first: IteratorResult<string>, rest: AsyncGenerator<string>) {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

/** `accession-coalitions-nato-members-2020-01-01-r28.csv`: the path, the days and the state asked. */
export function attachment(
  path: string,
  { from, to }: { readonly from?: string | number; readonly to?: string | number },
  { on, revision }: Pick<Question, "on" | "revision">,
  extension: string,
): string {
  const parts = [...path.split("/").slice(2), from, to, on, `r${revision}`];
  const name = ["accession", ...parts.filter((part) => part !== undefined && part !== null)]
    .join("-")
    .replace(/[^\w.-]+/g, "-");
  return `attachment; filename="${name}.${extension}"`;
}
