/** Set questions over coalitions, answered for one party: yes for certain, possibly, or no. */
import type { Attendance } from "./attendance.ts";
import type { Certainty } from "./certainty.ts";

/** Coalitions by id; an empty list asks nothing. */
export interface SetQuestion {
  /** In all of them. */
  readonly memberOf: readonly string[];
  /** In none of them. */
  readonly notMemberOf: readonly string[];
  /** In at least one of them. */
  readonly memberOfAny: readonly string[];
}

/** Null is no. */
type Answer = Certainty | null;
/** From the least sure to the surest. */
const RISING: readonly Answer[] = [null, "possible", "certain"];

/** Certain if every part is, null if one is no: who is possibly in is possibly out as well. */
export function answerFor(
  party: string,
  question: SetQuestion,
  inCoalition: ReadonlyMap<string, Attendance>,
): Answer {
  const isIn = (coalition: string): Answer => inCoalition.get(coalition)?.get(party) ?? null;
  const { memberOf, notMemberOf, memberOfAny } = question;
  return every([
    ...memberOf.map(isIn),
    ...notMemberOf.map((coalition) => not(isIn(coalition))),
    ...(memberOfAny.length === 0 ? [] : [any(memberOfAny.map(isIn))]),
  ]);
}

/** As sure as the least sure. */
function every(answers: readonly Answer[]): Answer {
  return RISING[Math.min(...answers.map(sureness), 2)] ?? null;
}

/** As sure as the surest. */
function any(answers: readonly Answer[]): Answer {
  return RISING[Math.max(...answers.map(sureness), 0)] ?? null;
}

function not(answer: Answer): Answer {
  return RISING[2 - sureness(answer)] ?? null;
}

function sureness(answer: Answer): number {
  return RISING.indexOf(answer);
}
