/** The slider of `on`: the day in the world that a page is about, dragged, stepped, picked or played. */
import type { TargetedKeyboardEvent } from "preact";
import { type Day, earlier, isDay, later, plusDays } from "../../domain/day.ts";
import { type Address, changed } from "../address/address.ts";
import { glide, settle, visit } from "../address/navigation.ts";
import { dayInWords } from "../words/dates.ts";
import { DayPicker } from "./day-picker.tsx";
import { today } from "./today.ts";
import { usePlay } from "./use-play.ts";
import type { View } from "./view.ts";

const DAY_IN_MS = 86_400_000;
/** How far the keys go whose own stride would be a tenth of the slider. */
const STRIDES: Readonly<Record<string, number>> = { PageUp: 365, PageDown: -365 };

interface DaySliderProps {
  readonly address: Address;
  readonly span: NonNullable<View["span"]>;
  readonly edges: readonly Day[];
}

export function DaySlider({ address, span, edges }: DaySliderProps) {
  const now = today();
  const on = address.on ?? now;
  const [first, last] = [earlier(span.from, on), later(span.to, on)];
  const at = (day: Day) => changed(address as never, { on: day === now ? null : day }) as Address;
  const { playing, start, stop } = usePlay(first, last, (day) => glide(at(day)));
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const stride = STRIDES[event.key];
    if (stride === undefined) return;
    event.preventDefault();
    glide(at(earlier(last, later(first, plusDays(on, stride)))));
  };
  const step = (to: Day | undefined, label: string, path: string) => (
    <button
      type="button"
      class="icon"
      aria-label={label}
      title={label}
      disabled={to === undefined}
      onClick={() => {
        stop();
        if (to !== undefined) visit(at(to));
      }}
    >
      <Icon path={path} />
    </button>
  );
  return (
    <div class="day-slider">
      <DayPicker day={on} pick={(day) => glide(at(day))} picked={settle} />
      <span class="steps">
        {step(
          edges.findLast((edge) => edge < on && isDay(edge)),
          "Previous change",
          "M14 6l-6 6 6 6",
        )}
        <button
          type="button"
          class="icon"
          aria-label={playing ? "Pause" : "Play"}
          title={playing ? "Pause" : "Play the days"}
          onClick={() => (playing ? stop() : start(on >= last ? first : on))}
        >
          <Icon path={playing ? "M8 5v14M16 5v14" : "M8 5l11 7-11 7z"} />
        </button>
        {step(
          edges.find((edge) => edge > on && isDay(edge)),
          "Next change",
          "M10 6l6 6-6 6",
        )}
      </span>
      <input
        type="range"
        aria-label="Day"
        aria-valuetext={dayInWords(on)}
        min={numberOf(first)}
        max={numberOf(last)}
        step={1}
        value={numberOf(on)}
        onInput={(event) => {
          stop();
          glide(at(dayOf(event.currentTarget.valueAsNumber)));
        }}
        onKeyDown={onKeyDown}
        onPointerUp={settle}
        onPointerCancel={settle}
        onBlur={settle}
      />
      <button type="button" class="to-today" disabled={address.on === null} onClick={() => visit(at(now))}>
        Today
      </button>
    </div>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <path
        d={path}
        fill={path.endsWith("z") ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}

function numberOf(day: Day): number {
  return Date.parse(day) / DAY_IN_MS;
}

function dayOf(number: number): Day {
  return new Date(number * DAY_IN_MS).toISOString().slice(0, 10);
}
