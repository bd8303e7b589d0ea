/** When each line of the seed had become known: the day on which the ledger of that time would have taken it in. */
import type { ClaimContent } from "../domain/claim.ts";
import { AFTER_ALL, type Day, later } from "../domain/day.ts";
import type { DeclarationContent } from "../domain/declaration.ts";
import { type PartialDate, parsePartialDate } from "../domain/partial-date.ts";
import type { Citation } from "../domain/source.ts";
import { FaultList } from "./seed-faults.ts";
import type { Seed } from "./seed-files.ts";
import type { SeedLine } from "./seed-lines.ts";

export type DatedLine = { readonly day: Day } & (
  | { readonly kind: "declaration"; readonly line: SeedLine<DeclarationContent> }
  | { readonly kind: "claim"; readonly line: SeedLine<ClaimContent> }
);

/**
 * The lines in the order of the files, but each after those that it takes back or replaces.
 * @throws {SeedFaults} where a line would only become known after `today`, or names itself in a circle.
 */
export function datedLines(seed: Seed, today: Day): DatedLine[] {
  const faults = new FaultList();
  const dated = seed.coalitions.flatMap(({ declarations, claims }) => {
    const known = knownAfterNamed(declarations, faults);
    return [
      ...declarations.map((line) => ({ kind: "declaration" as const, line, ...known(line) })),
      ...claims.map((line) => ({ kind: "claim" as const, line, day: dayOfClaim(line.content), depth: 0 })),
    ];
  });
  for (const { day, line } of dated) {
    if (day <= today) continue;
    faults.add(
      line.place,
      `The line would be known only from ${day}, which is to come: give it \`declared\`, or a source its \`published\`.`,
    );
  }
  faults.throwIfAny();
  return dated.sort((a, b) => a.depth - b.depth);
}

/** The day of each declaration, not before that of one which it names, and how many stand before it. */
function knownAfterNamed(declarations: readonly SeedLine<DeclarationContent>[], faults: FaultList) {
  const byRef = new Map(declarations.map((line) => [line.content.ref, line]));
  const known = (
    { content, place }: SeedLine<DeclarationContent>,
    steps = 0,
  ): { day: Day; depth: number } => {
    const own = { day: dayOfDeclaration(content), depth: 0 };
    if (steps > declarations.length) {
      faults.add(place, "The lines that this one names lead back to it: take out one of them.");
      return own;
    }
    const named = [content.rescinds, content.supersedes]
      .flatMap((ref) => (ref === null ? [] : (byRef.get(ref) ?? [])))
      .map((line) => known(line, steps + 1));
    return named.reduce(
      (known, other) => ({
        day: later(known.day, other.day),
        depth: Math.max(known.depth, other.depth + 1),
      }),
      own,
    );
  };
  return (line: SeedLine<DeclarationContent>) => known(line);
}

/** Published, else declared, else in effect. */
function dayOfDeclaration({ sources, declared, effective }: DeclarationContent): Day {
  return published(sources) ?? lastDay(declared ?? effective);
}

function dayOfClaim({ source, on }: ClaimContent): Day {
  return published([source]) ?? lastDay(on);
}

/** The earliest over the sources that tell when they were published. */
function published(sources: readonly Citation[]): Day | null {
  const days = sources.flatMap((source) =>
    source.published === null ? [] : lastDay(parsePartialDate(source.published)),
  );
  return days.sort()[0] ?? null;
}

/** The last day that it may be; `a/..` counts as known from a. */
function lastDay({ earliest, latest }: PartialDate): Day {
  return latest === AFTER_ALL ? earliest : latest;
}
