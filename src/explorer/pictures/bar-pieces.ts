/** Memberships as pieces of a bar: what is certain, what is possible, and what goes on beyond the picture. */
import { type ScaleTime, scaleUtc } from "d3-scale";
import { utcYear } from "d3-time";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../../domain/day.ts";
import type { Bounds } from "../../domain/partial-date.ts";
import type { Span } from "./curve-scales.ts";

/** Holds from some day of `from` up to, and not on, some day of `to`; null where nothing ends it. */
export interface Extent {
  readonly from: Bounds;
  readonly to: Bounds | null;
}

/** A part of a bar, in pixels. */
export interface Piece {
  readonly x: number;
  readonly width: number;
}

export interface BarPieces {
  /** All days on which it may hold; null where none is in the picture. */
  readonly possible: Piece | null;
  /** The days on which it holds whatever the dates turn out to be; null where there are none. */
  readonly certain: Piece | null;
  /** It goes on beyond the last day of the picture. */
  readonly goesOn: boolean;
}

/** Days across. */
export interface TimeAxis {
  readonly span: Span;
  readonly width: number;
  /** The place of a day; days outside stand at the edge. */
  readonly x: (day: Day) => number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

/** Years stand on round numbers, months where the picture spans hardly two. */
const YEARS_APART = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const YEAR_IN_MS = 366 * 86_400_000;
const ROOM_OF_A_YEAR = 58;
const ROOM_OF_A_MONTH = 100;
/** A membership of a few days is still seen. */
const LEAST_WIDTH = 3;

export function timeAxis(span: Span, width: number): TimeAxis {
  const scale = scaleUtc([at(span.from), at(span.to)], [0, width]).clamp(true);
  return {
    span,
    width,
    x: (day) => {
      if (day === BEFORE_ALL) return 0;
      return day === AFTER_ALL ? width : scale(at(day));
    },
    ticks: ticksOf(scale, width),
  };
}

function ticksOf(scale: ScaleTime<number, number>, width: number): { x: number; label: string }[] {
  const [from, to] = scale.domain() as [Date, Date];
  const years = (to.getTime() - from.getTime()) / YEAR_IN_MS;
  const apart = YEARS_APART.find((each) => (width / years) * each >= ROOM_OF_A_YEAR) ?? 1;
  const label = scale.tickFormat();
  const ticks =
    years < 2
      ? scale.ticks(Math.max(2, Math.floor(width / ROOM_OF_A_MONTH)))
      : utcYear.range(from, new Date(to.getTime() + 1)).filter((year) => year.getUTCFullYear() % apart === 0);
  return ticks.map((tick) => ({ x: scale(tick), label: label(tick) }));
}

export function barPieces({ from, to }: Extent, axis: TimeAxis): BarPieces {
  const last = to?.latest ?? AFTER_ALL;
  return {
    possible: pieceOf(from.earliest, last, axis),
    certain: pieceOf(from.latest, to?.earliest ?? AFTER_ALL, axis),
    goesOn: from.earliest <= axis.span.to && last > axis.span.to,
  };
}

/** @param to the first day on which it no longer holds. */
function pieceOf(from: Day, to: Day, { span, width, x }: TimeAxis): Piece | null {
  if (from >= to || from > span.to || to <= span.from) return null;
  const [start, end] = [x(from), x(to)];
  const wide = Math.max(end - start, LEAST_WIDTH);
  // What is made wider stays within the picture.
  return { x: Math.min(start, width - wide), width: wide };
}

function at(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
