/** A coalition in one look: its name, how many are in on the day, and how that came about. */
import { useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { Count } from "../../../domain/certainty.ts";
import type { Day } from "../../../domain/day.ts";
import type { Address } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import type { SizeStep } from "../../answers/size-steps.ts";
import { Sparkline } from "../../pictures/sparkline.tsx";
import { KIND_NAMES } from "../../words/names.ts";

interface CoalitionCardProps {
  readonly coalition: Schemas["Coalition"];
  readonly to: Address;
  /** Null where there is nothing to draw. */
  readonly steps: readonly SizeStep[] | null;
  readonly count: Count | null;
  readonly span: { readonly from: Day; readonly to: Day };
  readonly day: Day;
}

export function CoalitionCard({ coalition, to, steps, count, span, day }: CoalitionCardProps) {
  const { name, shortName, kind, coverage } = coalition;
  const none = coverage === "none";
  // The same node while the day moves: it is not even compared again.
  const course = useMemo(
    () => steps !== null && steps.length > 0 && <Sparkline steps={steps} {...span} label={inWords(steps)} />,
    [steps, span],
  );
  return (
    <li class="card">
      <h3>
        <Link to={to}>{name}</Link>
      </h3>
      <p class="aside">
        {shortName === null ? "" : `${shortName} · `}
        {KIND_NAMES[kind]}
      </p>
      {none || count === null ? (
        <p class="size none">{none ? "Its roster is not held here." : "…"}</p>
      ) : (
        <p class="size">
          <span class="certain">{count.certain}</span> {count.certain === 1 ? "member" : "members"}
          {count.possible > 0 && <span class="possible"> and possibly {count.possible} more</span>}
          {coverage === "partial" && <span class="aside"> · partial roster</span>}
        </p>
      )}
      {course && (
        <div class="course">
          {course}
          <span class="day" style={{ insetInlineStart: `${placeOf(day, span) * 100}%` }} />
        </div>
      )}
    </li>
  );
}

/** From 0 at the first day to 1 at the last. */
function placeOf(day: Day, { from, to }: CoalitionCardProps["span"]): number {
  const [at, first, last] = [Date.parse(day), Date.parse(from), Date.parse(to)];
  return Math.min(1, Math.max(0, (at - first) / Math.max(1, last - first)));
}

function inWords(steps: readonly SizeStep[]): string {
  const most = steps.reduce((a, b) => (b.certain > a.certain ? b : a));
  const [first, last] = [steps[0] as SizeStep, steps.at(-1) as SizeStep];
  return `${first.certain + first.possible} in ${yearOf(first.on)}, at most ${most.certain} in ${yearOf(most.on)}, ${last.certain} since ${yearOf(last.on)}`;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
