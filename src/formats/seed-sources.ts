/** The sources of one coalition's file: each address once, cited by a key, and none of them for nothing. */
import type { Citation } from "../domain/source.ts";
import { expected, Fields } from "./seed-fields.ts";
import type { YamlValue } from "./seed-yaml.ts";

interface Source {
  readonly citation: Citation;
  readonly at: YamlValue;
}

/** Stands where a fault was told. */
const NO_SOURCE: Citation = {
  url: null,
  title: "",
  publisher: null,
  published: null,
  accessed: null,
  claims: null,
};

export class SeedSources {
  readonly #sources = new Map<string, Source>();
  readonly #cited = new Set<string>();

  constructor(block: YamlValue | null) {
    const addresses = new Map<string, string>();
    for (const { key, value } of block?.entries("`sources`") ?? []) {
      const name = key.text("A source's key");
      const citation = readCitation(value);
      const before = citation.url === null ? undefined : addresses.get(citation.url);
      if (before !== undefined) {
        key.fault(`The address of "${name}" is that of "${before}": describe it once, and cite that.`);
      }
      if (citation.url !== null) addresses.set(citation.url, name);
      this.#sources.set(name, { citation, at: key });
    }
  }

  /** The source that a line cites by its key, if it has one. */
  cite(key: YamlValue | null): Citation {
    if (key === null) return NO_SOURCE;
    const name = key.text("A source");
    const source = this.#sources.get(name);
    if (source === undefined) {
      const hint =
        this.#sources.size === 0 ? "the file has none." : expected(name, [...this.#sources.keys()]);
      if (name !== "") key.fault(`There is no source "${name}": ${hint}`);
      return NO_SOURCE;
    }
    this.#cited.add(name);
    return source.citation;
  }

  /** Tells which sources no line cited. */
  tellUncited(): void {
    for (const [name, { at }] of this.#sources) {
      if (!this.#cited.has(name)) at.fault(`No line cites the source "${name}": cite it, or take it out.`);
    }
  }
}

function readCitation(value: YamlValue): Citation {
  const fields = new Fields(value, "A source", ["url", "title", "publisher", "published", "accessed"]);
  const url = fields.textOrNull("url");
  if (url !== null && url !== "" && !isAddress(url)) {
    fields.at("url").fault(`\`url\` cannot be "${url}": it begins with https:// or http://.`);
  }
  return {
    url,
    title: fields.text("title"),
    publisher: fields.textOrNull("publisher"),
    published: fields.dateOrNull("published")?.edtf ?? null,
    accessed: fields.dayOrNull("accessed"),
    claims: null,
  };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}
