/** The outlines of Natural Earth (public domain, by way of world-atlas), each under a party of the registry. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoContains } from "d3-geo";
import type { MultiPolygon } from "geojson";
import { merge } from "topojson-client";
import type { GeometryCollection, GeometryObject, Polygon, Topology } from "topojson-specification";

type World = Topology<{ countries: GeometryCollection }>;

/** Kosovo has no number in ISO 3166-1. */
const BY_NAME: Readonly<Record<string, string>> = {
  Kosovo: "XKX",
  // Drawn apart by Natural Earth; these are the countries whose ISO codes cover the land.
  "N. Cyprus": "CYP",
  Somaliland: "SOM",
};
/** The same for land that Natural Earth draws with another country: a point in it, and whose code covers it. */
const BY_POINT: readonly { readonly point: [number, number]; readonly id: string }[] = [
  { point: [34.3, 45.3], id: "UKR" },
];
/** Nobody's member, and islands of two territories under one name. */
const LEFT_OUT: ReadonlySet<string> = new Set(["Antarctica", "Indian Ocean Ter."]);

/**
 * Degrees by party; under "" is land that is no party's.
 * @param idOf the party with a number of ISO 3166-1.
 */
export function outlines(idOf: (numeric: string) => string | undefined): Map<string, MultiPolygon> {
  const require = createRequire(import.meta.url);
  const file = require.resolve("world-atlas/countries-50m.json");
  const world = JSON.parse(readFileSync(file, "utf8")) as World;
  const byId = new Map<string, Polygon[]>();
  for (const geometry of world.objects.countries.geometries) {
    const { name = "" } = (geometry.properties ?? {}) as { name?: string };
    if (LEFT_OUT.has(name)) continue;
    const owner = BY_NAME[name] ?? idOf(String(geometry.id)) ?? "";
    for (const polygon of polygonsOf(geometry)) {
      const outline = merge(world, [polygon]);
      const id = BY_POINT.find(({ point }) => geoContains(outline, point))?.id ?? owner;
      byId.set(id, [...(byId.get(id) ?? []), polygon]);
    }
  }
  return new Map([...byId].map(([id, polygons]) => [id, merge(world, polygons)]));
}

function polygonsOf(geometry: GeometryObject): Polygon[] {
  if (geometry.type === "Polygon") return [geometry];
  if (geometry.type !== "MultiPolygon") return [];
  return geometry.arcs.map((arcs) => ({ type: "Polygon", arcs }));
}
