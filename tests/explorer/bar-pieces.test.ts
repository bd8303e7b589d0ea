/** The bars of memberships: what is certain, what is possible, and what the picture cuts off. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AFTER_ALL, BEFORE_ALL, plusDays } from "../../src/domain/day.ts";
import { barPieces, type Piece, timeAxis } from "../../src/explorer/pictures/bar-pieces.ts";

/** 100 days of 10 pixels. */
const FIRST = "2024-01-01";
const AXIS = timeAxis({ from: FIRST, to: plusDays(FIRST, 100) }, 1000);

const day = (number: number) => plusDays(FIRST, number);
const on = (number: number) => ({ earliest: day(number), latest: day(number) });
const within = (earliest: number, latest: number) => ({ earliest: day(earliest), latest: day(latest) });
const rounded = (piece: Piece | null) =>
  piece === null ? null : [Math.round(piece.x), Math.round(piece.x + piece.width)];

describe("a bar", () => {
  it("is certain throughout where its days are known", () => {
    const { possible, certain, goesOn } = barPieces({ from: on(20), to: on(50) }, AXIS);
    expect(rounded(certain)).toEqual([200, 500]);
    expect(rounded(possible)).toEqual([200, 500]);
    expect(goesOn).toBe(false);
  });

  it("is possible only between the earliest and the latest day of an edge", () => {
    const { possible, certain } = barPieces({ from: within(10, 30), to: within(60, 80) }, AXIS);
    expect(rounded(possible)).toEqual([100, 800]);
    expect(rounded(certain)).toEqual([300, 600]);
  });

  it("is nowhere certain where it may have ended before it surely began", () => {
    const { possible, certain } = barPieces({ from: within(10, 60), to: within(40, 80) }, AXIS);
    expect(rounded(possible)).toEqual([100, 800]);
    expect(certain).toBeNull();
  });

  it("goes on where nothing ends it, and where it ends beyond the picture", () => {
    expect(barPieces({ from: on(90), to: null }, AXIS)).toMatchObject({ goesOn: true, certain: { x: 900 } });
    expect(barPieces({ from: on(90), to: on(130) }, AXIS).goesOn).toBe(true);
    expect(barPieces({ from: on(90), to: on(100) }, AXIS).goesOn).toBe(false);
    expect(barPieces({ from: on(110), to: null }, AXIS).goesOn).toBe(false);
  });

  it("is possible for good, and never certain, where it began if at all", () => {
    const { possible, certain, goesOn } = barPieces(
      { from: { earliest: day(70), latest: AFTER_ALL }, to: null },
      AXIS,
    );
    expect(rounded(possible)).toEqual([700, 1000]);
    expect(certain).toBeNull();
    expect(goesOn).toBe(true);
  });

  it("is cut at the first day, however early it began", () => {
    for (const earliest of [BEFORE_ALL, "1945-10-24"]) {
      const { possible, certain } = barPieces({ from: { earliest, latest: day(10) }, to: on(20) }, AXIS);
      expect(rounded(possible)).toEqual([0, 200]);
      expect(rounded(certain)).toEqual([100, 200]);
    }
  });

  it("is not drawn where it lies outside", () => {
    for (const extent of [
      { from: on(-50), to: on(-10) },
      { from: on(-50), to: on(0) },
      { from: on(101), to: on(120) },
    ]) {
      expect(barPieces(extent, AXIS)).toEqual({ possible: null, certain: null, goesOn: false });
    }
  });

  it("is seen though it lasted a day, also at the last of the picture", () => {
    const narrow = timeAxis({ from: "1900-01-01", to: "2026-11-22" }, 300);
    for (const from of ["1950-05-05", "2026-11-21"]) {
      const to = plusDays(from, 1);
      const { certain } = barPieces(
        { from: { earliest: from, latest: from }, to: { earliest: to, latest: to } },
        narrow,
      );
      expect(certain?.width).toBe(3);
      expect((certain?.x ?? 0) + (certain?.width ?? 0)).toBeLessThanOrEqual(300);
    }
  });

  it("covers the days on which it holds, and no other", () => {
    const bounds = fc
      .tuple(fc.integer({ min: -30, max: 130 }), fc.integer({ min: 0, max: 40 }))
      .map(([earliest, length]) => within(earliest, earliest + length));
    fc.assert(
      fc.property(bounds, fc.option(bounds), fc.integer({ min: 0, max: 99 }), (from, to, number) => {
        const asked = day(number);
        const { possible, certain } = barPieces({ from, to }, AXIS);
        const covers = (piece: Piece | null) =>
          piece !== null && piece.x <= number * 10 + 5 && number * 10 + 5 < piece.x + piece.width;
        expect(covers(possible)).toBe(from.earliest <= asked && (to === null || asked < to.latest));
        expect(covers(certain)).toBe(from.latest <= asked && (to === null || asked < to.earliest));
      }),
    );
  });
});

describe("the axis of the bars", () => {
  it.each([320, 700, 1100])("has labels that do not touch, %d pixels wide", (width) => {
    for (let year = 1850; year <= 2026; year += 1) {
      const { ticks } = timeAxis({ from: `${year}-01-01`, to: "2026-11-22" }, width);
      expect(ticks.length, `${year}`).toBeGreaterThan(1);
      const gaps = ticks.slice(1).map(({ x }, index) => x - (ticks[index]?.x ?? 0));
      expect(Math.min(...gaps), `${year}`).toBeGreaterThan(55);
    }
  });
});
