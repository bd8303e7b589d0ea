/** Panels held against a count of every single day, and cases made by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partiesOn } from "../../src/domain/certainty.ts";
import { type Day, plusDays } from "../../src/domain/day.ts";
import {
  PANEL_RULES,
  type PanelCell,
  type PanelRule,
  panelLine,
  panelRows,
  periodsOver,
} from "../../src/domain/panel.ts";
import { months, type Period, years } from "../../src/domain/period.ts";
import type { Spell } from "../../src/domain/spell.ts";
import { derived, vagueActs } from "../support/chance-spells.ts";

const FOREVER = { from: null, until: null };
const SEED = { numRuns: 150, seed: 5 };

/** The cell as a person would find it who asks about each day. */
function counted(spells: readonly Spell[], period: Period, rule: PanelRule): PanelCell {
  const all = Array.from({ length: period.days }, (_, place) => plusDays(period.first, place));
  const days = rule === "dec31" ? all.slice(-1) : rule === "jan1" ? all.slice(0, 1) : all;
  const answers = days.map((day) => partiesOn(spells, day)[0]);
  const last = answers.findLast((answer) => answer !== undefined);
  if (last === undefined) return { certain: 0, possible: 0, role: null, standing: null };
  const { role, standing } = last.spells[0];
  const certain = answers.filter((answer) => answer?.certainty === "certain").length;
  const maybe = answers.filter((answer) => answer !== undefined).length;
  if (rule === "share")
    return { certain: certain / all.length, possible: maybe / all.length, role, standing };
  return { certain: certain > 0 ? 1 : 0, possible: certain > 0 ? 0 : 1, role, standing };
}

function linesOf(spells: readonly Spell[]): Spell[][] {
  return ["AAA", "BBB", "CCC"].map((party) => spells.filter((spell) => spell.party === party));
}

describe("periods", () => {
  it("are whole years and months, one after the other", () => {
    for (const periods of [years(1999, 2004), months(1999, 2004)]) {
      for (const [index, { first, last, days, label }] of periods.entries()) {
        expect(plusDays(first, days - 1)).toBe(last);
        expect(first.startsWith(label) && last.startsWith(label)).toBe(true);
        if (index > 0) expect(plusDays(periods[index - 1]?.last as Day, 1)).toBe(first);
      }
    }
    expect(years(2020, 2020)).toEqual([
      { label: "2020", first: "2020-01-01", last: "2020-12-31", days: 366 },
    ]);
    expect(months(2020, 2020)[1]).toEqual({
      label: "2020-02",
      first: "2020-02-01",
      last: "2020-02-29",
      days: 29,
    });
  });

  it("that are not over are left out under dec31 alone", () => {
    const labels = (rule: PanelRule, today: Day) =>
      periodsOver(years(2025, 2026), rule, today).map((each) => each.label);
    expect(labels("dec31", "2026-11-22")).toEqual(["2025"]);
    expect(labels("dec31", "2026-12-31")).toEqual(["2025", "2026"]);
    expect(labels("share", "2026-11-22")).toEqual(["2025", "2026"]);
  });
});

describe("a panel", () => {
  it.each(PANEL_RULES)("says under %s what a count of every day says", (rule) => {
    const met = new Set<string>();
    fc.assert(
      fc.property(vagueActs, fc.constantFrom(years(2018, 2022), months(2019, 2020)), (told, periods) => {
        for (const spells of linesOf(derived(told).spells)) {
          const cells = panelLine(spells, periods, rule);
          expect(cells).toEqual(periods.map((period) => counted(spells, period, rule)));
          for (const { certain, possible } of cells) met.add(`${Math.sign(certain)} ${Math.sign(possible)}`);
        }
      }),
      SEED,
    );
    expect([...met].sort()).toEqual(rule === "share" ? ["0 0", "0 1", "1 1"] : ["0 0", "0 1", "1 0"]);
  });

  it("is caught when it asks the wrong day", () => {
    const { spells } = derived([{ party: "AAA", act: "join", effective: "2020-12-31" }]);
    const [period] = years(2020, 2020) as [Period];
    expect(counted(spells, period, "dec31")).toEqual(panelLine(spells, [period], "dec31")[0]);
    expect(counted(spells, period, "dec31")).not.toEqual(panelLine(spells, [period], "jan1")[0]);
  });

  it("has the United Kingdom in the EU in 2019, and for 31 of 366 days of 2020", () => {
    const { spells } = derived([
      { party: "GBR", act: "join", effective: "1973-01-01" },
      { party: "GBR", act: "withdraw", effective: "2020-02-01" },
    ]);
    const column = (rule: PanelRule, value: (cell: PanelCell) => unknown = (cell) => cell.certain) =>
      panelLine(spells, years(2019, 2021), rule).map(value);
    expect(column("dec31")).toEqual([1, 0, 0]);
    expect(column("jan1")).toEqual([1, 1, 0]);
    expect(column("any")).toEqual([1, 1, 0]);
    expect(column("share")).toEqual([1, 31 / 366, 0]);
    expect(column("share", (cell) => cell.possible)).toEqual([1, 31 / 366, 0]);
    expect(column("any", (cell) => cell.role)).toEqual(["member", "member", null]);
  });

  it("keeps the lowest and the highest share apart", () => {
    const { spells } = derived([{ party: "AAA", act: "join", effective: "2019-09" }]);
    const [cell] = panelLine(spells, years(2019, 2019), "share");
    expect(cell).toEqual({ certain: 93 / 365, possible: 122 / 365, role: "member", standing: "active" });
  });

  it("puts the coalitions in the order asked, each with its own spells", () => {
    const nato = derived([{ party: "AAA", act: "join", effective: "2019-05-01" }], "nato").spells;
    const eu = derived([{ party: "AAA", act: "join", role: "observer", effective: "2018" }], "eu").spells;
    const rows = [...panelRows([...eu, ...nato], FOREVER, ["nato", "un", "eu"], years(2018, 2019), "dec31")];
    expect(rows.map(({ period, cells }) => [period.label, ...cells.map((cell) => cell.role)])).toEqual([
      ["2018", null, null, "observer"],
      ["2019", "member", null, "observer"],
    ]);
  });

  it("has a party only while it existed, and where its seat outlived it", () => {
    const labels = (spells: readonly Spell[], rule: PanelRule) => {
      const lifetime = { from: "1950-06-01", until: "1952-03-01" };
      return [...panelRows(spells, lifetime, ["un"], years(1949, 1955), rule)].map((row) => row.period.label);
    };
    expect(labels([], "dec31")).toEqual(["1950", "1951"]);
    expect(labels([], "jan1")).toEqual(["1951", "1952"]);
    expect(labels([], "share")).toEqual(["1950", "1951", "1952"]);
    const seat = derived(
      [
        { party: "AAA", act: "join", effective: "1951-01-01" },
        { party: "AAA", act: "withdraw", effective: "1954-02-01" },
      ],
      "un",
      () => "1952-03-01",
    ).spells;
    expect(labels(seat, "dec31")).toEqual(["1950", "1951", "1952", "1953"]);
  });
});
