/** The spells of a coalition or of a party over all time, ready for any day. */
import { useMemo } from "preact/hooks";
import type { Known } from "../address/field.ts";
import { whole } from "./question.ts";
import { type ShownSpell, toSpells } from "./spells.ts";
import { type Answered, useAnswer } from "./use-answer.ts";

/** Of all roles and standings, in the order of coalition, party and time. */
export function useMemberships(
  of: { readonly coalition: string } | { readonly party: string },
  known: Known | null,
): Answered<readonly ShownSpell[]> & { readonly url: string } {
  const asked = whole("/v1/memberships", { query: { ...of, known: known ?? undefined } });
  const answered = useAnswer(asked);
  const value = useMemo(
    () => (answered.value === null ? null : toSpells(answered.value.items)),
    [answered.value],
  );
  return { ...answered, value, url: asked.url };
}
