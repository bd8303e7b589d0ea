/** What was declared to happen in the years before a day, the latest first. */
import { useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import { type Day, plusDays } from "../../../domain/day.ts";
import type { Known } from "../../address/field.ts";
import { whole } from "../../answers/question.ts";
import { toDate } from "../../answers/spells.ts";
import { type Answered, useAnswer } from "../../answers/use-answer.ts";
import { useDelayed } from "../../shell/use-delayed.ts";

export type DeclaredChange = Schemas["Declaration"];

/** How far back is looked: enough to hold a page full of changes in any recent year. */
const DAYS_BACK = 2 * 365;

/** While the day is dragged, the changes stay those of the day where it last stood still. */
export function useLatest(
  day: Day,
  known: Known | null,
): Answered<readonly DeclaredChange[]> & { readonly url: string } {
  const still = useDelayed(day);
  const from = still < "0003" ? "0001-01-01" : plusDays(still, -DAYS_BACK);
  const asked = whole("/v1/declarations", {
    query: { state: "in-force", from, to: plusDays(still, 1), known: known ?? undefined },
  });
  const answered = useAnswer(asked);
  const value = useMemo(
    () => (answered.value === null ? null : latestFirst(answered.value.items, still)),
    [answered.value, still],
  );
  return { ...answered, value, url: asked.url };
}

/** Those that may have happened by the day; a date not quite known counts from its first day on. */
function latestFirst(declared: readonly DeclaredChange[], day: Day): DeclaredChange[] {
  const begun = declared.filter(
    ({ act, effective }) => act !== "rescind" && toDate(effective).earliest <= day,
  );
  return begun.sort((a, b) => {
    const [last, other] = [toDate(a.effective).earliest, toDate(b.effective).earliest];
    return last < other ? 1 : last > other ? -1 : 0;
  });
}
