/** Newline-delimited JSON: one value a line, written, and read with the number of each line. */
import { fault } from "../ledger/checks.ts";
import type { Pages } from "./chunks.ts";
import { NotUtf8, type Source, textOf } from "./incoming-text.ts";
import type { LineFault } from "./line-fault.ts";

export async function* ndjsonPages(pages: Pages<unknown>): AsyncGenerator<Iterable<string>> {
  for await (const page of pages) yield valueLines(page);
}

function* valueLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

export interface NdjsonLine {
  readonly line: number;
  readonly value: unknown;
}

export interface NdjsonPart {
  readonly lines: readonly NdjsonLine[];
  readonly faults: readonly LineFault[];
}

/** Empty lines are passed over; each line that is no JSON is a fault of its own. */
export async function readNdjson(source: Source): Promise<NdjsonPart> {
  const [lines, faults]: [NdjsonLine[], LineFault[]] = [[], []];
  for await (const part of ndjsonParts(source)) {
    for (const line of part.lines) lines.push(line);
    for (const fault of part.faults) faults.push(fault);
  }
  return { lines, faults };
}

/** The same part by part, for a file of any size. */
export async function* ndjsonParts(source: Source): AsyncGenerator<NdjsonPart> {
  let [lines, faults]: [NdjsonLine[], LineFault[]] = [[], []];
  const take = (text: string, line: number) => {
    if (text.trim() === "") return;
    try {
      lines.push({ line, value: JSON.parse(text) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const detail = `This line is not JSON: each line holds one whole value. ${error.message}.`;
      faults.push({ line, ...fault("bad-shape", null, detail) });
    }
  };
  let [rest, line] = ["", 0];
  try {
    for await (const piece of textOf(source)) {
      const whole = (rest + piece).split("\n");
      rest = whole.pop() ?? "";
      for (const text of whole) {
        line += 1;
        take(text, line);
      }
      yield { lines, faults };
      [lines, faults] = [[], []];
    }
    take(rest, line + 1);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    faults.push({ line: line + 1, ...fault("bad-shape", null, error.message) });
  }
  yield { lines, faults };
}
