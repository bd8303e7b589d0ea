/** The map of the world that the build draws: every state is on it, and nothing that the registry does not know. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { drawWorld } from "../../src/explorer/build/draw-world.ts";
import { placed } from "../../src/explorer/build/world-map-plugin.ts";
import type { DrawnCountry, WorldMap } from "../../src/explorer/pictures/drawn-world.ts";
import { dotOf, nearestTo, nextTowards } from "../../src/explorer/pictures/map-geometry.ts";
import { boxOf, MAP_VIEWS } from "../../src/explorer/pictures/map-views.ts";

const REGISTRY = new URL("../../seed/parties/countries.yaml", import.meta.url);
const MOST_BYTES = 90 * 1024;

const countries = parse(readFileSync(fileURLToPath(REGISTRY), "utf8")) as {
  id: string;
  independent?: boolean;
  until?: string;
}[];
const states = countries.filter(({ independent, until }) => independent === true && until === undefined);
const world = drawWorld(placed());

function drawn(map: WorldMap, id: string): DrawnCountry {
  const country = map.countries.find((each) => each.id === id);
  if (country === undefined) throw new Error(`${id} is not on the map`);
  return country;
}

/** States that nobody would see. */
function unseen(map: WorldMap): string[] {
  const seen = new Set(
    map.countries.filter((each) => each.path !== "" || dotOf(each) === "always").map(({ id }) => id),
  );
  return states.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
}

describe("the map of the world", () => {
  it("shows every state of today, as a shape or as a dot", () => {
    expect(states).toHaveLength(197);
    expect(unseen(world)).toEqual([]);
  });

  it("is checked by something that can fail", () => {
    const without = world.countries.filter(({ id }) => id !== "TUV");
    const undotted = without.map((each) => (each.id === "NRU" ? { ...each, area: 1000 } : each));
    expect(unseen({ ...world, countries: undotted })).toEqual(["NRU", "TUV"]);
  });

  it("has parties of the registry only, each once, in order", () => {
    const ids = world.countries.map(({ id }) => id);
    const known = new Set(countries.map(({ id }) => id));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("has dots where they belong, within the picture", () => {
    for (const { x, y } of world.countries) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(world.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(world.height);
    }
    const [malta, cuba, fiji] = [drawn(world, "MLT"), drawn(world, "CUB"), drawn(world, "FJI")];
    expect(cuba.x).toBeLessThan(malta.x);
    expect(malta.x).toBeLessThan(fiji.x);
    expect(malta.y).toBeLessThan(fiji.y);
  });

  it.each(["VAT", "SMR", "MCO", "TUV", "NRU", "MDV", "SGP", "LUX"])("shows %s as a dot", (id) => {
    expect(dotOf(drawn(world, id))).toBe("always");
  });

  it.each(["FRA", "XKX", "TWN", "PSE", "ESH", "SSD"])("shows %s as a shape", (id) => {
    expect(drawn(world, id).path).toMatch(/^M\d+ \d+l[-\d ]+z/);
  });

  it("gives land to the country whose ISO code covers it", () => {
    const alone = drawWorld(placed().filter(({ id }) => id !== "SOM"));
    const somalia = drawn(world, "SOM").area;
    expect(alone.land.length - world.land.length).toBeLessThan(drawn(world, "SOM").path.length + 2);
    // Without Somaliland it has the size of Kenya and a tenth less; with it, more than Kenya.
    expect(somalia).toBeGreaterThan(drawn(world, "KEN").area);
    // Northern Cyprus is more than a third of the island; Lebanon is larger than what is left without it.
    expect(drawn(world, "CYP").area).toBeGreaterThan(0.8 * drawn(world, "LBN").area);
  });

  it("is small enough", () => {
    expect(gzipSync(JSON.stringify(world)).length).toBeLessThan(MOST_BYTES);
  });

  it("is the same each time that it is drawn", () => {
    expect(drawWorld(placed())).toEqual(world);
  });
});

describe("the keys and the pointer on the map", () => {
  it("go from country to country in the direction of the arrow", () => {
    const from = (id: string, arrow: "ArrowRight" | "ArrowLeft" | "ArrowUp" | "ArrowDown") =>
      nextTowards(drawn(world, id), arrow, world.countries).id;
    expect(from("PRT", "ArrowRight")).toBe("ESP");
    expect(from("CAN", "ArrowDown")).toBe("USA");
    expect(from("EGY", "ArrowLeft")).toBe("LBY");
    expect(from("ZAF", "ArrowUp")).toBe("BWA");
  });

  it("reach every country from any other", () => {
    const reached = new Set(["FRA"]);
    const open = ["FRA"];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const arrow of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"] as const) {
        const next = nextTowards(drawn(world, id), arrow, world.countries).id;
        if (!reached.has(next)) open.push(next);
        reached.add(next);
      }
    }
    expect(states.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it("mean the nearest dot within reach", () => {
    const { x, y } = drawn(world, "MLT");
    expect(nearestTo(x + 3, y + 3, 8, world.countries)?.id).toBe("MLT");
    expect(nearestTo(x + 30, y + 30, 8, world.countries)).toBeNull();
  });

  it("see parts of the map that have its proportions and lie within it", () => {
    for (const view of MAP_VIEWS) {
      const { x, y, width, height } = boxOf(view, world);
      expect(width / height).toBeCloseTo(world.width / world.height);
      expect(Math.min(x, y, world.width - x - width, world.height - y - height)).toBeGreaterThan(-1);
    }
  });
});
