/** Where one begins: search, all coalitions with their size over time, and what changed last. */
import type { PageAddress } from "../../address/address.ts";
import { question } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { ShownAnswer } from "../../shell/answer.tsx";
import { Search } from "../../shell/search.tsx";
import { today } from "../../shell/today.ts";
import { useView } from "../../shell/view.ts";
import { Coalitions } from "./coalitions.tsx";
import { LatestChanges } from "./latest-changes.tsx";
import { useLatest } from "./use-latest.ts";
import { useSizes } from "./use-sizes.ts";

export function HomePage({ address }: { readonly address: PageAddress<"home"> }) {
  const { on, known } = address;
  const day = on ?? today();
  const sizes = useSizes(known);
  // Who is in is worked out from the spells; only where these are too many the service counts, day by day.
  const asked = question("/v1/coalitions", {
    query: { known: known ?? undefined, on: sizes.tooMany ? day : undefined },
  });
  const coalitions = useAnswer(asked);
  const ofDay = question("/v1/coalitions", { query: { on: on ?? undefined, known: known ?? undefined } });
  const latest = useLatest(day, known);
  useView({
    title: "",
    data: [
      { label: "Coalitions", url: ofDay.url, list: true },
      { label: "Members over time", url: sizes.url, list: true },
      { label: "Latest changes", url: latest.url, list: true },
    ],
    span: sizes.span,
    edges: sizes.edges,
  });
  return (
    <div class="home">
      <section class="hero">
        <h1>Who belonged to which coalition, on any day</h1>
        <p class="lede">
          Alliances, unions, accords and coalitions, with every accession, withdrawal and suspension, who says
          so, and what was known when. Drag the day to see them grow and shrink.
        </p>
        <Search times={address} large />
      </section>
      <section class="latest-changes" aria-labelledby="latest">
        <h2 id="latest">Latest changes</h2>
        <ShownAnswer to={latest} what="what changed last">
          {(changes) => <LatestChanges changes={changes} day={day} times={address} />}
        </ShownAnswer>
      </section>
      <section class="coalitions" aria-labelledby="coalitions">
        <h2 id="coalitions">Coalitions</h2>
        <ShownAnswer to={coalitions} what="the coalitions">
          {({ items }) => <Coalitions address={address} coalitions={items} sizes={sizes} day={day} />}
        </ShownAnswer>
      </section>
    </div>
  );
}
