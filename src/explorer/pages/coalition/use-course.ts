/** What of a coalition does not change with the day: worked out once for each state of the ledger. */
import { useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import { edges } from "../../../domain/certainty.ts";
import { type Day, isDay } from "../../../domain/day.ts";
import { type SizeStep, sizeSteps } from "../../answers/size-steps.ts";
import { type ShownSpell, toDate } from "../../answers/spells.ts";
import type { Mark } from "../../pictures/curve-places.ts";
import type { Span } from "../../pictures/curve-scales.ts";
import { type Happening, happenings, lifeOf, marksOf } from "./course.ts";
import { answering, type RosterFilter } from "./day-of-coalition.ts";
import { actNames } from "./spell-words.ts";

export interface Course {
  readonly life: Span;
  /** The days on which something may change, whatever the role. */
  readonly edges: readonly Day[];
  /** The spells that answer the question of the roster, and their course. */
  readonly spells: readonly ShownSpell[];
  readonly steps: readonly SizeStep[];
  readonly happenings: readonly Happening[];
  readonly marks: readonly Mark[];
  /** By the id of a declaration. */
  readonly acts: ReadonlyMap<string, string>;
}

export function useCourse(
  coalition: Schemas["CoalitionDetail"] | null,
  all: readonly ShownSpell[] | null,
  { role, standing }: RosterFilter,
  today: Day,
): Course | null {
  return useMemo(() => {
    if (coalition === null || all === null) return null;
    const spells = answering(all, { role, standing });
    const told = happenings(spells);
    return {
      life: lifeOf(coalition.founded && toDate(coalition.founded), all, today),
      edges: edges(all).filter(isDay),
      spells,
      steps: sizeSteps(spells),
      happenings: told,
      marks: marksOf(told),
      acts: actNames(all),
    };
  }, [coalition, all, role, standing, today]);
}
