/** Days: what the calendar has, and counting in it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AFTER_ALL,
  BEFORE_ALL,
  earlier,
  isDay,
  later,
  lengthOfMonth,
  plusDays,
  shown,
} from "../../src/domain/day.ts";

const number = (max: number) => fc.integer({ min: 0, max });
const padded = (value: number, width: number) => String(value).padStart(width, "0");
/** Every day of the calendar, counted from its first. */
const anyDay = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a day", () => {
  it("is what the calendar of ISO 8601 has", () => {
    fc.assert(
      fc.property(number(9999), number(13), number(32), (year, month, day) => {
        const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
        const date = new Date(`${text}T00:00:00Z`);
        const real = year > 0 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isDay(text), text).toBe(real);
      }),
    );
  });

  it.each(["2000-02-29", "2024-02-29", "0001-01-01", "9999-12-31"])("is %s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    "2001-02-30",
    "1900-02-29",
    "2014-13-01",
    "2014-00-10",
    "2014-01-00",
    "2014-04-31",
    "0000-01-01",
    "2014-1-1",
    "2014-01",
    "14-01-01",
    "2014-01-01T00:00:00Z",
    " 2014-01-01",
    "2014-01-01\n",
    "-2014-01-01",
    "12014-01-01",
    "２０１４-01-01",
    "",
  ])("is not %j", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("lies between the two open ends, which are no days and are shown as null", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isDay(day)).toBe(true);
        expect(BEFORE_ALL < day && day < AFTER_ALL).toBe(true);
        expect(shown(day)).toBe(day);
      }),
    );
    for (const end of [BEFORE_ALL, AFTER_ALL]) {
      expect(isDay(end)).toBe(false);
      expect(shown(end)).toBeNull();
    }
  });
});

describe("the length of a month", () => {
  it("is the number of its last day", () => {
    for (const year of [1, 4, 100, 400, 1899, 1900, 1904, 2000, 2014, 2024, 2100]) {
      for (let month = 1; month <= 12; month += 1) {
        const last = lengthOfMonth(year, month);
        const text = `${padded(year, 4)}-${padded(month, 2)}`;
        expect(isDay(`${text}-${padded(last, 2)}`), text).toBe(true);
        expect(isDay(`${text}-${padded(last + 1, 2)}`), text).toBe(false);
      }
    }
  });
});

describe("counting days", () => {
  it.each([
    ["2014-12-31", 1, "2015-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2020-02-01", -1, "2020-01-31"],
    ["0099-12-31", 1, "0100-01-01"],
    ["2014-03-30", 0, "2014-03-30"],
    ["2014-03-30", 1, "2014-03-31"],
  ])("takes %s by %i to %s", (day, count, other) => {
    expect(plusDays(day, count)).toBe(other);
  });

  it("goes there and back, and sorts like the calendar", () => {
    const within = fc
      .date({ min: new Date("0101-01-01"), max: new Date("9899-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(within, fc.integer({ min: -30_000, max: 30_000 }), (day, count) => {
        const other = plusDays(day, count);
        expect(isDay(other)).toBe(true);
        expect(plusDays(other, -count)).toBe(day);
        expect(Math.sign(count)).toBe(other > day ? 1 : other < day ? -1 : 0);
      }),
    );
  });

  it("leaves the open ends where they are", () => {
    expect(plusDays(BEFORE_ALL, 1)).toBe(BEFORE_ALL);
    expect(plusDays(AFTER_ALL, -1)).toBe(AFTER_ALL);
  });
});

describe("the earlier and the later of two days", () => {
  it("are those that the calendar says", () => {
    expect([earlier("2014-09-05", "2014-10-01"), later("2014-09-05", "2014-10-01")]).toEqual([
      "2014-09-05",
      "2014-10-01",
    ]);
    expect([earlier(BEFORE_ALL, "0001-01-01"), later("9999-12-31", AFTER_ALL)]).toEqual([
      BEFORE_ALL,
      AFTER_ALL,
    ]);
  });
});
