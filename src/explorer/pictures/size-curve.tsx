/** The size of a coalition over time: certain, possible, each change marked, published totals beside them. */
import type { TargetedPointerEvent } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Day } from "../../domain/day.ts";
import { dayInWords } from "../words/dates.ts";
import { CurveDrawing } from "./curve-drawing.tsx";
import { CurveLegend } from "./curve-legend.tsx";
import {
  type Mark,
  type Place,
  type PublishedTotal,
  placeAt,
  placesOfMarks,
  placesOfTotals,
} from "./curve-places.ts";
import {
  curvePaths,
  highestOf,
  type Plane,
  type SizeStep,
  type Span,
  scalesOf,
  shownSteps,
} from "./curve-scales.ts";
import { Tip } from "./tip.tsx";
import { useWidth } from "./use-width.ts";

interface SizeCurveProps extends Span {
  /** In order. */
  readonly steps: readonly SizeStep[];
  readonly marks: readonly Mark[];
  readonly totals: readonly PublishedTotal[];
  readonly day: Day;
  /** What the picture says, for those who do not see it. */
  readonly label: string;
  /** Shows the day while it is dragged. */
  readonly drag: (day: Day) => void;
  /** It was let go. */
  readonly drop: () => void;
}

const HEIGHT = 220;
/** How near to a change or a total a pointer means it, in pixels. */
const REACH = 8;

export function SizeCurve({ steps, marks, totals, from, to, day, label, drag, drop }: SizeCurveProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 900);
  const [told, setTold] = useState<Place | null>(null);
  const plane: Plane = useMemo(
    () => ({ left: 40, right: width - 14, top: 10, bottom: HEIGHT - 26 }),
    [width],
  );
  const { scales, places, drawing, possible } = useMemo(() => {
    const shown = shownSteps(steps, { from, to });
    const highest = highestOf(
      shown,
      totals.map(({ total }) => total),
    );
    const scales = scalesOf({ from, to }, highest, plane);
    const [changes, published] = [placesOfMarks(marks, shown, scales), placesOfTotals(totals, scales)];
    const paths = curvePaths(shown, scales);
    return {
      scales,
      places: [...published, ...changes],
      possible: paths.possible !== "",
      // The same node while the day moves: it is not even compared again.
      drawing: (
        <CurveDrawing plane={plane} scales={scales} paths={paths} marks={changes} totals={published} />
      ),
    };
  }, [steps, marks, totals, from, to, plane]);

  const placeOf = (event: TargetedPointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const handlers = {
    onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setTold(null);
      drag(scales.dayAt(placeOf(event).x));
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => {
      const { x, y } = placeOf(event);
      if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(scales.dayAt(x));
      else setTold(placeAt(places, x, y, REACH));
    },
    onPointerLeave: () => setTold(null),
    onPointerUp: drop,
    onPointerCancel: drop,
  };
  const x = scales.x(day);
  return (
    <figure class="curve">
      <div ref={frame} class="curve-frame" style={{ height: `${HEIGHT}px` }} {...handlers}>
        <svg role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
          {drawing}
          <g class="curve-day" transform={`translate(${x} 0)`}>
            <line y1={plane.top - 4} y2={plane.bottom} />
            <circle cy={plane.bottom} r="6" />
          </g>
        </svg>
        {told !== null && <Tip left={told.x / width} top={told.y / HEIGHT} text={told.text} />}
      </div>
      <figcaption>
        <CurveLegend
          possible={possible}
          changes={marks.length > 0}
          verdicts={new Set(totals.map(({ verdict }) => verdict))}
        />
        <span class="aside">The line is {dayInWords(day)}; drag it.</span>
      </figcaption>
    </figure>
  );
}
