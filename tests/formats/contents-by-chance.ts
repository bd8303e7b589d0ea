/** Declarations and claims made by chance, of every shape that JSON and CSV must carry. */
import fc from "fast-check";
import { type ClaimContent, COUNTINGS } from "../../src/domain/claim.ts";
import { ACTS, CONFIDENCES, type DeclarationContent, ROLES } from "../../src/domain/declaration.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { Citation } from "../../src/domain/source.ts";
import { STANDINGS } from "../../src/domain/spell.ts";

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.constantFrom("=1+1", "'@x", "two\nlines", 'say "hi", then', "Türkiye", "-5", "0012", "1e5"),
);
const textOrNull = fc.option(text);
const date = fc
  .constantFrom(
    "2014",
    "2014-09",
    "2014-09-05",
    "2014-09~",
    "2014-01-01/2014-02-03",
    "../2014",
    "2024-01-01/..",
  )
  .map(parsePartialDate);
const word = fc.constantFrom("political", "military", "a b", "-x");

const citation: fc.Arbitrary<Citation> = fc.record({
  url: textOrNull,
  title: text,
  publisher: textOrNull,
  published: textOrNull,
  accessed: textOrNull,
  claims: fc.option(
    fc.oneof(
      fc.record({ ordinal: fc.nat(), effective: textOrNull }),
      fc.record({ ordinal: fc.constant(null), effective: text }),
    ),
  ),
});

export const content: fc.Arbitrary<DeclarationContent> = fc
  .record({
    ref: textOrNull,
    coalition: text,
    party: textOrNull,
    act: fc.constantFrom(...ACTS),
    role: fc.constantFrom(...ROLES),
    predecessors: fc.array(fc.constantFrom("SUHH", "YUCS"), { maxLength: 2 }),
    declared: fc.option(date),
    effective: date,
    rescinds: textOrNull,
    supersedes: textOrNull,
    title: textOrNull,
    scope: fc.array(word, { maxLength: 2 }),
    confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
    note: textOrNull,
    sources: fc.array(citation, { maxLength: 2 }),
  })
  .map((each) => ({ ...each, role: each.act === "join" ? each.role : null }));

export const claim: fc.Arbitrary<ClaimContent> = fc.record({
  ref: textOrNull,
  coalition: text,
  on: date,
  total: fc.nat(),
  role: fc.constantFrom(...ROLES),
  standing: fc.option(fc.constantFrom(...STANDINGS)),
  counting: fc.constantFrom(...COUNTINGS),
  except: fc.array(fc.constantFrom("SYR", "eu"), { maxLength: 2 }),
  source: citation,
  note: textOrNull,
});
