/** The size of every coalition on every day, from one request. */
import { useMemo } from "preact/hooks";
import { edges } from "../../../domain/certainty.ts";
import { type Day, isDay, later } from "../../../domain/day.ts";
import { grouped } from "../../../domain/grouping.ts";
import type { Known } from "../../address/field.ts";
import { whole } from "../../answers/question.ts";
import { type SizeStep, sizeSteps } from "../../answers/size-steps.ts";
import { toSpells } from "../../answers/spells.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { today } from "../../shell/today.ts";

export interface Sizes {
  /** By coalition; null until they are there, and where there are too many spells to ask for all. */
  readonly steps: ReadonlyMap<string, readonly SizeStep[]> | null;
  readonly tooMany: boolean;
  /** The days that all cards show, so that they can be compared. */
  readonly span: { readonly from: Day; readonly to: Day };
  readonly edges: readonly Day[];
  /** The address of the spells. */
  readonly url: string;
}

/** The oldest of the coalitions with a roster that most readers look for. */
const USUAL_BEGIN: Day = "1945-01-01";

export function useSizes(known: Known | null): Sizes {
  const asked = whole("/v1/memberships", { query: { role: "member", known: known ?? undefined } });
  const { value } = useAnswer(asked);
  const now = today();
  return useMemo(() => {
    const tooMany = value !== null && value.items.length < value.total;
    const nothing = { steps: null, tooMany, span: { from: USUAL_BEGIN, to: now }, edges: [], url: asked.url };
    if (value === null || tooMany) return nothing;
    const spells = toSpells(value.items);
    const days = edges(spells).filter(isDay);
    const steps = new Map(
      [...grouped(spells, ({ coalition }) => coalition)].map(([id, own]) => [id, sizeSteps(own)] as const),
    );
    const span = { from: days[0] ?? USUAL_BEGIN, to: later(days.at(-1) ?? now, now) };
    return { ...nothing, steps, span, edges: days };
  }, [value, now, asked.url]);
}
