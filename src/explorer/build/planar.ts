/** Projects outlines onto the plane once, at build, so that no browser has to, and writes them as SVG. */
import type { GeoProjection } from "d3-geo";
import type { Geometry, MultiPolygon, Position } from "geojson";

/**
 * The geometry in the units of the projection. What the edge of the map cuts comes apart into several rings.
 */
export function planarOf(geometry: MultiPolygon, projection: GeoProjection): MultiPolygon {
  const polygons: Position[][][] = [];
  let rings: Position[][] = [];
  let ring: Position[] = [];
  const stream = projection.stream({
    point: (x, y) => {
      ring.push([x, y]);
    },
    lineStart: () => {
      ring = [];
    },
    lineEnd: () => {
      const [first] = ring;
      if (first !== undefined) rings.push([...ring, first]);
    },
    polygonStart: () => {
      rings = [];
    },
    polygonEnd: () => {
      if (rings.length > 0) polygons.push(rings);
    },
  });
  for (const polygon of geometry.coordinates) {
    stream.polygonStart();
    for (const outline of polygon) {
      stream.lineStart();
      for (const [x = 0, y = 0] of outline.slice(0, -1)) stream.point(x, y);
      stream.lineEnd();
    }
    stream.polygonEnd();
  }
  return { type: "MultiPolygon", coordinates: polygons };
}

/** The outline as an SVG path of whole numbers, each corner relative to the one before. */
export function pathOf(geometry: Geometry | null): string {
  return polygonsOf(geometry).flat().map(ringPath).join("");
}

function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === "Polygon") return [geometry.coordinates];
  return geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
}

/** Empty where rounding leaves no three corners. */
function ringPath(ring: readonly Position[]): string {
  const points = ring.slice(0, -1).map(([x = 0, y = 0]) => [Math.round(x), Math.round(y)] as const);
  const [start] = points;
  if (start === undefined) return "";
  let [x, y] = start;
  const steps: string[] = [];
  for (const [nextX, nextY] of points) {
    const [right, down] = [nextX - x, nextY - y];
    if (right === 0 && down === 0) continue;
    steps.push(`${right}${down < 0 ? "" : " "}${down}`);
    [x, y] = [nextX, nextY];
  }
  if (steps.length < 2) return "";
  return `M${start[0]} ${start[1]}l${steps.join(" ").replaceAll(" -", "-")}z`;
}
