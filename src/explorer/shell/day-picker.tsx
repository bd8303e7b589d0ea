/** The day in words; it opens a field in which any day can be typed or picked, also outside the slider. */
import type { TargetedFocusEvent } from "preact";
import { type Day, isDay } from "../../domain/day.ts";
import { dayInWords } from "../words/dates.ts";

interface DayPickerProps {
  readonly day: Day;
  /** Called for every day on the way to the one that is meant: the year 2 comes before 2025. */
  readonly pick: (day: Day) => void;
  /** It is picked. */
  readonly picked: () => void;
}

export function DayPicker({ day, pick, picked }: DayPickerProps) {
  const close = (event: TargetedFocusEvent<HTMLDetailsElement>) => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    event.currentTarget.open = false;
    picked();
  };
  return (
    <details
      class="day-picker"
      onFocusOut={close}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !event.currentTarget.open) return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary>
        <span class="unseen">Day: </span>
        <span>{dayInWords(day)}</span>
      </summary>
      <label>
        Another day{" "}
        <input
          type="date"
          value={day}
          min="0001-01-01"
          max="9999-12-31"
          onChange={(event) => {
            if (isDay(event.currentTarget.value)) pick(event.currentTarget.value);
          }}
        />
      </label>
    </details>
  );
}
