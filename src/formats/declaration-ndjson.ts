/** Declarations as NDJSON, one a line. */
import { readDeclaration } from "./declaration-json.ts";
import type { DeclarationLine, ReadLines } from "./declaration-lines.ts";
import type { Source } from "./incoming-text.ts";
import { readNdjson } from "./ndjson.ts";

export async function readDeclarationNdjson(source: Source): Promise<ReadLines<DeclarationLine>> {
  const read = await readNdjson(source);
  const faults = [...read.faults];
  const lines: DeclarationLine[] = [];
  for (const { line, value } of read.lines) {
    const declaration = readDeclaration(value);
    if ("content" in declaration) lines.push({ line, content: declaration.content });
    else faults.push(...declaration.faults.map((fault) => ({ line, ...fault })));
  }
  return { lines, faults };
}
