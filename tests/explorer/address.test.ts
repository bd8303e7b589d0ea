/** The address bar is the state: what is written is read back, and what cannot be is told. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COALITION_KINDS } from "../../src/domain/coalition.ts";
import { plusDays } from "../../src/domain/day.ts";
import {
  type Address,
  addressOf,
  changed,
  readAddress,
  writeAddress,
} from "../../src/explorer/address/address.ts";
import { PAGES, type PageName } from "../../src/explorer/address/pages.ts";
import { EXPLORER_PATHS } from "../../src/http/explorer.ts";

const NOW = { on: null, known: null };

const day = fc.integer({ min: 0, max: 100_000 }).map((count) => plusDays("1900-01-01", count));
const known = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map(String),
  fc.constantFrom("2025-11-10T23:59:59Z", "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00+02:00"),
);
const times = fc.record({ on: fc.option(day), known: fc.option(known) });
/** Ids of the registry are tame, but an address may hold anything. */
const id = fc.oneof(
  fc.constantFrom("nato", "SYR", "x-tanganyika", "sktypyzznz3eljqz"),
  fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("/")),
);
const role = fc.constantFrom("member", "associate", "observer", "partner", "any");
const text = fc.string({ maxLength: 40, unit: "grapheme" });

const addresses: fc.Arbitrary<Address> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom("any", ...COALITION_KINDS) })
    .chain((query) => times.map((each) => addressOf("home", "", each, query))),
  fc
    .tuple(id, times, role, text, fc.option(day))
    .map(([about, each, asked, q, from]) => addressOf("coalition", about, each, { role: asked, q, from })),
  fc.tuple(id, times, role).map(([about, each, asked]) => addressOf("party", about, each, { role: asked })),
  fc
    .tuple(times, fc.uniqueArray(fc.constantFrom("nato", "eu", "un", "g7", "oecd"), { maxLength: 5 }))
    .map(([each, coalitions]) => addressOf("compare", "", each, { coalitions })),
  fc.tuple(id, times).map(([about, each]) => addressOf("declaration", about, each)),
);

function read(url: string) {
  const found = readAddress(url);
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found;
}

describe("an address", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(read(writeAddress(address))).toEqual({ address, ignored: [] });
      }),
    );
  });

  it("never makes the reader stumble, whatever it says", () => {
    const junk = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webPath(),
      fc
        .tuple(fc.constantFrom("/", "/compare", "/coalitions/nato", "/parties/"), fc.webQueryParameters())
        .map(([path, query]) => `${path}?${query}`),
      fc.tuple(addresses, fc.string()).map(([address, more]) => writeAddress(address) + more),
    );
    fc.assert(
      fc.property(junk, (url) => {
        const found = readAddress(url);
        if ("address" in found) expect(read(writeAddress(found.address)).address).toEqual(found.address);
        else if (found.repaired !== null) read(writeAddress(found.repaired));
        else expect(found.faults).toMatchObject([{ name: "path" }]);
      }),
    );
  });

  it("is short: what is as usual is not written", () => {
    const { address } = read("/coalitions/nato?role=member&standing=any");
    expect(writeAddress(address)).toBe("/coalitions/nato");
    const times = { on: "2025-11-12", known: "2026-01-01T00:00:00Z" };
    expect(writeAddress({ ...address, ...times })).toBe(
      "/coalitions/nato?on=2025-11-12&known=2026-01-01T00:00:00Z",
    );
    const compared = addressOf("compare", "", NOW);
    expect(writeAddress(changed(compared, { query: { coalitions: ["nato", "eu"] } }))).toBe(
      "/compare?coalitions=nato,eu",
    );
  });

  it.each([
    ["/?on=2001-02-30", "on", "2001-02 has 28 days"],
    ["/?on=2025", "on", "one full day"],
    ["/?on=", "on", "one full day"],
    ["/?on=2025-01-01&on=2025-01-02", "on", "more than once"],
    ["/?known=0", "known", "revision"],
    ["/?known=2025-11-31T00:00:00Z", "known", "revision"],
    ["/?kind=club", "kind", "military-coalition"],
    ["/coalitions/nato?role=members", "role", "observer"],
    ["/compare?coalitions=a,b,c,d,e,f", "coalitions", "at most 5"],
    ["/compare?coalitions=a,a", "coalitions", "twice"],
    ["/compare?coalitions=a,,b", "coalitions", "commas"],
  ])("%s is told to be wrong, and can be shown without it", (url, name, detail) => {
    const found = readAddress(url);
    if (!("faults" in found) || found.repaired === null) throw new Error("It was taken.");
    expect(found.faults).toMatchObject([{ name, detail: expect.stringContaining(detail) }]);
    expect(read(writeAddress(found.repaired)).ignored).toEqual([]);
  });

  it("tells all that is wrong at once", () => {
    expect(readAddress("/?on=x&known=y&kind=z")).toMatchObject({ faults: { length: 3 } });
  });

  it.each(["/nothing", "/coalitions", "/coalitions/", "/coalitions/a/b", "/coalitions/%zz", ""])(
    "%s is no page",
    (url) => {
      expect(readAddress(url)).toMatchObject({ faults: [{ name: "path" }], repaired: null });
    },
  );

  it("says which names it does not know", () => {
    expect(read("/compare?utm_source=x&om=2020-01-01").ignored).toEqual(["utm_source", "om"]);
  });
});

describe("the pages", () => {
  it("are those that the service hands out", () => {
    expect(Object.values(PAGES).map(({ path }) => path)).toEqual(EXPLORER_PATHS);
  });

  it("each read back from their own path", () => {
    for (const page of Object.keys(PAGES) as PageName[]) {
      expect(read(PAGES[page].path.replace(":id", "x")).address.page).toBe(page);
    }
  });
});
