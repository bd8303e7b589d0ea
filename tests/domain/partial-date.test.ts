/** Partial dates: what is read, what is refused, and the `edtf` package where the two should agree. */
import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../../src/domain/day.ts";
import {
  BadDate,
  certainlyBefore,
  exactly,
  narrowed,
  overlap,
  parsePartialDate,
  sinceFounding,
} from "../../src/domain/partial-date.ts";

const padded = (value: number, width: number) => String(value).padStart(width, "0");

/** A year, a month or a day as text, also of a month or a day that no calendar has. */
const maybeOne = fc
  .record({
    year: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1895, max: 2030 })),
    month: fc.integer({ min: 1, max: 14 }),
    day: fc.integer({ min: 1, max: 32 }),
    parts: fc.constantFrom(1, 2, 3),
    mark: fc.constantFrom("", "", "~"),
  })
  .map(({ year, month, day, parts, mark }) => {
    const text = [padded(year, 4), padded(month, 2), padded(day, 2)].slice(0, parts).join("-");
    return `${text}${mark}`;
  });

/** The bounds that the package gives; null where it refuses. */
function boundsOfPackage(text: string): { earliest: Day; latest: Day } | null {
  try {
    const { min, max } = edtf(text);
    const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
    return {
      earliest: min === null ? BEFORE_ALL : day(min),
      latest: max === null || max === Number.POSITIVE_INFINITY ? AFTER_ALL : day(max),
    };
  } catch {
    return null;
  }
}

function boundsOf(text: string): { earliest: Day; latest: Day } | null {
  try {
    const { earliest, latest } = parsePartialDate(text);
    return { earliest, latest };
  } catch (error) {
    expect(error).toBeInstanceOf(BadDate);
    return null;
  }
}

/** The package takes the 29th of February in every year. */
const leapFault = (text: string) => /\d{4}-02-29/.test(text);

describe("a partial date", () => {
  it.each([
    ["2014", "2014-01-01", "2014-12-31"],
    ["2014-09", "2014-09-01", "2014-09-30"],
    ["2014-09-05", "2014-09-05", "2014-09-05"],
    ["2014-09~", "2014-09-01", "2014-09-30"],
    ["2014~", "2014-01-01", "2014-12-31"],
    ["2014-09-05~", "2014-09-05", "2014-09-05"],
    ["2025-11-10/2025-11-11", "2025-11-10", "2025-11-11"],
    ["2014/2015-03", "2014-01-01", "2015-03-31"],
    ["2014-09-05/2014", "2014-09-05", "2014-12-31"],
    ["2014-09/2014-09", "2014-09-01", "2014-09-30"],
    ["2014-09~/2014-10", "2014-09-01", "2014-10-31"],
    ["../2011-06-30", BEFORE_ALL, "2011-06-30"],
    ["../2011", BEFORE_ALL, "2011-12-31"],
    ["2024-01-01/..", "2024-01-01", AFTER_ALL],
    ["2024/..", "2024-01-01", AFTER_ALL],
    ["2000-02", "2000-02-01", "2000-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["0001", "0001-01-01", "0001-12-31"],
    ["9999-12-31", "9999-12-31", "9999-12-31"],
  ])("%s lies between %s and %s", (text, earliest, latest) => {
    expect(parsePartialDate(text)).toEqual({ edtf: text, earliest, latest });
  });

  it("agrees with the edtf package on years, months and days, and on what none of them is", () => {
    fc.assert(
      fc.property(maybeOne, (text) => {
        fc.pre(!leapFault(text));
        expect(boundsOf(text), text).toEqual(boundsOfPackage(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees with the edtf package on intervals of two different dates, and on open ends", () => {
    const other = fc.oneof({ weight: 5, arbitrary: maybeOne }, { weight: 1, arbitrary: fc.constant("..") });
    let compared = 0;
    fc.assert(
      fc.property(maybeOne, other, (start, end) => {
        const text = `${start}/${end}`;
        fc.pre(!leapFault(text));
        const [from, to] = [boundsOf(start), end === ".." ? null : boundsOf(end)];
        // The package wants the second date to begin after the first has; here one may hold the other.
        fc.pre(
          end === ".." ||
            from === null ||
            to === null ||
            from.latest < to.earliest ||
            to.latest < from.earliest,
        );
        expect(boundsOf(text), text).toEqual(boundsOfPackage(text));
        if (boundsOf(text) !== null) compared += 1;
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("keeps its text as its identity, and its bounds are days or open", () => {
    fc.assert(
      fc.property(maybeOne, fc.constantFrom("", "../", "/.."), (one, open) => {
        fc.pre(boundsOf(one) !== null);
        const text = open === "../" ? `../${one}` : `${one}${open}`;
        const date = parsePartialDate(text);
        expect(date.edtf).toBe(text);
        expect(date.earliest <= date.latest).toBe(true);
        expect(parsePartialDate(date.edtf)).toEqual(date);
        const exact = date.earliest === date.latest ? exactly(date.earliest) : null;
        if (exact !== null) expect(parsePartialDate(exact.edtf)).toEqual(exact);
      }),
    );
  });
});

describe("a date that is refused", () => {
  it.each([
    ["2001-02-30", /2001-02 has 28 days/],
    ["1900-02-29", /1900-02 has 28 days/],
    ["2014-04-31", /2014-04 has 30 days/],
    ["2014-01-00", /2014-01 has 31 days/],
    ["2014-13", /01 to 12/],
    ["2014-00", /01 to 12/],
    ["2014-21", /01 to 12/],
    ["0000", /0001/],
    ["../..", /at least one end/],
    ["2015/2014", /earlier date first/],
    ["2014-09-06/2014-09-05", /earlier date first/],
    ["2014/2015/2016", /more than one/],
  ])("%s is, saying what would be right", (text, reason) => {
    expect(() => parsePartialDate(text)).toThrow(BadDate);
    expect(() => parsePartialDate(text)).toThrow(reason);
  });

  it.each([
    "",
    "/",
    "..",
    "2014/",
    "/2014",
    "../",
    "2014?",
    "2014%",
    "~2014",
    "2014~-09",
    "201X",
    "201",
    "20144",
    "Y17000",
    "-0044",
    "2014-9",
    "2014-09-5",
    "2014-9-05",
    "20140905",
    "2014/09/05",
    "05.09.2014",
    "2014-09-05T00:00:00Z",
    "2014..2015",
    "[2014,2015]",
    " 2014",
    "2014 ",
    "2014\n",
    "2014-09-05/2014-09-31",
    "../2001-02-30",
    "2014-13/..",
    "today",
  ])("%j is", (text) => {
    expect(() => parsePartialDate(text)).toThrow(BadDate);
  });
});

describe("`../b`", () => {
  const founded = exactly("2014-09-10");

  it("begins with the founding, and never after b", () => {
    expect(sinceFounding(parsePartialDate("../2015"), founded)).toEqual({
      edtf: "../2015",
      earliest: "2014-09-10",
      latest: "2015-12-31",
    });
    expect(sinceFounding(parsePartialDate("../2014-09-01"), founded).earliest).toBe("2014-09-01");
    expect(sinceFounding(parsePartialDate("../2015"), parsePartialDate("2014-09")).earliest).toBe(
      "2014-09-01",
    );
  });

  it("stays open where no founding is known, and no other date is touched", () => {
    for (const [text, day] of [
      ["../2015", null],
      ["2014", founded],
      ["2015/..", founded],
    ] as const) {
      expect(sinceFounding(parsePartialDate(text), day)).toEqual(parsePartialDate(text));
    }
  });
});

describe("two dates", () => {
  const days = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 4 }))
    .map(([start, width]) => ({
      start,
      end: Math.min(9, start + width),
      date: parsePartialDate(`2014-01-0${start}/2014-01-0${Math.min(9, start + width)}`),
    }));

  it("overlap, or one is certainly before the other", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const shared = a.start <= b.end && b.start <= a.end;
        expect(overlap(a.date, b.date)).toBe(shared);
        expect(overlap(b.date, a.date)).toBe(shared);
        expect(certainlyBefore(a.date, b.date)).toBe(a.end < b.start);
      }),
    );
  });

  it("narrow each other to the days they share", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        fc.pre(overlap(a.date, b.date));
        const both = narrowed(a.date, b.date);
        expect(both.edtf).toBe(a.date.edtf);
        expect(both.earliest).toBe(`2014-01-0${Math.max(a.start, b.start)}`);
        expect(both.latest).toBe(`2014-01-0${Math.min(a.end, b.end)}`);
      }),
    );
  });
});
