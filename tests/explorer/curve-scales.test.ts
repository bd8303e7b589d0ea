/** The scales of the size curve: days to places and back, and what the curve shows of its steps. */
import { describe, expect, it } from "vitest";
import { BEFORE_ALL, plusDays } from "../../src/domain/day.ts";
import { placeAt, placesOfMarks } from "../../src/explorer/pictures/curve-places.ts";
import { curvePaths, highestOf, scalesOf, shownSteps } from "../../src/explorer/pictures/curve-scales.ts";

const PLANE = { left: 40, right: 900, top: 10, bottom: 200 };
const SPAN = { from: "2024-01-01", to: "2025-12-31" };
const STEPS = [
  { on: "2020-01-01", certain: 2, possible: 0 },
  { on: "2024-06-01", certain: 2, possible: 1 },
  { on: "2024-06-30", certain: 3, possible: 0 },
  { on: "2030-01-01", certain: 9, possible: 0 },
];

describe("the scales of a curve", () => {
  it("lead from a day to its place and back", () => {
    const { x, dayAt } = scalesOf(SPAN, 3, PLANE);
    for (let day = SPAN.from; day <= SPAN.to; day = plusDays(day, 1)) {
      expect(dayAt(x(day) + 0.01)).toBe(day);
    }
  });

  it("keep what lies outside at the edges", () => {
    const { x, dayAt } = scalesOf(SPAN, 3, PLANE);
    expect([x(BEFORE_ALL), x("1900-01-01"), x("2100-01-01")]).toEqual([40, 40, 900]);
    expect([dayAt(-100), dayAt(5000)]).toEqual([SPAN.from, SPAN.to]);
  });

  it("have whole parties only on the axis", () => {
    const labels = scalesOf(SPAN, 2, PLANE).sizes.map(({ label }) => label);
    expect(labels).toEqual(["0", "1", "2"]);
  });
});

describe("the steps of a curve", () => {
  it("begin with the size on the first day and end with that on the last", () => {
    expect(shownSteps(STEPS, SPAN).map(({ on, certain }) => [on, certain])).toEqual([
      ["2024-01-01", 2],
      ["2024-06-01", 2],
      ["2024-06-30", 3],
      ["2025-12-31", 3],
    ]);
    expect(shownSteps([], SPAN).map(({ certain }) => certain)).toEqual([0, 0]);
  });

  it("draw a band only where something is possible", () => {
    const scales = scalesOf(SPAN, highestOf(STEPS), PLANE);
    const shown = shownSteps(STEPS, SPAN);
    expect(curvePaths(shown, scales).possible).not.toBe("");
    const sure = shown.map((step) => ({ ...step, possible: 0 }));
    expect(curvePaths(sure, scales).possible).toBe("");
  });

  it("carry the marks, also of days on which no number changed", () => {
    const scales = scalesOf(SPAN, 3, PLANE);
    const [mark] = placesOfMarks([{ on: "2025-01-01", text: "A was suspended" }], STEPS, scales);
    expect(mark?.y).toBe(scales.y(3));
    expect(placeAt(mark === undefined ? [] : [mark], scales.x("2025-01-01") + 2, scales.y(3), 8)?.text).toBe(
      "A was suspended",
    );
  });
});
