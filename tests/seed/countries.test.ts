/** Holds the parties of the seed to their format, and the countries against the libraries that know them. */
import { iso31661 } from "iso-3166";
import { describe, expect, it } from "vitest";
import { isDay } from "../../src/domain/day.ts";
import { CODE_STATUSES, PARTY_KINDS } from "../../src/domain/party.ts";
import { cldrNames, i18nCodes, i18nNames, m49Names, m49Of } from "../support/country-libraries.ts";
import { ALWAYS, type Dated, folded, type PartyText, partyFile } from "../support/party-files.ts";

const present = partyFile("countries");
const former = partyFile("former-states");
const others = partyFile("others");
const countries = [...present, ...former];
const all = [...countries, ...others];
const byId = new Map(all.map((party) => [party.id, party]));

/** The parties that the check does not hold for, so that a failure names them. */
function failing(parties: readonly PartyText[], check: (party: PartyText) => boolean): string[] {
  return parties.filter((party) => !check(party)).map(({ id }) => id);
}

/** English names that are not CLDR's, apart from `&`, `St.` and the apostrophe. */
const OWN_ENGLISH = "COD COG CPV HKG HMD MAC MMR PSE SGS SHN UMI VAT VCT VIR".split(" ");
/** Names in the other languages that are not CLDR's main form: its short one, or another. */
const SHORT_FORM = ["HKG", "MAC", "PSE"];
const OWN_NAMES: Readonly<Record<string, readonly string[]>> = {
  COD: ["ar", "fr", "ru", "zh"],
  COG: ["ar", "es", "fr", "ru", "zh"],
  MMR: ["ar", "es", "fr", "ru"],
  VAT: ["ar", "es", "fr", "ru", "zh"],
};
const i18nOfficial = i18nCodes.filter(([alpha2]) => alpha2 !== "XK");
const LANGUAGES = ["ar", "es", "fr", "ru", "zh"];

describe("the files", () => {
  it("give each id once, in order", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const file of [present, former, others]) {
      const ids = file.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    }
  });

  it("give well-formed ids, of the kind that the code status says", () => {
    const shapes: Record<string, RegExp> = {
      official: /^[A-Z]{3}$/,
      "user-assigned": /^X[A-Z]{2}$/,
      withdrawn: /^[A-Z]{4}$/,
      project: /^x(-[a-z0-9]+)+$/,
    };
    expect(Object.keys(shapes).sort()).toEqual(CODE_STATUSES.toSorted());
    expect(failing(countries, (p) => shapes[p.codeStatus ?? "official"]?.test(p.id) ?? false)).toEqual([]);
    expect(failing(others, (p) => shapes["project"]?.test(p.id) ?? false)).toEqual([]);
  });

  it("use the keys of their kind only", () => {
    const plain = ["id", "kind", "name", "names", "aliases", "note"];
    const country = [
      ...plain.filter((key) => key !== "kind"),
      "codeStatus",
      "alpha2",
      "numeric",
      "codesFrom",
    ];
    country.push("otherCodes", "region", "subregion", "independent", "capital", "flag", "position");
    country.push("predecessors", "successors", "from", "until");
    expect(failing(countries, (p) => Object.keys(p).every((key) => country.includes(key)))).toEqual([]);
    expect(failing(others, (p) => Object.keys(p).every((key) => plain.includes(key)))).toEqual([]);
    const kinds: readonly string[] = PARTY_KINDS.filter((kind) => kind !== "country" && kind !== "coalition");
    expect(failing(others, (p) => kinds.includes(p.kind ?? ""))).toEqual([]);
    expect(failing(countries, (p) => [undefined, "true"].includes(p.independent))).toEqual([]);
  });

  it("name every country in the six languages of the United Nations", () => {
    expect(failing(countries, (p) => Object.keys(p.names ?? {}).join() === LANGUAGES.join())).toEqual([]);
  });

  it("give real days, each end after its beginning", () => {
    for (const party of all) {
      const codes = party.codesFrom === undefined ? [] : [{ from: party.codesFrom }];
      const ranges: readonly Dated[] = [
        party,
        ...codes,
        ...(party.otherCodes ?? []),
        ...(party.aliases ?? []),
      ];
      for (const dated of ranges) {
        const { from, until } = { ...ALWAYS, ...dated };
        expect([dated.from, dated.until].filter((day) => day !== undefined && !isDay(day))).toEqual([]);
        expect(until > from, `${party.id}: ${JSON.stringify({ from, until })}`).toBe(true);
      }
    }
  });

  it("give each undated name to one party", () => {
    const owners = new Map<string, string>();
    for (const party of all) {
      const undated = (party.aliases ?? []).filter((alias) => !alias.from && !alias.until);
      for (const name of [party.name, ...undated.map((alias) => alias.name)].map(folded)) {
        expect(owners.get(name), `${name} is also ${party.id}`).toBeUndefined();
        owners.set(name, party.id);
      }
    }
  });
});

describe("present-day countries", () => {
  it("are those of ISO 3166-1, and Kosovo", () => {
    const ids = present.map(({ id }) => id);
    const official = ids.filter((id) => id !== "XKX");
    expect(official).toHaveLength(249);
    expect(official).toEqual(iso31661.map(({ alpha3 }) => alpha3).sort());
    expect(official).toEqual(i18nOfficial.map(([, alpha3]) => alpha3).sort());
    expect(byId.get("XKX")).toMatchObject({ codeStatus: "user-assigned", alpha2: "XK" });
    expect(byId.get("XKX")?.numeric).toBeUndefined();
    expect(failing(present, (p) => p.until === undefined && p.successors === undefined)).toEqual([]);
  });

  it("bear the codes that the libraries give them", () => {
    for (const { alpha3, alpha2, numeric } of iso31661) {
      expect(byId.get(alpha3)).toMatchObject({ alpha2, numeric });
    }
    for (const [alpha2, alpha3, numeric] of i18nOfficial) {
      expect(byId.get(alpha3)).toMatchObject({ alpha2, numeric });
    }
  });

  it("fly the flag of their alpha-2", () => {
    const flag = (code: string) => String.fromCodePoint(...[...code].map((c) => 0x1f1a5 + c.charCodeAt(0)));
    expect(failing(present, (p) => p.alpha2 !== undefined && p.flag === flag(p.alpha2))).toEqual([]);
    expect(failing(former, (p) => p.alpha2 === undefined && p.flag === undefined)).toEqual([]);
  });

  it("have CLDR's names, and others only where listed", () => {
    const english = cldrNames("en");
    const plain = (name: string) =>
      name
        .replaceAll("’", "'")
        .replace(" & ", " and ")
        .replace(/^St\. /, "Saint ");
    const differing = failing(present, (p) => p.name === plain(english[p.alpha2 ?? ""] ?? ""));
    expect(differing).toEqual(OWN_ENGLISH);
    for (const language of LANGUAGES) {
      const names = cldrNames(language);
      const own = failing(present, (p) => {
        const short = SHORT_FORM.includes(p.id) ? names[`${p.alpha2}-alt-short`] : undefined;
        return p.names?.[language] === (short ?? names[p.alpha2 ?? ""]);
      });
      expect(own).toEqual(Object.keys(OWN_NAMES).filter((id) => OWN_NAMES[id]?.includes(language)));
    }
  });

  it("are found by the English names that the libraries have for them", () => {
    for (const { alpha2, alpha3, name } of iso31661) {
      const party = byId.get(alpha3);
      const known = [party?.name ?? "", ...(party?.aliases ?? []).map((alias) => alias.name)].map(folded);
      // "Congo" alone is the Republic of the Congo, as ISO has it.
      const wanted = [name, i18nNames[alpha2] ?? []].flat().filter((n) => alpha3 !== "COD" || n !== "Congo");
      expect(
        wanted.filter((n) => !known.includes(folded(n.replace(/^The (?=Republic)/, "")))),
        alpha3,
      ).toEqual([]);
    }
  });

  it("lie where UN M49 has them", () => {
    const place = (p: PartyText) => (p.region ? `${p.region} / ${p.subregion}` : undefined);
    expect(failing(present, (p) => place(p) === m49Of(p.alpha2 ?? ""))).toEqual([]);
    expect(failing(present, (p) => place(p) !== undefined)).toEqual(["ATA"]);
    expect(failing(former, (p) => m49Names.has(place(p) ?? ""))).toEqual([]);
  });

  it("are states by the rule at the top of the file: 193 members, 2 observers, Taiwan and Kosovo", () => {
    const states = present.filter((p) => p.independent === "true");
    expect(states).toHaveLength(193 + 2 + 2);
    expect(states.map(({ id }) => id)).toEqual(expect.arrayContaining(["VAT", "PSE", "TWN", "XKX"]));
    expect(failing(states, (p) => p.capital !== undefined)).toEqual(["ISR", "NRU", "PSE"]);
  });
});
