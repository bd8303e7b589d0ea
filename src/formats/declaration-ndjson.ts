/** Declarations as NDJSON, one a line. */
import { readDeclaration } from "./declaration-json.ts";
import type { DeclarationLine, ReadLines } from "./declaration-lines.ts";
import type { Source } from "./incoming-text.ts";
import { ndjsonParts } from "./ndjson.ts";

/** Part by part, for a file of any size. */
export async function* declarationParts(source: Source): AsyncGenerator<ReadLines<DeclarationLine>> {
  for await (const part of ndjsonParts(source)) {
    const faults = [...part.faults];
    const lines: DeclarationLine[] = [];
    for (const { line, value } of part.lines) {
      const read = readDeclaration(value);
      if ("content" in read) lines.push({ line, content: read.content });
      else faults.push(...read.faults.map((fault) => ({ line, ...fault })));
    }
    yield { lines, faults };
  }
}
