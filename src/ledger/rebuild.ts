/** Derives a projection anew from the ledger, coalition by coalition and revision by revision (law 1). */
import { type CoalitionFacts, derive } from "../domain/derivation.ts";
import { difference, NOTHING } from "./difference.ts";
import type { ProjectionChange } from "./ledger-line.ts";

/** All that the ledger ever took in about one coalition. */
export interface Story {
  readonly coalition: string;
  /** Every revision at which what is derived may differ from before, in their order. */
  readonly revisions: readonly number[];
  readonly factsAt: (revision: number) => CoalitionFacts;
}

/** What each revision changed in the projection of the coalition: the same as was written with it. */
export function* retold(
  story: Story,
): Iterable<{ readonly revision: number; readonly change: ProjectionChange }> {
  let before = NOTHING;
  for (const revision of story.revisions) {
    const now = derive(story.factsAt(revision));
    for (const change of difference(story.coalition, before, now)) yield { revision, change };
    before = now;
  }
}
