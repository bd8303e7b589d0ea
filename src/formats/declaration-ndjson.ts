/** Declarations as NDJSON, one a line. */
import { readDeclaration } from "./declaration-json.ts";
import type { DeclarationLine, ReadLines } from "./declaration-lines.ts";
import type { Source } from "./incoming-text.ts";
import type { LineFault } from "./line-fault.ts";
import { ndjsonParts } from "./ndjson.ts";

export async function readDeclarationNdjson(source: Source): Promise<ReadLines<DeclarationLine>> {
  const [lines, faults]: [DeclarationLine[], LineFault[]] = [[], []];
  for await (const part of ndjsonParts(source)) {
    for (const fault of part.faults) faults.push(fault);
    for (const { line, value } of part.lines) {
      const read = readDeclaration(value);
      if ("content" in read) lines.push({ line, content: read.content });
      else faults.push(...read.faults.map((fault) => ({ line, ...fault })));
    }
  }
  return { lines, faults };
}
