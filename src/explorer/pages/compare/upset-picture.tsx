/**
 * Intersections as an UpSet: a column for each combination of coalitions, its size as a bar above, dots for
 * the coalitions that are in it below. A column is a button that chooses it.
 */
import { useId, useMemo, useRef } from "preact/hooks";
import { useWidth } from "../../pictures/use-width.ts";
import type { Compared, OnDay } from "./comparison.ts";
import { countOf, sizeOf, sizeOfIntersection } from "./sentences.ts";
import { UpsetColumn } from "./upset-column.tsx";
import { ROW, ROWS_FROM, upsetPlan } from "./upset-columns.ts";

interface UpsetPictureProps {
  readonly compared: readonly Compared[];
  readonly found: OnDay;
  /** The combination that is chosen; empty for none. */
  readonly exactly: readonly string[];
  readonly whereOf: (ids: readonly string[]) => string;
  readonly choose: (ids: readonly string[]) => void;
}

export function UpsetPicture({ compared, found, exactly, whereOf, choose }: UpsetPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 900);
  const hatch = useId();
  const { intersections, attendances } = found;
  const plan = useMemo(
    () => upsetPlan(width, intersections.length, compared.length),
    [width, intersections.length, compared.length],
  );
  const longest = Math.max(...intersections.map((each) => each.certain.length + each.possible.length));
  const sizes = compared.map(({ id }) => sizeOf(attendances.get(id) ?? new Map()));
  const largest = Math.max(1, ...sizes.map(({ certain, possible }) => certain + possible));
  const doubtful = intersections.some(({ possible }) => possible.length > 0);
  return (
    <figure class="upset">
      <div
        class="upset-frame"
        ref={frame}
        style={{ height: `${plan.height}px`, "--names": `${plan.names}px`, "--hatch": `url(#${hatch})` }}
      >
        <svg class="unseen" width="0" height="0" aria-hidden="true">
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="upset-hatch-ground" width="5" height="5" />
            <rect class="upset-hatch-stripe" width="2" height="5" />
          </pattern>
        </svg>
        <ul class="upset-sets" style={{ top: `${ROWS_FROM}px` }}>
          {compared.map(({ id, label }, index) => {
            const size = sizes[index] ?? { certain: 0, possible: 0 };
            return (
              <li key={id} style={{ height: `${ROW}px` }}>
                <span class="upset-name">{label}</span>
                <span class="upset-size">
                  {size.certain}
                  {size.possible > 0 && <span class="aside">+{size.possible}</span>}
                </span>
                <svg class="upset-set-bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                  <rect class="upset-certain" width={(100 * size.certain) / largest} height="10" />
                  <rect
                    class="upset-possible"
                    x={(100 * size.certain) / largest}
                    width={(100 * size.possible) / largest}
                    height="10"
                  />
                </svg>
              </li>
            );
          })}
        </ul>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, which this is not. */}
        <div class="upset-columns" role="group" aria-label="Combinations of coalitions, the largest first">
          {intersections.map((each) => {
            const { coalitions } = each;
            const pressed = coalitions.join() === exactly.join();
            return (
              <UpsetColumn
                key={coalitions.join()}
                plan={plan}
                dots={compared.map(({ id }) => coalitions.includes(id))}
                size={sizeOfIntersection(each)}
                longest={longest}
                label={`${whereOf(coalitions)}: ${countOf(sizeOfIntersection(each))}`}
                pressed={pressed}
                choose={() => choose(pressed ? [] : coalitions)}
              />
            );
          })}
        </div>
      </div>
      <figcaption>
        <ul class="legend">
          <li>
            <svg aria-hidden="true" width="18" height="12">
              <rect class="upset-certain" width="18" height="12" />
            </svg>
            Certain
          </li>
          {doubtful && (
            <li style={{ "--hatch": `url(#${hatch})` }}>
              <svg aria-hidden="true" width="18" height="12">
                <rect class="upset-possible" x="0.5" y="0.5" width="17" height="11" />
              </svg>
              Possible besides: in one of several columns
            </li>
          )}
        </ul>
        <span class="aside">Each party stands in one column. Choose a column to list its parties.</span>
      </figcaption>
    </figure>
  );
}
