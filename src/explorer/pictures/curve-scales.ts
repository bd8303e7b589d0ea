/** Days across, parties upward: the scales of a size curve, and back from a place to a day. */
import { max } from "d3-array";
import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../../domain/day.ts";

/** The size from a day on, until the next step. */
export interface SizeStep {
  readonly on: Day;
  readonly certain: number;
  readonly possible: number;
}

/** The days that a picture shows, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The inside of the picture, in pixels. */
export interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scales {
  readonly x: (day: Day) => number;
  readonly y: (size: number) => number;
  /** The day at a place; places outside are the first and the last day. */
  readonly dayAt: (x: number) => Day;
  readonly days: readonly { readonly x: number; readonly label: string }[];
  readonly sizes: readonly { readonly y: number; readonly label: string }[];
}

const DAY_WIDTH_OF_LABEL = 70;

export function scalesOf(span: Span, highest: number, plane: Plane): Scales {
  const x = scaleUtc([at(span.from), at(span.to)], [plane.left, plane.right]).clamp(true);
  const y = scaleLinear([0, Math.max(1, highest)], [plane.bottom, plane.top]).nice(4);
  const years = x.ticks(Math.max(2, Math.floor((plane.right - plane.left) / DAY_WIDTH_OF_LABEL)));
  const label = x.tickFormat();
  return {
    x: (day) => x(at(inside(day, span))),
    y,
    dayAt: (place) => inside(x.invert(place).toISOString().slice(0, 10), span),
    days: years.map((tick) => ({ x: x(tick), label: label(tick) })),
    sizes: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => ({ y: y(tick), label: String(tick) })),
  };
}

export function highestOf(steps: readonly SizeStep[], totals: readonly number[] = []): number {
  return max([...steps.map(({ certain, possible }) => certain + possible), ...totals]) ?? 0;
}

/** The steps within the span, with the size at its beginning and at its end. */
export function shownSteps(steps: readonly SizeStep[], span: Span): SizeStep[] {
  const before = steps.findLast(({ on }) => on <= span.from) ?? { certain: 0, possible: 0 };
  const within = steps.filter(({ on }) => span.from < on && on <= span.to);
  const shown = [{ ...before, on: span.from }, ...within];
  const last = shown.at(-1) as SizeStep;
  return last.on < span.to ? [...shown, { ...last, on: span.to }] : shown;
}

/** What is certain as a line, and what is possible as the band above it. */
export function curvePaths(
  shown: readonly SizeStep[],
  { x, y }: Pick<Scales, "x" | "y">,
): { readonly certain: string; readonly under: string; readonly possible: string } {
  const certain = line<SizeStep>(
    (step) => x(step.on),
    (step) => y(step.certain),
  ).curve(curveStepAfter);
  const under = area<SizeStep>(
    (step) => x(step.on),
    y(0),
    (step) => y(step.certain),
  ).curve(curveStepAfter);
  const band = area<SizeStep>(
    (step) => x(step.on),
    (step) => y(step.certain),
    (step) => y(step.certain + step.possible),
  ).curve(curveStepAfter);
  const any = shown.some(({ possible }) => possible > 0);
  const steps = [...shown];
  return {
    certain: certain(steps) ?? "",
    under: under(steps) ?? "",
    possible: any ? (band(steps) ?? "") : "",
  };
}

function inside(day: Day, { from, to }: Span): Day {
  if (day === BEFORE_ALL || day < from) return from;
  return day === AFTER_ALL || day > to ? to : day;
}

function at(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
