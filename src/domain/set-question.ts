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

/** Null is no. The order says which of two answers is the surer. */
type Answer = Certainty | null;
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

function every(answers: readonly Answer[]): Answer {
  return RISING.find((answer) => answers.includes(answer)) ?? "certain";
}

function any(answers: readonly Answer[]): Answer {
  return RISING.findLast((answer) => answers.includes(answer)) ?? null;
}

function not(answer: Answer): Answer {
  return RISING[2 - RISING.indexOf(answer)] ?? null;
}
