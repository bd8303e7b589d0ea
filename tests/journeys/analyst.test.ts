/** An analyst's questions, each one request, on the real seed. */
import { describe, expect, it } from "vitest";
import { seededService } from "../support/http-service.ts";

const service = await seededService();

interface Row {
  readonly id: string;
  readonly certainty: string;
}
interface Change {
  readonly party: { readonly id: string };
  readonly certainty: string;
}
interface Cell {
  readonly party: { readonly id: string };
  readonly period: string;
  readonly certain: number;
  readonly possible: number;
  readonly role: string | null;
}

async function items<T>(path: string): Promise<readonly T[]> {
  const { status, body } = await service.ask(path);
  expect(status, path).toBe(200);
  expect(body.next, path).toBeNull();
  return body.items;
}

describe("which countries are in one and not in another", () => {
  const countries = (query: string) => items<Row>(`/v1/countries?${query}`);

  it("in NATO and not in the EU: Norway, not Sweden", async () => {
    const rows = await countries("memberOf=nato&notMemberOf=eu&on=2024-12-31");
    const ids = rows.map((row) => row.id);
    expect(ids).toContain("NOR");
    expect(ids).not.toContain("SWE");
    expect(ids.length).toBe(9);
    expect(new Set(rows.map((row) => row.certainty))).toEqual(new Set(["certain"]));
  });

  it.each(["memberOf=brics", "notMemberOf=brics"])("Saudi Arabia is possible in %s", async (query) => {
    const rows = await countries(`${query}&on=2026-01-01`);
    expect(rows.find((row) => row.id === "SAU")?.certainty).toBe("possible");
    const certain = await countries(`${query}&on=2026-01-01&certainty=certain`);
    expect(certain.map((row) => row.id)).not.toContain("SAU");
  });

  it("in both, or in any", async () => {
    const both = await countries("memberOf=nato,eu&on=2024-12-31");
    const any = await countries("memberOfAny=nato,eu&on=2024-12-31");
    expect([both.length, any.length]).toEqual([23, 36]);
  });

  it.each(["certainty=certain", "role=any"])("does not take %s without a set", async (query) => {
    const { status, body } = await service.ask(`/v1/countries?${query}`);
    expect([status, body.errors[0].code]).toEqual([400, "conflicting-parameters"]);
  });

  it("says nothing of a body whose roster it does not hold", async () => {
    const { status, body } = await service.ask("/v1/countries?notMemberOf=interpol");
    expect([status, body.errors[0].code]).toEqual([400, "no-roster"]);
  });
});

describe("what changed", () => {
  it("in the EU in 2004: ten joined, none left", async () => {
    const { body } = await service.ask("/v1/coalitions/eu/changes?from=2003-12-31&to=2004-12-31");
    const ids = (kind: string) => body[kind].map((change: Change) => change.party.id);
    const ten = ["CYP", "CZE", "EST", "HUN", "LTU", "LVA", "MLT", "POL", "SVK", "SVN"];
    expect(ids("joined")).toEqual(ten);
    for (const kind of ["left", "suspended", "reinstated", "succeeded", "roleChanged"]) {
      expect(ids(kind), kind).toEqual([]);
    }
    expect(new Set(body.joined.map((change: Change) => change.certainty))).toEqual(new Set(["certain"]));
  });

  it("in the Arab League in 2011: Syria was suspended, and Libya came back", async () => {
    const { body } = await service.ask("/v1/coalitions/arab-league/changes?from=2011-01-01&to=2012-01-01");
    expect(body.suspended.map((change: Change) => change.party.id)).toEqual(["LBY", "SYR"]);
    expect(body.reinstated.map((change: Change) => change.party.id)).toEqual(["LBY"]);
    expect(body.left).toEqual([]);
  });
});

describe("what countries share", () => {
  it("France and Germany on 2010-01-01", async () => {
    const rows = await items<{ coalition: { id: string } }>("/v1/shared?parties=FRA,DEU&on=2010-01-01");
    expect(rows.map((row) => row.coalition.id)).toEqual(
      expect.arrayContaining([
        "eu",
        "nato",
        "un",
        "council-of-europe",
        "eurozone",
        "schengen-area",
        "oecd",
        "g7",
        "g20",
      ]),
    );
  });

  it("over time: the United Kingdom and Germany in the EU from 1973 to 2020", async () => {
    const rows = await items<{ coalition: { id: string } }>("/v1/shared?parties=GB,DE");
    expect(rows.find((row) => row.coalition.id === "eu")).toMatchObject({
      from: { edtf: "1973-01-01" },
      to: { edtf: "2020-02-01" },
      certainty: "certain",
    });
  });
});

describe("the panel of the EU for the United Kingdom, 2019 to 2021", () => {
  it.each([
    ["dec31", [1, 0, 0]],
    ["jan1", [1, 1, 0]],
    ["any", [1, 1, 0]],
    ["share", [1, 31 / 366, 0]],
  ] as const)("under %s is %j", async (rule, expected) => {
    const cells = await items<Cell>(`/v1/panel?coalitions=eu&from=2019&to=2021&rule=${rule}`);
    const british = cells.filter((cell) => cell.party.id === "GBR");
    expect(british.map((cell) => cell.period)).toEqual(["2019", "2020", "2021"]);
    expect(british.map((cell) => cell.certain)).toEqual(expected);
    expect(british.map((cell) => cell.possible)).toEqual(rule === "share" ? expected : [0, 0, 0]);
  });

  it("has no year that ends in the future, and former states only while they existed", async () => {
    const path = "/v1/panel?coalitions=un&from=1989&to=2027&layout=wide";
    const years = new Set<string>();
    const soviet: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const { body } = await service.ask(`${path}${next === "" ? "" : `&cursor=${next}`}`);
      for (const row of body.items as Cell[]) {
        years.add(row.period);
        if (row.party.id === "SUHH") soviet.push(row.period);
      }
      next = body.next;
    }
    expect([...years].sort().at(-1)).toBe("2025");
    expect(soviet).toEqual(["1989", "1990"]);
  });
});

describe("the timeline equals the rosters (law 7)", () => {
  it.each(["global-coalition-against-daesh", "eu", "un", "arab-league", "african-union", "brics"])(
    "of %s, on and before every day with a row",
    async (id) => {
      const rows = await items<{ on: string; certain: number; possible: number }>(
        `/v1/coalitions/${id}/timeline`,
      );
      expect(rows.length).toBeGreaterThan(3);
      for (const [place, row] of rows.entries()) {
        const eve = new Date(Date.parse(row.on) - 86_400_000).toISOString().slice(0, 10);
        const { certain, possible } = rows[place - 1] ?? { certain: 0, possible: 0 };
        for (const [on, expected] of [
          [row.on, { certain: row.certain, possible: row.possible }],
          [eve, { certain, possible }],
        ] as const) {
          const { body } = await service.ask(`/v1/coalitions/${id}/members?on=${on}&limit=1`);
          expect({ certain: body.counts.certain, possible: body.counts.possible }, `${id} ${on}`).toEqual(
            expected,
          );
        }
      }
    },
  );
});

describe("names", () => {
  const found = async (q: string) =>
    (await items<Row & { match: string; matched: { former: boolean } }>(
      `/v1/search?q=${encodeURIComponent(q)}`,
    )) as readonly (Row & { match: string; matched: { former: boolean } })[];

  it.each([
    ["Cote dIvoire", "CIV", false],
    ["Türkiye", "TUR", false],
    ["turkiye", "TUR", false],
    ["Swaziland", "SWZ", true],
    ["Macedonia", "MKD", true],
    ["Burma", "MMR", true],
    ["South Korea", "KOR", false],
    ["Korea, South", "KOR", false],
    ["NATO", "nato", false],
    ["Сирия", "SYR", false],
    ["سوريا", "SYR", false],
    ["guinea", "GIN", false],
  ])("%s is %s", async (q, id, former) => {
    const [first] = await found(q);
    expect([first?.id, first?.match, first?.matched.former]).toEqual([id, "exact", former]);
  });

  it("Congo gives two, Guinea four, a slip what is similar, rubbish nothing", async () => {
    expect((await found("Congo")).map((each) => each.id).sort()).toEqual(["COD", "COG"]);
    expect((await found("Guinea")).map((each) => each.id).sort()).toEqual(["GIN", "GNB", "GNQ", "PNG"]);
    expect((await found("Grmany")).map((each) => [each.id, each.match])).toEqual([["DEU", "similar"]]);
    expect(await found("qqqqqq")).toEqual([]);
  });

  it("come in the language asked, where the registry has it", async () => {
    for (const [lang, name] of [
      ["fr", "Syrie"],
      ["ru-RU", "Сирия"],
      ["tlh", "Syria"],
    ] as const) {
      expect((await service.ask(`/v1/countries/SYR?lang=${lang}`)).body.name).toBe(name);
    }
    const { body } = await service.ask("/v1/coalitions/arab-league/members?on=2012-01-01&lang=fr");
    expect(body.items.map((row: { party: { name: string } }) => row.party.name)).toContain("Syrie");
    expect((await service.ask("/v1/countries/SYR?lang=f")).status).toBe(400);
  });
});

describe("pairs and networks", () => {
  it("NATO and the EU at the end of 2024", async () => {
    const { body } = await service.ask("/v1/overlap?coalitions=nato,eu,g7&on=2024-12-31");
    expect(body.items[0]).toMatchObject({
      sizeA: { certain: 32 },
      sizeB: { certain: 27 },
      both: { certain: 23 },
    });
    expect(body.items[0].jaccard).toBeCloseTo(23 / 36);
    expect(body.inAll.map((each: Change) => each.party.id)).toEqual(["DEU", "FRA", "ITA"]);
  });

  it("the G7 as a graph: seven nodes, the EU among them where it is one, each pair once", async () => {
    const { body } = await service.ask("/v1/network?coalitions=g7,nato&on=2020-01-01");
    const edge = body.edges.find(
      (each: { source: string; target: string }) => each.source === "CAN" && each.target === "USA",
    );
    expect(edge).toMatchObject({ weight: 2, certain: 2 });
    const pairs = body.edges.map(
      (each: { source: string; target: string }) => `${each.source} ${each.target}`,
    );
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});
