/** The map of the world, which comes apart from the code: it is as large as all of it. */
import { useEffect, useState } from "preact/hooks";
import type { WorldMap } from "../pictures/drawn-world.ts";

const coming = import("virtual:world-map").then(({ worldMap }) => worldMap);
let world: WorldMap | null = null;

/** Null while it is on its way, or where it did not come: the roster says everything without it. */
export function useWorldMap(): WorldMap | null {
  const [shown, setShown] = useState(world);
  useEffect(() => {
    const show = (came: WorldMap) => {
      world = came;
      setShown(came);
    };
    coming.then(show, () => {});
  }, []);
  return shown;
}
