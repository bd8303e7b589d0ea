/** How much the coalitions have in common: each pair on the day, and the number of common parties over time. */
import { useId, useMemo } from "preact/hooks";
import type { Day } from "../../../domain/day.ts";
import type { Overlap } from "../../../domain/overlap.ts";
import { changed, type PageAddress } from "../../address/address.ts";
import { glide, settle, visit } from "../../address/navigation.ts";
import { SizeCurve } from "../../pictures/size-curve.tsx";
import { TableBehind } from "../../pictures/table-behind.tsx";
import { today } from "../../shell/today.ts";
import { dayInWords } from "../../words/dates.ts";
import { type Compared, lifeOfAll } from "./comparison.ts";
import { PairTable } from "./pair-table.tsx";
import { listed, togetherInWords } from "./sentences.ts";
import { sharedSteps } from "./shared-steps.ts";
import { marksOf, turnsInWords } from "./shared-words.ts";

interface OverlapSectionProps {
  readonly address: PageAddress<"compare">;
  readonly compared: readonly Compared[];
  readonly pairs: readonly Overlap[];
  readonly day: Day;
}

export function OverlapSection({ address, compared, pairs, day }: OverlapSectionProps) {
  const heading = useId();
  const span = useMemo(() => lifeOfAll(compared, today()), [compared]);
  const { together } = address.query;
  const shown = useMemo(
    () => (together.length === 0 ? compared : compared.filter(({ id }) => together.includes(id))),
    [compared, together.join()],
  );
  const steps = useMemo(() => sharedSteps(shown.map(({ asked }) => asked)), [shown]);
  const nameOf = useMemo(() => namesOf(shown), [shown]);
  const marks = useMemo(() => marksOf(steps, nameOf), [steps, nameOf]);
  const names = listed(shown.map(({ label }) => label));
  const at = (on: Day) => changed(address, { on: on === today() ? null : on });
  const now = steps.findLast(({ on }) => on <= day) ?? { certain: 0, possible: 0 };
  const said = `${togetherInWords(now, shown.length)} on ${dayInWords(day)}`;
  return (
    <section class="overlap" aria-labelledby={heading}>
      <h2 id={heading}>How much they overlap</h2>
      <PairTable compared={compared} pairs={pairs} span={span} />
      <div class="section-head">
        <h3>In common over time</h3>
        {compared.length > 2 && (
          <label>
            Common to{" "}
            <select
              value={together.join()}
              onChange={({ currentTarget: { value } }) =>
                visit(changed(address, { query: { together: value === "" ? [] : value.split(",") } }))
              }
            >
              <option value="">all of them</option>
              {pairs.map(({ a, b }) => (
                <option key={`${a} ${b}`} value={`${a},${b}`}>
                  {listed(compared.filter(({ id }) => id === a || id === b).map(({ label }) => label))}
                </option>
              ))}
              {together.length > 2 && <option value={together.join()}>{names}</option>}
            </select>
          </label>
        )}
      </div>
      {steps.length === 0 ? (
        <p class="muted">{names} have had nobody in common on any day.</p>
      ) : (
        <>
          <p class="muted">
            {names}: {said}.
          </p>
          <SizeCurve
            steps={steps}
            marks={marks}
            totals={NO_TOTALS}
            from={span.from}
            to={span.to}
            day={day}
            label={`Curve of how many parties ${names} have in common, ${dayInWords(span.from)} to ${dayInWords(span.to)}: ${said}`}
            drag={(on) => glide(at(on))}
            drop={settle}
          />
          <TableBehind
            summary="The curve as a table"
            head={["From", "Certain", "Possible besides", "What changed"]}
            rows={() =>
              steps
                .filter(({ on }) => span.from <= on && on <= span.to)
                .map(({ on, certain, possible, turns }) => [
                  dayInWords(on),
                  certain,
                  possible,
                  turnsInWords(turns, nameOf, turns.length),
                ])
            }
          />
        </>
      )}
    </section>
  );
}

const NO_TOTALS: [] = [];

function namesOf(compared: readonly Compared[]): (party: string) => string {
  const names = new Map(
    compared.flatMap(({ asked }) => asked.map(({ party, row }) => [party, row.party.name] as const)),
  );
  return (party) => names.get(party) ?? party;
}
