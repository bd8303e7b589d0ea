/** Gives the explorer its map as a module, drawn at build from the registry's own files. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { parse } from "yaml";
import { drawWorld, type Placed } from "./draw-world.ts";

const NAME = "virtual:world-map";
const COUNTRIES = fileURLToPath(new URL("../../../seed/parties/countries.yaml", import.meta.url));

export function worldMapPlugin(): Plugin {
  return {
    name: "world-map",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      this.addWatchFile(COUNTRIES);
      // JSON.parse of a text is read faster than the same value as a literal.
      return `export const worldMap = JSON.parse(${JSON.stringify(JSON.stringify(drawWorld(placed())))});`;
    },
  };
}

/** The countries of the seed with what the map needs of them. */
export function placed(): Placed[] {
  type Entry = { id: string; name: string; numeric?: string; position?: [string, string] };
  const entries = parse(readFileSync(COUNTRIES, "utf8"), { schema: "failsafe" }) as Entry[];
  return entries.map(({ id, name, numeric, position }) => ({
    id,
    name,
    numeric: numeric ?? null,
    position:
      position === undefined ? null : { latitude: Number(position[0]), longitude: Number(position[1]) },
  }));
}
