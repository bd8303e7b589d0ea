/** The nearest spelling, for the sentence "did you mean …?". */
import { closest, distance } from "fastest-levenshtein";

/** The candidate nearest to a text that is none of them; undefined where nothing is near enough to be meant. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  if (text === "" || all.length === 0) return undefined;
  const lower = text.toLowerCase();
  const exact = all.find((candidate) => candidate.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const best = closest(
    lower,
    all.map((candidate) => candidate.toLowerCase()),
  );
  const far = distance(lower, best) > Math.max(1, Math.round(lower.length / 3));
  return far ? undefined : all.find((candidate) => candidate.toLowerCase() === best);
}

/** A spelling, and the id that it means. */
export type Spelling = readonly [spelling: string, id: string];

/** The id whose spelling is nearest to the text; undefined where none is near enough to be meant. */
export function nearestId(text: string, spellings: readonly Spelling[]): string | undefined {
  const ids = new Map(spellings);
  return ids.get(nearest(text, ids.keys()) ?? "");
}
