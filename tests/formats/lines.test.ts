/** Declarations, spells and registry entries as CSV: what is written is read again, faults stand at their lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Coalition } from "../../src/domain/coalition.ts";
import { plusDays } from "../../src/domain/day.ts";
import type { DeclarationContent } from "../../src/domain/declaration.ts";
import { readCsv } from "../../src/formats/csv-reading.ts";
import {
  declarationHeader,
  declarationLine,
  readDeclarationLines,
} from "../../src/formats/declaration-lines.ts";
import { readCoalitionLines, readCountryLines } from "../../src/formats/registry-lines.ts";
import { readSpellLines, spellHeader, spellLines } from "../../src/formats/spell-lines.ts";
import { tableKind } from "../../src/formats/table-kind.ts";
import { derived } from "../support/chance-spells.ts";
import { content } from "./contents-by-chance.ts";

const ALL = ["declarations", "spells", "countries", "coalitions"] as const;

/** What a line of CSV can hold of it: one source, and of its claims the ordinal. */
function inOneLine(each: DeclarationContent): DeclarationContent {
  const sources = each.sources.slice(0, 1).map((source) => {
    const ordinal = source.claims?.ordinal ?? null;
    return { ...source, claims: ordinal === null ? null : { ordinal, effective: null } };
  });
  return { ...each, sources };
}

async function told(text: string) {
  const { faults } = readDeclarationLines(await readCsv(text));
  return faults.map(({ line, code, pointer }) => `${line} ${code} ${pointer}`);
}

describe("declarations as CSV", () => {
  it("come back as they were", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 4 }), async (contents) => {
        const held = contents.map(inOneLine);
        const table = await readCsv([declarationHeader(), ...held.map(declarationLine)].join(""));
        expect(tableKind(table.header, ALL)).toBe("declarations");
        const { lines, faults } = readDeclarationLines(table);
        expect(faults).toEqual([]);
        expect(lines.map((line) => line.content)).toEqual(held);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("tell all faults at once, each at its line", async () => {
    const rows = [
      "eu,FRA,jion,1958,",
      "eu,FRA,join,1958-13,first",
      ",FRA,join,1958,1",
      "eu,FRA,join,1958,1,2",
    ];
    expect(await told(["coalition,party,act,effective,claimed_ordinal", ...rows].join("\n"))).toEqual([
      "2 bad-shape /act",
      "3 bad-date /effective",
      "3 bad-shape /sources/0/claims/ordinal",
      "3 bad-shape /sources/0/title",
      "4 bad-shape /coalition",
      "4 bad-shape /sources/0/title",
      "5 bad-shape null",
    ]);
    expect(await told("coalition,act,effective,sauce_url\neu,jion,1958,x\n")).toEqual(["1 bad-shape null"]);
  });

  it("take several predecessors in one cell", async () => {
    const csv = "coalition,party,act,effective,predecessors\nun,YEM,succeed,1990-05-22,YDYE; YEM\n";
    const { lines } = readDeclarationLines(await readCsv(csv));
    expect(lines[0]?.content.predecessors).toEqual(["YDYE", "YEM"]);
  });
});

describe("spells as CSV", () => {
  async function actsOf(...rows: string[]) {
    const table = await readCsv(["coalition,party,role,from,to", ...rows].join("\n"));
    expect(tableKind(table.header, ALL)).toBe("spells");
    const { lines, faults } = readSpellLines(table);
    expect(faults).toEqual([]);
    return lines.map(({ line, content: { party, act, role, effective } }) =>
      [line, party, act, role, effective.edtf].join(" "),
    );
  }

  it("are a join and, unless they go on, a withdrawal", async () => {
    expect(await actsOf("eu,GBR,member,1973-01-01,2020-02-01", "eu,FRA,,1958-01-01,")).toEqual([
      "2 GBR join member 1973-01-01",
      "2 GBR withdraw  2020-02-01",
      "3 FRA join member 1958-01-01",
    ]);
  });

  it("that adjoin in another role are a change of role, in whatever order they stand", async () => {
    expect(
      await actsOf("eu,AAA,member,2004,2010", "eu,AAA,observer,2000,2004", "nato,AAA,observer,2010,"),
    ).toEqual([
      "2 AAA join member 2004",
      "2 AAA withdraw  2010",
      "3 AAA join observer 2000",
      "4 AAA join observer 2010",
    ]);
  });

  it("that adjoin in the same role stay two", async () => {
    expect(await actsOf("eu,AAA,member,2000,2004", "eu,AAA,member,2004,")).toContain("2 AAA withdraw  2004");
  });

  it("tell a fault of the line once, by its own columns", async () => {
    const { faults } = readSpellLines(
      await readCsv(
        "coalition,party,from,to,source_url\n,AAA,2000-13,2004,u\neu,AAA,2000,soon,\neu,AAA,,,\n",
      ),
    );
    expect(faults.map(({ line, pointer }) => `${line} ${pointer}`)).toEqual([
      "2 /coalition",
      "2 /from",
      "2 /sources/0/title",
      "3 /to",
      "4 /from",
    ]);
    expect(faults.at(-1)?.detail).toBe("`from` is needed.");
  });

  it("that surely end no later than they begin are refused at `to`", async () => {
    const { faults } = readSpellLines(
      await readCsv(
        [
          "coalition,party,from,to",
          ...[
            "eu,AAA,2011,2005",
            "eu,AAA,2004-05-01,2004-05-01",
            "eu,AAA,2004,2004",
            "eu,AAA,2004/..,2000/..",
          ],
        ].join("\n"),
      ),
    );
    expect(faults.map(({ line, pointer, code }) => `${line} ${pointer} ${code}`)).toEqual([
      "2 /to bad-date",
      "3 /to bad-date",
    ]);
  });

  it("come back from what they amount to", async () => {
    const span = fc.record({
      wait: fc.integer({ min: 1, max: 400 }),
      length: fc.integer({ min: 1, max: 400 }),
    });
    const role = fc.constantFrom("member", "observer", "partner");
    const line = fc.array(fc.tuple(span, role, fc.boolean()), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (parties, open) => {
          const rows = parties.flatMap((spans, index) => {
            let day = "2001-01-01";
            let before = "";
            return spans.map(([{ wait, length }, own, adjoins], place) => {
              const from = adjoins && own !== before ? day : plusDays(day, wait);
              day = plusDays(from, length);
              before = own;
              const to = open && place === spans.length - 1 ? "" : day;
              return `c,P${index},${own},${from},${to},https://example.org,Roll,\r\n`;
            });
          });
          const csv = spellHeader() + rows.join("");
          const acts = readSpellLines(await readCsv(csv)).lines.map((each) => each.content);
          const { spells } = derived(
            acts.map(({ party, act, role: as, effective }) => ({
              party,
              act,
              effective: effective.edtf,
              ...(as === null ? {} : { role: as }),
            })),
            "c",
          );
          const source = acts[0]?.sources[0] ?? null;
          expect(spellHeader() + [...spellLines(spells, () => source)].join("")).toBe(csv);
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it("are written one for each stretch in a role, whatever the standing", () => {
    const { spells } = derived([
      { party: "SYR", act: "join", effective: "1961-10~" },
      { party: "SYR", act: "suspend", effective: "2011-11-12" },
      { party: "SYR", act: "reinstate", effective: "2023-05-07" },
    ]);
    expect([...spellLines(spells, () => null)]).toEqual(["coalition,SYR,member,1961-10~,,,,\r\n"]);
    expect(spells).toHaveLength(3);
  });
});

describe("the registry as CSV", () => {
  const none = () => null;

  it("makes new entries of the columns there are", async () => {
    const csv =
      "id,name,alpha2,until\nx-zanzibar,Zanzibar,,1964-04-26\nXKX,Kosovo,XK,\nSUHH,Soviet Union,,\n";
    const { lines, faults } = readCountryLines(await readCsv(csv), none);
    expect(faults).toEqual([]);
    expect(
      lines.map(({ line, entry }) => [line, entry.id, entry.codeStatus, entry.alpha2, entry.until]),
    ).toEqual([
      [2, "x-zanzibar", "project", null, "1964-04-26"],
      [3, "XKX", "user-assigned", "XK", null],
      [4, "SUHH", "withdrawn", null, null],
    ]);
  });

  it("changes of an entry that stands what it has columns for, empty cells included", async () => {
    const csv = "id,name,short_name,coverage\neu,European Union,,complete\n";
    const [blank] = readCoalitionLines(await readCsv("id,name\neu,EU\n"), none).lines;
    const before = { ...(blank?.entry as Coalition), shortName: "EU", website: "https://europa.eu" };
    const { lines } = readCoalitionLines(await readCsv(csv), () => before);
    expect(lines[0]?.entry).toEqual({
      ...before,
      name: "European Union",
      shortName: null,
      coverage: "complete",
    });
    const [old] = readCountryLines(await readCsv("id,name,alpha2\nFRA,Gaul,FR\n"), none).lines;
    const { lines: countries } = readCountryLines(
      await readCsv("id,name\nFRA,France\n"),
      () => old?.entry ?? null,
    );
    expect(countries[0]?.entry).toEqual({ ...old?.entry, name: "France" });
  });

  it("tells all faults at once", async () => {
    const countries = readCountryLines(await readCsv("id,name,from\nFRA,,1958-13-01\n,France,\n"), none);
    expect(countries.faults.map(({ line, code, pointer }) => `${line} ${code} ${pointer}`).sort()).toEqual([
      "2 bad-date /from",
      "2 bad-shape /name",
      "3 bad-shape /id",
    ]);
    const coalitions = readCoalitionLines(await readCsv("id,name,kind,founded\neu,EU,onion,soon\n"), none);
    expect(coalitions.faults.map(({ pointer, suggestion }) => [pointer, suggestion])).toEqual([
      ["/kind", "union"],
      ["/founded", undefined],
    ]);
  });

  it.each([
    ["id,name,alpha2,numeric,region,subregion,from,until", "countries"],
    ["id,name,short_name,kind,founded,coverage", "coalitions"],
    ["coalition,party,from,to", "spells"],
    ["coalition,party,act,effective", "declarations"],
    ["coalition,party,source_url", "declarations"],
    ["a;b", null],
  ])("is told apart by the header %s", (header, kind) => {
    expect(tableKind(header.split(","), ALL)).toBe(kind);
  });
});
