/** What was declared, as the sentence that heads the page. */
import type { Schemas } from "../../../client/client.ts";
import { toDate } from "../../answers/spells.ts";
import { today } from "../../shell/today.ts";
import { type Declared, sentenceOf } from "../../words/acts.ts";

/** @param takenBack what a rescission takes back, once that is there. */
export function headline(declaration: Schemas["DeclarationDetail"], takenBack: Declared | null): string {
  const { state, effective } = declaration;
  const coming = toDate(effective).earliest > today();
  const tense = state === "rescinded" ? "meant" : coming ? "coming" : "past";
  return sentenceOf(declaration, tense, takenBack);
}
