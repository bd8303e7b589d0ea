/** The two days between which changes are told. */
import { type Day, plusDays } from "../../../domain/day.ts";
import type { QueryOf } from "../../address/pages.ts";

const FIVE_YEARS = 5 * 365 + 1;

/** Where the address says nothing, the five years up to today; it does not follow the day that is dragged. */
export function windowOf(
  { from, to }: Pick<QueryOf<"coalition">, "from" | "to">,
  today: Day,
): { readonly from: Day; readonly to: Day } {
  const end = to ?? plusDays(today, 1);
  return { from: from ?? plusDays(end, -FIVE_YEARS), to: end };
}
