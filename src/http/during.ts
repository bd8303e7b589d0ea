/** The days between the parameters `from` and `to`. */
import { AFTER_ALL, BEFORE_ALL, type Day } from "../domain/day.ts";
import { parameterProblem } from "./problem.ts";

/** The days of `[from, to)`, null where one is left out. */
export function daysBetween(from: Day | undefined, to: Day | undefined) {
  during(from, to);
  return { from: from ?? null, to: to ?? null };
}

/** The days of `[from, to)`, open where one is left out; nothing where both are. */
export function during(
  from: Day | undefined,
  to: Day | undefined,
): { readonly during?: { readonly from: Day; readonly to: Day } } {
  if (from === undefined && to === undefined) return {};
  if (from !== undefined && to !== undefined && to <= from) {
    const detail = `"to" is ${to}, and it is the day after the last one that counts: give one after ${from}.`;
    throw parameterProblem({ code: "empty-interval", detail, parameter: "to" });
  }
  return { during: { from: from ?? BEFORE_ALL, to: to ?? AFTER_ALL } };
}
