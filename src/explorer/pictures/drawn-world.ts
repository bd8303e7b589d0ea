/** The map of the world as it is drawn at build: SVG paths under the ids of the registry. */

export interface DrawnCountry {
  readonly id: string;
  /** The English short name, for those that no roster names. */
  readonly name: string;
  /** The outline; empty where nothing of it is large enough to draw. */
  readonly path: string;
  /** Where a dot stands for it, and from where the arrow keys go on. */
  readonly x: number;
  readonly y: number;
  /** In square units of the map. */
  readonly area: number;
}

export interface WorldMap {
  readonly width: number;
  readonly height: number;
  /** In the order of their ids. */
  readonly countries: readonly DrawnCountry[];
  /** Land that the outlines give to no country of the registry. */
  readonly land: string;
}
