/** The page of several coalitions side by side: who is in which, and how much they have in common over time. */
import { changed, type PageAddress } from "../../address/address.ts";
import { visit } from "../../address/navigation.ts";
import { ShownAnswer } from "../../shell/answer.tsx";
import { today } from "../../shell/today.ts";
import { useView } from "../../shell/view.ts";
import { choosing, fitting, labelOf } from "./choice.ts";
import { ChoiceNotices } from "./choice-notices.tsx";
import { CoalitionPicker } from "./coalition-picker.tsx";
import { lifeOfAll, turningDays } from "./comparison.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { listed } from "./sentences.ts";
import { Suggestions } from "./suggestions.tsx";
import { useComparison } from "./use-comparison.ts";
import { dataOf } from "./view-data.ts";

export function ComparePage({ address: asked }: { readonly address: PageAddress<"compare"> }) {
  const { coalitions, choice, compared, spellUrls } = useComparison(asked);
  const { query, strays } = fitting(
    asked.query,
    choice.compared.map(({ id }) => id),
  );
  const address = { ...asked, query };
  const { value } = compared;
  const shown = value !== null && value.length >= 2 ? value : null;
  const names = listed(choice.chosen.map(labelOf));
  useView({
    title: choice.chosen.length < 2 ? "Compare coalitions" : `${names} compared`,
    data: shown === null ? [] : dataOf(address, shown, spellUrls),
    // Before the spells are there, the slider has its place already.
    span: shown !== null ? lifeOfAll(shown, today()) : waitingSpan(asked),
    edges: shown === null ? [] : turningDays(shown),
  });
  const choose = (ids: readonly string[]) => visit(changed(asked, { query: choosing(asked.query, ids) }));
  return (
    <article class="compare">
      <header>
        <p class="kind">Comparison</p>
        <h1>{choice.chosen.length < 2 ? "Compare coalitions" : names}</h1>
        {choice.chosen.length >= 2 && (
          <p class="muted">{choice.chosen.map(({ name }) => name).join(" · ")}</p>
        )}
      </header>
      <ShownAnswer to={coalitions} what="the coalitions">
        {(all) => (
          <>
            <CoalitionPicker all={all} chosen={choice.chosen} times={asked} choose={choose} />
            <ChoiceNotices choice={choice} all={all} strays={strays} known={asked.known} choose={choose} />
            {choice.compared.length < 2 ? (
              <Suggestions all={all} chosen={choice.chosen} times={asked} />
            ) : (
              <ShownAnswer to={compared} what="their members">
                {(each) => <ComparisonView address={address} compared={each} />}
              </ShownAnswer>
            )}
          </>
        )}
      </ShownAnswer>
    </article>
  );
}

function waitingSpan({ query }: PageAddress<"compare">) {
  return query.coalitions.length < 2 ? null : { from: "1945-01-01", to: today() };
}
