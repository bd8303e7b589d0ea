/** What the address of a comparison may say, and what is left out of it because it does not fit. */
import { expect, it } from "vitest";
import type { Schemas } from "../../src/client/client.ts";
import { addressOf } from "../../src/explorer/address/address.ts";
import { choiceOf, choosing, fitting } from "../../src/explorer/pages/compare/choice.ts";
import { matching } from "../../src/explorer/pages/compare/coalition-search.ts";
import { filtered, type PartyRow, sorted } from "../../src/explorer/pages/compare/party-rows.ts";
import { summary, togetherInWords, whereInWords } from "../../src/explorer/pages/compare/sentences.ts";

const NOW = { on: null, known: null };
const coalition = (id: string, shortName: string, name: string, more: Partial<Schemas["Coalition"]> = {}) =>
  ({
    id,
    shortName,
    name,
    names: {},
    aliases: [],
    coverage: "complete",
    ...more,
  }) as unknown as Schemas["Coalition"];
const ALL = [
  coalition("nato", "NATO", "North Atlantic Treaty Organization", {
    names: { fr: "Organisation du traité" },
  }),
  coalition("eu", "EU", "European Union", {
    aliases: [{ name: "Common Market", lang: null, from: null, until: "1993-11-01" }],
  }),
  coalition("cen-sad", "CEN-SAD", "Community of Sahel-Saharan States", { coverage: "none" }),
];
const query = (more: object) => addressOf("compare", "", NOW, more).query;

it("compares what it knows and holds, each once, whatever the case of the letters", () => {
  const { chosen, compared, unknown } = choiceOf(["NATO", "eu", "nato", "cen-sad", "nope"], ALL);
  expect(chosen.map(({ id }) => id)).toEqual(["nato", "eu", "cen-sad"]);
  expect(compared.map(({ id }) => id)).toEqual(["nato", "eu"]);
  expect(unknown).toEqual(["nope"]);
});

it("leaves out what does not fit the coalitions, and says what", () => {
  const asked = query({ exactly: ["g7"], together: ["nato"], sort: "g7" });
  const { query: fit, strays } = fitting(asked, ["nato", "eu", "g20"]);
  expect(fit).toEqual({ ...asked, exactly: [], together: [], sort: "" });
  expect(strays.map(({ name, text }) => `${name}=${text}`)).toEqual([
    "exactly=g7",
    "together=nato",
    "sort=g7",
  ]);
});

it("reads a combination in the order of the coalitions", () => {
  const { query: fit, strays } = fitting(query({ exactly: ["eu", "nato"], sort: "name" }), [
    "nato",
    "g7",
    "eu",
  ]);
  expect([fit.exactly, fit.sort, strays]).toEqual([["nato", "eu"], "name", []]);
});

it("forgets with a coalition what was said of it", () => {
  const asked = query({
    coalitions: ["nato", "eu", "g7"],
    exactly: ["g7"],
    together: ["eu", "g7"],
    sort: "g7",
    q: "x",
  });
  expect(choosing(asked, ["nato", "eu"])).toEqual(query({ coalitions: ["nato", "eu"], q: "x" }));
});

it("finds a coalition by any name, the nearest first", () => {
  const found = (text: string) => matching(ALL, text).map(({ id }) => id);
  expect(found("traite")).toEqual(["nato"]);
  expect(found("common")).toEqual(["eu"]);
  expect(found("un")).toEqual(["eu", "cen-sad"]);
  expect(found("e")).toEqual(["eu", "cen-sad", "nato"]);
  expect(found("zzz")).toEqual([]);
});

const row = (name: string, certain: number, sign: PartyRow["cells"][number]["sign"]): PartyRow => ({
  party: { id: name.slice(0, 3).toUpperCase(), kind: "country", name },
  cells: [{ sign, words: sign }],
  in: { certain, possible: 0 },
});
const ROWS = [row("Austria", 1, "observer"), row("Belgium", 2, "member"), row("Türkiye", 2, "possible")];

it("sorts and filters the parties", () => {
  const names = (rows: readonly PartyRow[]) => rows.map(({ party }) => party.name).join(" ");
  expect(names(sorted(ROWS, { sort: "", order: "up" }, ["a"]))).toBe("Belgium Türkiye Austria");
  expect(names(sorted(ROWS, { sort: "name", order: "down" }, ["a"]))).toBe("Türkiye Belgium Austria");
  expect(names(sorted(ROWS, { sort: "a", order: "up" }, ["a"]))).toBe("Belgium Türkiye Austria");
  expect(names(sorted(ROWS, { sort: "a", order: "down" }, ["a"]))).toBe("Austria Türkiye Belgium");
  expect(names(filtered(ROWS, null, "turk"))).toBe("Türkiye");
  expect(names(filtered(ROWS, { certain: ["AUS"], possible: ["TÜR"] }, ""))).toBe("Austria Türkiye");
});

it("says numbers in words", () => {
  expect(togetherInWords({ certain: 23, possible: 0 }, 2)).toBe("23 are in both");
  expect(togetherInWords({ certain: 1, possible: 2 }, 3)).toBe("1 is in all three, and 2 possibly");
  expect(togetherInWords({ certain: 0, possible: 1 }, 5)).toBe("none are certainly in all five, 1 possibly");
  expect(whereInWords(["NATO"], 2)).toBe("only in NATO");
  expect(whereInWords(["NATO", "EU"], 3)).toBe("only in NATO and EU");
  const pair = [
    { id: "nato", label: "NATO" },
    { id: "eu", label: "EU" },
  ];
  const only = { coalitions: ["eu"], certain: ["AUT"], possible: ["X"] };
  expect(summary(pair, [only])).toBe("None are only in NATO, 1 (and 1 possibly) only in EU.");
});
