/** Lets the days pass by themselves, the whole span in a few seconds. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Day } from "../../domain/day.ts";
import { settle } from "../address/navigation.ts";

const WHOLE_SPAN_IN_MS = 15_000;
const DAY_IN_MS = 86_400_000;
/** A short span goes by more slowly than this would take for it. */
const SHORTEST_SPAN_IN_MS = 60 * DAY_IN_MS;

interface Play {
  readonly playing: boolean;
  readonly start: (from: Day) => void;
  readonly stop: () => void;
}

/**
 * @param first and `last`: the span, at the end of which it stops.
 * @param show shows a day; of the functions given the newest is called.
 */
export function usePlay(first: Day, last: Day, show: (day: Day) => void): Play {
  const [playing, setPlaying] = useState(false);
  const frame = useRef<number | null>(null);
  const latest = useRef(show);
  latest.current = show;
  const stop = () => {
    if (frame.current === null) return;
    cancelAnimationFrame(frame.current);
    frame.current = null;
    settle();
    setPlaying(false);
  };
  const start = (from: Day) => {
    stop();
    const [begin, end] = [Date.parse(from), Date.parse(last)];
    const perMs = Math.max(end - Date.parse(first), SHORTEST_SPAN_IN_MS) / WHOLE_SPAN_IN_MS;
    const startedAt = performance.now();
    const step = (now: number) => {
      const reached = Math.min(end, begin + Math.max(0, now - startedAt) * perMs);
      latest.current(new Date(reached).toISOString().slice(0, 10));
      if (reached >= end) stop();
      else frame.current = requestAnimationFrame(step);
    };
    frame.current = requestAnimationFrame(step);
    setPlaying(true);
  };
  // Whoever leaves the page in the midst of it is not played on.
  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
    },
    [],
  );
  return { playing, start, stop };
}
