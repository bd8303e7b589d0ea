/** Parts of the map that can be looked at closer, since Europe and the Caribbean are small on a phone. */
import type { WorldMap } from "./drawn-world.ts";

export interface MapView {
  readonly name: string;
  /** How many times larger than the whole. */
  readonly zoom: number;
  /** The middle, as parts of the width and the height. */
  readonly middle: readonly [number, number];
}

export const WHOLE_WORLD: MapView = { name: "World", zoom: 1, middle: [0.5, 0.5] };

export const MAP_VIEWS: readonly MapView[] = [
  WHOLE_WORLD,
  { name: "Africa", zoom: 1.8, middle: [0.505, 0.57] },
  { name: "Americas", zoom: 1.25, middle: [0.27, 0.42] },
  { name: "Caribbean", zoom: 5.5, middle: [0.265, 0.4] },
  { name: "Asia", zoom: 2, middle: [0.73, 0.36] },
  { name: "Europe", zoom: 4, middle: [0.5, 0.15] },
  { name: "Middle East", zoom: 4.5, middle: [0.575, 0.35] },
  { name: "Oceania", zoom: 2.2, middle: [0.9, 0.68] },
];

/** A part of the map in its units, of the same proportions as the whole. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf({ zoom, middle }: MapView, world: WorldMap): Box {
  const [width, height] = [world.width / zoom, world.height / zoom];
  return {
    x: within(middle[0] * world.width - width / 2, world.width - width),
    y: within(middle[1] * world.height - height / 2, world.height - height),
    width,
    height,
  };
}

function within(start: number, last: number): number {
  return Math.round(Math.min(Math.max(start, 0), last));
}
