/** The states of the ledger that there are. */
import { useMemo } from "preact/hooks";
import type { Schemas } from "../../client/client.ts";
import type { Known } from "../address/field.ts";
import { whole } from "../answers/question.ts";
import { useAnswer } from "../answers/use-answer.ts";

export type Revision = Schemas["Revision"];

/** The oldest first; null until they are there. Where there are very many, the newest of them. */
export function useRevisions(): readonly Revision[] | null {
  const { value } = useAnswer(whole("/v1/revisions", {}));
  return useMemo(
    () => (value === null ? null : [...value.items].sort((a, b) => a.revision - b.revision)),
    [value],
  );
}

/** The revision that a number or an instant means, the newest where nothing is said; undefined before the first. */
export function revisionAt(known: Known | null, revisions: readonly Revision[]): Revision | undefined {
  if (known === null) return revisions.at(-1);
  const numbered = /^\d+$/.test(known);
  const instant = Date.parse(known);
  return revisions.findLast(({ revision, recordedAt }) =>
    numbered ? revision <= Number(known) : Date.parse(recordedAt) <= instant,
  );
}
