/** Everything that the page of a comparison asks the service for: the coalitions, and their spells over all time. */
import { useMemo } from "preact/hooks";
import type { PageAddress } from "../../address/address.ts";
import { whole } from "../../answers/question.ts";
import { toSpells } from "../../answers/spells.ts";
import { type Answered, useAnswer } from "../../answers/use-answer.ts";
import { useAnswers } from "../../answers/use-answers.ts";
import { useLasting } from "../../answers/use-lasting.ts";
import { type Choice, type CoalitionRow, choiceOf } from "./choice.ts";
import { type Compared, comparedOf } from "./comparison.ts";

interface Comparison {
  readonly coalitions: Answered<readonly CoalitionRow[]>;
  readonly choice: Choice;
  /** Empty while there are fewer than two to compare. */
  readonly compared: Answered<readonly Compared[]>;
  /** Where the spells were asked, by the id of the coalition. */
  readonly spellUrls: ReadonlyMap<string, string>;
}

const NONE: readonly CoalitionRow[] = [];
const NO_CHOICE: Choice = { chosen: [], compared: [], unknown: [] };

export function useComparison({ known, query }: PageAddress<"compare">): Comparison {
  const { coalitions, role } = query;
  const inLedger = known ?? undefined;
  const listed = useAnswer(whole("/v1/coalitions", { query: { known: inLedger } }));
  const lasting = useLasting(listed.value, "coalitions");
  const all = lasting?.items ?? null;
  const names = coalitions.join();
  const choice = useMemo(
    () => (all === null ? NO_CHOICE : choiceOf(names === "" ? [] : names.split(","), all)),
    [all, names],
  );
  const together = choice.compared.length < 2 ? NONE : choice.compared;
  const questions = together.map(({ id }) =>
    whole("/v1/memberships", { query: { coalition: id, known: inLedger } }),
  );
  const answered = useAnswers(questions);
  const spells = useMemo(() => answered.value?.map(({ items }) => toSpells(items)) ?? null, [answered.value]);
  const fresh = useMemo(
    () => (spells === null ? null : comparedOf(together, spells, role)),
    [spells, together, role],
  );
  // While another state of the ledger is on its way, the one before stays.
  const value = useLasting(fresh, `${together.map(({ id }) => id).join()} ${role}`);
  return {
    coalitions: { ...listed, value: all },
    choice,
    compared: { ...answered, value },
    spellUrls: new Map(together.map(({ id }, index) => [id, questions[index]?.url ?? ""])),
  };
}
