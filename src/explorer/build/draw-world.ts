/** Draws the map of the world at build: projected, simplified, a shape or a place for each country. */
import { geoEqualEarth, geoPath } from "d3-geo";
import type { GeometryCollection, MultiPolygon } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, planarRingArea, presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection as Collection, GeometryObject, Topology } from "topojson-specification";
import type { DrawnCountry, WorldMap } from "../pictures/drawn-world.ts";
import { outlines } from "./outlines.ts";
import { pathOf, planarOf } from "./planar.ts";

/** What the map needs to know of a country. */
export interface Placed {
  readonly id: string;
  readonly name: string;
  /** Of ISO 3166-1, three digits. */
  readonly numeric: string | null;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
}

/** Units across the map; a browser shows it at 300 to 1,400 pixels. */
const WIDTH = 2000;
/** In square units: corners that change less are left out, and so are islands that are smaller. */
const FINEST = 0.4;
const SMALLEST_ISLAND = 1.2;
/** The map is cut at 169° W, so that Chukotka stays with Russia. */
const TURN = -11;

export function drawWorld(countries: readonly Placed[]): WorldMap {
  const ids = new Map(countries.map(({ id, numeric }) => [numeric, id]));
  const land = outlines((numeric) => ids.get(numeric));
  const whole = everywhere([...land.values()], countries);
  // Corners lie close enough: what the projection puts between two would differ from neighbour to neighbour.
  const projection = geoEqualEarth().rotate([TURN, 0]).precision(0).fitWidth(WIDTH, whole);
  const height = Math.ceil(geoPath(projection).bounds(whole)[1][1]);
  const shapes = simplified([...land].map(([id, outline]) => [id, planarOf(outline, projection)]));
  const area = geoPath();
  const drawn = countries.flatMap(({ id, name, position }): DrawnCountry[] => {
    if (position === null) return [];
    const [x = 0, y = 0] = projection([position.longitude, position.latitude]) ?? [];
    if (y > height) return [];
    const shape = shapes.get(id) ?? null;
    return [
      {
        id,
        name,
        path: pathOf(shape),
        x: Math.round(x),
        y: Math.round(y),
        area: shape === null ? 0 : Math.round(area.area(shape)),
      },
    ];
  });
  return { width: WIDTH, height, countries: drawn, land: pathOf(shapes.get("") ?? null) };
}

/** All land, and all places at which a dot may stand: islands that are not drawn lie farthest out. */
function everywhere(land: readonly MultiPolygon[], countries: readonly Placed[]): GeometryCollection {
  const places = countries.flatMap(({ position }) =>
    // Antarctica is not drawn.
    position === null || position.latitude < -60 ? [] : [[position.longitude, position.latitude]],
  );
  return { type: "GeometryCollection", geometries: [...land, { type: "MultiPoint", coordinates: places }] };
}

/** Fewer corners, the same ones on both sides of a border; without what is too small to see. */
function simplified(shapes: readonly (readonly [string, MultiPolygon])[]): Map<string, MultiPolygon> {
  const collection = {
    type: "FeatureCollection" as const,
    features: shapes.map(([id, geometry]) => ({ type: "Feature" as const, id, properties: {}, geometry })),
  };
  const fine = topology({ world: collection }) as Topology<{ world: Collection }>;
  const coarse = simplify(presimplify(fine), FINEST);
  const seen = filter(coarse, filterWeight(coarse, SMALLEST_ISLAND, planarRingArea));
  const world = seen.objects.world as Collection;
  return new Map(
    world.geometries.flatMap((each: GeometryObject) => {
      const { geometry } = feature(seen as Topology, each) as { geometry: unknown };
      return geometry === null ? [] : [[String(each.id), geometry as MultiPolygon] as const];
    }),
  );
}
