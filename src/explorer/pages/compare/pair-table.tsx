/** Each pair of coalitions on the day: how many are in both, and how alike the two are. */
import { useMemo } from "preact/hooks";
import type { Count } from "../../../domain/certainty.ts";
import type { Overlap } from "../../../domain/overlap.ts";
import type { Span } from "../../pictures/curve-scales.ts";
import { Sparkline } from "../../pictures/sparkline.tsx";
import type { Compared } from "./comparison.ts";
import { sharedSteps } from "./shared-steps.ts";

interface PairTableProps {
  readonly compared: readonly Compared[];
  readonly pairs: readonly Overlap[];
  readonly span: Span;
}

export function PairTable({ compared, pairs, span }: PairTableProps) {
  const labels = new Map(compared.map(({ id, label }) => [id, label]));
  const lines = useMemo(() => linesOf(compared, span), [compared, span]);
  // Of one pair the large curve below says the same.
  const several = pairs.length > 1;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys. */}
      <section class="scrolls" aria-label="Pairs" tabIndex={0}>
        <table class="pairs">
          <caption class="unseen">Pairs of coalitions on the day</caption>
          <thead>
            <tr>
              <th scope="col">Pair</th>
              <th scope="col" class="number of-one">
                In the first
              </th>
              <th scope="col" class="number of-one">
                In the second
              </th>
              <th scope="col" class="number">
                In both
              </th>
              <th scope="col" class="number">
                <abbr title="Of all who are certainly in one or the other, the share that is certainly in both">
                  Jaccard index
                </abbr>
              </th>
              {several && <th scope="col">In both over time</th>}
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ a, b, sizeA, sizeB, both, jaccard }) => (
              <tr key={`${a} ${b}`}>
                <th scope="row">
                  {labels.get(a)} <span class="muted">and</span> {labels.get(b)}
                </th>
                <td class="number of-one">
                  <Shown of={sizeA} />
                </td>
                <td class="number of-one">
                  <Shown of={sizeB} />
                </td>
                <td class="number">
                  <Shown of={both} />
                </td>
                <td class="number">{jaccard === null ? "–" : jaccard.toFixed(2)}</td>
                {several && <td class="line">{lines.get(`${a} ${b}`)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="muted note">
        The Jaccard index is, of all who are certainly in one or the other, the share that is certainly in
        both: 0 is nobody, 1 is everybody.
      </p>
    </>
  );
}

function Shown({ of: { certain, possible } }: { readonly of: Count }) {
  return (
    <>
      {certain}
      {possible > 0 && <span class="aside"> +{possible} possible</span>}
    </>
  );
}

/** They do not change with the day. */
function linesOf(compared: readonly Compared[], { from, to }: Span) {
  return new Map(
    compared.flatMap((a, index) =>
      compared.slice(index + 1).map((b) => {
        const steps = sharedSteps([a.asked, b.asked]);
        const last = steps.findLast(({ on }) => on <= to)?.certain ?? 0;
        const most = Math.max(0, ...steps.map(({ certain }) => certain));
        const label = `${a.label} and ${b.label}: at most ${most} in both, ${last} at the end`;
        return [
          `${a.id} ${b.id}`,
          <Sparkline key={b.id} steps={steps} from={from} to={to} label={label} />,
        ] as const;
      }),
    ),
  );
}
