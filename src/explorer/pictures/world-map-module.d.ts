/** The module that the build makes of the map. */
declare module "virtual:world-map" {
  export const worldMap: import("./drawn-world.ts").WorldMap;
}
