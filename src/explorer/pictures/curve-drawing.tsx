/** What of a size curve stays as it is while the day moves: axes, curve, changes, published totals. */
import type { Verdict } from "../../domain/claim.ts";
import type { Place } from "./curve-places.ts";
import type { Plane, Scales } from "./curve-scales.ts";

interface CurveDrawingProps {
  readonly plane: Plane;
  readonly scales: Scales;
  readonly paths: { readonly certain: string; readonly under: string; readonly possible: string };
  readonly marks: readonly Place[];
  readonly totals: readonly (Place & { readonly verdict: Verdict })[];
}

export function CurveDrawing({ plane, scales, paths, marks, totals }: CurveDrawingProps) {
  const { left, right, bottom } = plane;
  return (
    <>
      <g class="curve-axis">
        {scales.sizes.map(({ y, label }) => (
          <g key={label}>
            <line x1={left} x2={right} y1={y} y2={y} />
            <text x={left - 6} y={y} dy="0.32em" text-anchor="end">
              {label}
            </text>
          </g>
        ))}
        {scales.days.map(({ x, label }) => (
          <g key={`${x} ${label}`}>
            <line x1={x} x2={x} y1={bottom} y2={bottom + 5} />
            <text x={x} y={bottom + 18} text-anchor="middle">
              {label}
            </text>
          </g>
        ))}
      </g>
      <path class="curve-under" d={paths.under} />
      {paths.possible !== "" && <path class="curve-possible" d={paths.possible} />}
      <path class="curve-certain" d={paths.certain} />
      {marks.map(({ key, x, y }) => (
        <circle key={key} class="curve-mark" cx={x} cy={y} r="2.5" />
      ))}
      {totals.map(({ key, x, y, verdict }) => (
        <TotalSign key={key} x={x} y={y} verdict={verdict} />
      ))}
    </>
  );
}

interface TotalSignProps {
  readonly x: number;
  readonly y: number;
  readonly verdict: Verdict;
}

/** The form says the verdict, so that the colour need not: a full diamond, an empty one, a cross. */
export function TotalSign({ x, y, verdict }: TotalSignProps) {
  const d = verdict === "mismatch" ? "M-4-4l8 8m0-8l-8 8" : "M0-5l5 5l-5 5l-5-5z";
  return <path class="curve-total" data-verdict={verdict} d={d} transform={`translate(${x} ${y})`} />;
}
