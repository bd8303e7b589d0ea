/** The files that an import reads: each with its name, what it holds, and how far it was read. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type EntryKind, kindOfHeader, kindOfValue, type Shape, shapeOf } from "../formats/entry-kind.ts";
import { firstLook } from "../formats/first-look.ts";
import { Refused, WrongUsage } from "./exits.ts";

export interface Input {
  /** As it was given; told with the lines of faults. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

export interface KnownInput extends Input {
  readonly shape: Shape;
  readonly kind: EntryKind;
}

const STANDARD_INPUT = "-";
/** A broken first line would look like the beginning of a value that goes over many. */
const NAMED_NDJSON = /\.(?:ndjson|jsonl)$/i;

/** Standard input is kept in a file until `use` is done, since a table of spells is read twice. */
export async function withInputs<T>(
  names: readonly string[],
  use: (inputs: readonly Input[]) => Promise<T>,
): Promise<T> {
  if (names.filter((name) => name === STANDARD_INPUT).length > 1) {
    throw new WrongUsage("Standard input can be read once: give `-` once.");
  }
  let folder: string | null = null;
  try {
    const inputs: Input[] = [];
    for (const name of names) {
      if (name !== STANDARD_INPUT) {
        inputs.push({ name, path: name, size: sizeOf(name) });
        continue;
      }
      folder = mkdtempSync(join(tmpdir(), "accession-"));
      const path = join(folder, "standard-input");
      await pipeline(process.stdin, createWriteStream(path));
      inputs.push({ name: "standard input", path, size: sizeOf(path) });
    }
    return await use(inputs);
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true });
  }
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Refused(`There is no file ${path}.`);
  if (found.isDirectory()) throw new Refused(`${path} is a folder: name the files in it.`);
  return found.size;
}

/** Its bytes, from the beginning; `read` is told how many came. */
export async function* bytesOf(input: Input, read: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(input.path)) {
    read((bytes as Buffer).length);
    yield bytes as Buffer;
  }
}

/** @param as what the command line says that it is; left out, its beginning tells. */
export async function known(input: Input, as: EntryKind | undefined): Promise<KnownInput> {
  const { line, whole } = await firstLook(bytesOf(input, () => {}));
  if (line === "") throw new Refused(`${input.name}: there is nothing in it.`);
  const shape = shapeOf(line, whole && !NAMED_NDJSON.test(input.name));
  const kind = as ?? kindIn(shape, line);
  if (kind !== null) return { ...input, shape, kind };
  throw new Refused(
    `${input.name}:1: It cannot be told what this holds: say it by --as, and name the columns in the first line.`,
  );
}

function kindIn(shape: Shape, line: string): EntryKind | null {
  if (shape === "csv") return kindOfHeader(line);
  // A whole value may be cut off after its first line, or a line be broken: by it alone, declarations are what is sent so.
  try {
    const value: unknown = JSON.parse(line);
    if (shape === "ndjson") return kindOfValue(value);
    return kindOfValue(Array.isArray(value) ? value[0] : value) ?? "declarations";
  } catch {
    return "declarations";
  }
}
