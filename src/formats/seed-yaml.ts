/** Reads YAML as text: every scalar a string, every value with its place in the file. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { FaultList, Place } from "./seed-faults.ts";

interface Context {
  readonly file: string;
  readonly lines: LineCounter;
  readonly faults: FaultList;
}

/** The root of a file; null where it is no YAML, which is told. */
export function parseYaml(file: string, text: string, faults: FaultList): YamlValue | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const told = [...document.errors, ...document.warnings];
  for (const { pos, message } of told) faults.add({ file, line: lines.linePos(pos[0]).line }, message);
  return told.length > 0 ? null : new YamlValue(document.contents, 0, { file, lines, faults });
}

export class YamlValue {
  readonly #node: Node | null;
  readonly #offset: number;
  readonly #context: Context;

  /** @param offset where the value is said to be when it is empty. */
  constructor(node: unknown, offset: number, context: Context) {
    this.#node = node as Node | null;
    this.#offset = this.#node?.range?.[0] ?? offset;
    this.#context = context;
  }

  get place(): Place {
    const { file, lines } = this.#context;
    return { file, line: lines.linePos(this.#offset).line };
  }

  fault(message: string): void {
    this.#context.faults.add(this.place, message);
  }

  /** @param name what the value is called in a fault. */
  text(name: string): string {
    if (isAlias(this.#node)) this.fault(`${name} is an alias (*): write it out.`);
    else if (!isScalar(this.#node)) this.fault(`${name} should be a text.`);
    else if (String(this.#node.value ?? "").trim() === "") {
      this.fault(`${name} is empty: give it a value, or leave it out.`);
    } else return String(this.#node.value).trim();
    return "";
  }

  list(name: string): YamlValue[] {
    if (isSeq(this.#node)) return this.#node.items.map((item) => this.#within(item, item));
    this.fault(`${name} should be a list, like [a, b].`);
    return [];
  }

  /** The keys with their values; null where it is no mapping, which is told. */
  entries(name: string): { key: YamlValue; value: YamlValue }[] | null {
    if (isMap(this.#node)) {
      return this.#node.items.map(({ key, value }) => ({
        key: this.#within(key, key),
        value: this.#within(value, key),
      }));
    }
    this.fault(`${name} should be a mapping, like { key: value }.`);
    return null;
  }

  #within(node: unknown, near: unknown): YamlValue {
    return new YamlValue(node, (near as Node | null)?.range?.[0] ?? this.#offset, this.#context);
  }
}
