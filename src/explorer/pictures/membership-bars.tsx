/** Memberships over time: a bar for each, with what is uncertain hatched and suspensions dotted. */
import type { ComponentChildren } from "preact";
import { useId, useMemo, useRef } from "preact/hooks";
import type { Day } from "../../domain/day.ts";
import type { Role } from "../../domain/declaration.ts";
import { type Extent, type TimeAxis, timeAxis } from "./bar-pieces.ts";
import type { Span } from "./curve-scales.ts";
import { BarPatterns, MembershipBar } from "./membership-bar.tsx";
import { BarsLegend } from "./membership-bars-legend.tsx";
import { useWidth } from "./use-width.ts";

/** One coalition and role. */
export interface BarRow {
  readonly key: string;
  /** Names the coalition; may be a link. */
  readonly label: ComponentChildren;
  /** When, in a few words. */
  readonly aside: string;
  readonly role: Role;
  /** In order; none overlaps the next for certain. */
  readonly held: readonly Extent[];
  /** The parts of what is held during which the party was suspended. */
  readonly suspended: readonly Extent[];
}

interface MembershipBarsProps extends Span {
  readonly rows: readonly BarRow[];
  readonly day: Day;
  readonly today: Day;
  /** What the picture says, for those who do not see it. */
  readonly label: string;
}

export function MembershipBars({ rows, from, to, day, today, label }: MembershipBarsProps) {
  const patterns = useId();
  const plane = useRef<HTMLDivElement>(null);
  const width = useWidth(plane, 800);
  const axis = useMemo(() => timeAxis({ from, to }, width), [from, to, width]);
  // The same nodes while the day moves: they are not even compared again.
  const drawing = useMemo(
    () => (
      <ol class="bar-rows">
        {rows.map(({ key, label, aside, ...bar }) => (
          <li key={key}>
            <span class="bar-label">
              {label} <span class="aside">{aside}</span>
            </span>
            <MembershipBar {...bar} axis={axis} patterns={patterns} />
          </li>
        ))}
      </ol>
    ),
    [rows, axis, patterns],
  );
  const within = from <= day && day <= to;
  return (
    <figure class="bars" aria-label={label}>
      <BarPatterns id={patterns} />
      <div class="bars-frame">
        <div class="bars-plane" ref={plane} aria-hidden="true">
          <Years axis={axis} />
          {today < to && <div class="bars-coming" style={{ left: `${axis.x(today)}px` }} />}
          {within && <div class="bars-day" style={{ transform: `translateX(${axis.x(day)}px)` }} />}
        </div>
        {drawing}
      </div>
      <figcaption>
        <BarsLegend rows={rows} patterns={patterns} coming={today < to} />
      </figcaption>
    </figure>
  );
}

/** Written above and below, for the many bars of a large country. */
function Years({ axis: { ticks } }: { readonly axis: TimeAxis }) {
  return (
    <>
      {ticks.map(({ x, label }) => (
        <div key={label} class="bars-year" data-at={x < 16 ? "start" : "middle"} style={{ left: `${x}px` }}>
          <span>{label}</span>
          <span>{label}</span>
        </div>
      ))}
    </>
  );
}
