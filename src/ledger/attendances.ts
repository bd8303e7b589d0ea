/** Who is in each of several coalitions on a day, as set questions, overlaps and networks begin with. */
import { type Attendance, attendances } from "../domain/attendance.ts";
import type { Day } from "../domain/day.ts";
import type { Role } from "../domain/declaration.ts";
import type { Store } from "./store.ts";

export interface AttendanceQuestion {
  readonly known: number;
  readonly on: Day;
  readonly coalitions: readonly string[];
  readonly roles: readonly Role[];
}

export async function attendancesOn(
  store: Store,
  { known, on, coalitions, roles }: AttendanceQuestion,
): Promise<Map<string, Attendance>> {
  return attendances(await store.spells({ known, on, coalitions, roles }), coalitions, on);
}
