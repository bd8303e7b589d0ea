/** The nearest spelling, for the sentence "did you mean …?". */
import { distance } from "fastest-levenshtein";

/** The candidate nearest to a text that is none of them; undefined where nothing is near enough to be meant. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const byLower = new Map<string, string>();
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    if (!byLower.has(lower)) byLower.set(lower, candidate);
  }
  return byLower.get(nearestLower(text.toLowerCase(), byLower) ?? "");
}

/** A spelling, and the id that it means. */
export type Spelling = readonly [spelling: string, id: string];

/** Spellings made ready once, for a file in which every line may be misspelt. */
export class Spellings {
  readonly #idByLower = new Map<string, string>();

  constructor(spellings: Iterable<Spelling>) {
    for (const [spelling, id] of spellings) this.#idByLower.set(spelling.toLowerCase(), id);
  }

  /** The id whose spelling is nearest to the text; undefined where none is near enough to be meant. */
  nearest(text: string): string | undefined {
    return this.#idByLower.get(nearestLower(text.toLowerCase(), this.#idByLower) ?? "");
  }

  /** The id of the one entry that has a longer name with the text in it; undefined where several do. */
  containing(text: string): string | undefined {
    const sought = text.toLowerCase();
    const ids = new Set<string>();
    for (const [lower, id] of this.#idByLower) if (lower.includes(sought)) ids.add(id);
    return ids.size === 1 ? [...ids][0] : undefined;
  }
}

/** Of texts in lower case; the first of those that are equally near. */
function nearestLower(text: string, candidates: ReadonlyMap<string, unknown>): string | undefined {
  if (text === "") return undefined;
  if (candidates.has(text)) return text;
  let best: string | undefined;
  let least = Math.max(1, Math.round(text.length / 3)) + 1;
  for (const candidate of candidates.keys()) {
    // The lengths alone tell most of them apart, for far less than the distance costs.
    if (Math.abs(candidate.length - text.length) >= least) continue;
    const far = distance(text, candidate);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}
