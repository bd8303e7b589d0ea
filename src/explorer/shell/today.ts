/** The present day of the calendar, which has no time zone: that of UTC, as the service has it. */
import type { Day } from "../../domain/day.ts";

export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}
