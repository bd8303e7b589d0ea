/** Set questions about countries: in all of these coalitions, in none of those, in any of others. */

import { Type } from "typebox";
import type { Certainty } from "../domain/certainty.ts";
import type { Day } from "../domain/day.ts";
import { ROLES, type Role } from "../domain/declaration.ts";
import type { Registry } from "../domain/registry.ts";
import { answerFor } from "../domain/set-question.ts";
import { attendancesOn } from "../ledger/attendances.ts";
import type { Store } from "../ledger/store.ts";
import { idList, rostersAt } from "./id-lists.ts";
import { MEMBERS, onlyRole, param } from "./parameters.ts";
import { parameterProblem } from "./problem.ts";

const PARTS = ["memberOf", "notMemberOf", "memberOfAny"] as const;

export const SET_QUESTION = {
  memberOf: Type.Optional(idList("Only those in all of these coalitions.", "nato")),
  notMemberOf: Type.Optional(idList("Only those in none of these coalitions.", "eu")),
  memberOfAny: Type.Optional(idList("Only those in at least one of these coalitions.", "g7,g20")),
  ...MEMBERS,
  certainty: param.word(["certain", "possible", "any"], "Of a set question, only this certainty.", "any"),
};

export interface SetQuery {
  readonly memberOf?: string;
  readonly notMemberOf?: string;
  readonly memberOfAny?: string;
  readonly role?: Role | "any";
  readonly certainty?: Certainty | "any";
}

/** Answers the set question of a request for any party; null where the request has none. */
export async function setAnswer(
  store: Store,
  registry: Registry,
  asked: SetQuery,
  known: number,
  on: Day,
): Promise<((party: string) => Certainty | null) | null> {
  const { role = "member", certainty = "any" } = asked;
  if (PARTS.every((part) => asked[part] === undefined)) {
    for (const name of ["role", "certainty"] as const) if (asked[name] !== undefined) throw ofNoSet(name);
    return null;
  }
  const part = (name: (typeof PARTS)[number]) =>
    asked[name] === undefined ? [] : rostersAt(registry, asked[name], name);
  const [memberOf, notMemberOf, memberOfAny] = [part("memberOf"), part("notMemberOf"), part("memberOfAny")];
  const coalitions = [...new Set([...memberOf, ...notMemberOf, ...memberOfAny])];
  const roles = onlyRole(role).roles ?? ROLES;
  const present = await attendancesOn(store, { known, on, coalitions, roles });
  return (party) => {
    const answer = answerFor(party, { memberOf, notMemberOf, memberOfAny }, present);
    return certainty === "any" || answer === certainty ? answer : null;
  };
}

function ofNoSet(parameter: string) {
  const detail = `"${parameter}" belongs to a set question: give it with ${PARTS.join(", ")}.`;
  return parameterProblem({ code: "conflicting-parameters", detail, parameter, allowed: PARTS });
}
