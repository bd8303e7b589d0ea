/** The nearest spelling is the one that looking at every one of them would find. */
import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, it } from "vitest";
import { nearest, Spellings } from "../../src/ledger/nearest.ts";

const letters = fc.constantFrom("a", "b", "B", "é", " ");
const word = fc.string({ unit: letters, maxLength: 9 });
const name = fc.string({ unit: letters, minLength: 1, maxLength: 9 });

/** By the definition: the first of the nearest, if no more than a third of the text differs, or one letter. */
function byLookingAtAll(text: string, candidates: readonly string[]): string | undefined {
  if (text === "") return undefined;
  const far = (candidate: string) => distance(text.toLowerCase(), candidate.toLowerCase());
  const allowed = Math.max(1, Math.round(text.length / 3));
  const least = Math.min(...candidates.map(far));
  return least <= allowed ? candidates.find((candidate) => far(candidate) === least) : undefined;
}

describe("the nearest spelling", () => {
  it("is that of looking at all of them", () => {
    fc.assert(
      fc.property(word, fc.array(name, { maxLength: 12 }), (text, candidates) => {
        expect(nearest(text, candidates)).toBe(byLookingAtAll(text, candidates));
      }),
      { numRuns: 2000 },
    );
  });

  it("leads to the id that it means, or to the only one that has the text in it", () => {
    const names = new Spellings([
      ["Syria", "SYR"],
      ["Congo", "COG"],
      ["DR Congo", "COD"],
      ["Global Coalition against Daesh", "global-coalition"],
    ]);
    expect(names.nearest("Siria")).toBe("SYR");
    expect(names.nearest("congo")).toBe("COG");
    expect(names.nearest("Atlantis")).toBeUndefined();
    expect(names.containing("daesh")).toBe("global-coalition");
    expect(names.containing("cong")).toBeUndefined();
  });
});
