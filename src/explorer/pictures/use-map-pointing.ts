/** Which country of the map is pointed at, with a mouse, a finger or the arrow keys. */
import type { RefObject, TargetedKeyboardEvent, TargetedMouseEvent, TargetedPointerEvent } from "preact";
import { useState } from "preact/hooks";
import type { DrawnCountry, WorldMap } from "./drawn-world.ts";
import { dotOf, isArrow, nearestTo, nextTowards } from "./map-geometry.ts";

export interface Pointed {
  readonly country: DrawnCountry;
  readonly by: "pointer" | "keys";
}

/** How far beside a dot a pointer still means it, in pixels. */
const REACH = 9;

type PointerOnMap = TargetedPointerEvent<HTMLElement>;

/**
 * @param first the country that the keys begin with.
 * @param open is told the country that was chosen.
 */
export function useMapPointing(
  svg: RefObject<SVGSVGElement | null>,
  world: WorldMap,
  first: () => DrawnCountry | undefined,
  open: (id: string) => void,
) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const at = (event: PointerOnMap): DrawnCountry | null => {
    const id = event.target instanceof Element ? event.target.getAttribute("data-id") : null;
    if (id !== null) return world.countries.find((each) => each.id === id) ?? null;
    const matrix = svg.current?.getScreenCTM();
    if (!matrix) return null;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return nearestTo(
      x,
      y,
      REACH / matrix.a,
      world.countries.filter((each) => dotOf(each) === "always"),
    );
  };
  const pointAt = (country: DrawnCountry | null) => {
    if (country !== (pointed?.country ?? null)) setPointed(country && { country, by: "pointer" });
  };
  const handlers = {
    onPointerMove: (event: PointerOnMap) => {
      if (event.pointerType !== "touch") pointAt(at(event));
    },
    onPointerLeave: () => {
      if (pointed?.by === "pointer") setPointed(null);
    },
    /** A finger cannot hover: its first touch tells, the second opens. */
    onClick: (event: TargetedMouseEvent<HTMLElement>) => {
      const press = event as unknown as PointerOnMap;
      const country = at(press);
      if (press.pointerType === "touch" && country !== (pointed?.country ?? null)) pointAt(country);
      else if (country !== null) open(country.id);
    },
    onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => {
      if (event.key === "Enter" && pointed !== null) open(pointed.country.id);
      else if (event.key === "Escape") setPointed(null);
      else if (isArrow(event.key)) {
        const country = pointed === null ? first() : nextTowards(pointed.country, event.key, world.countries);
        if (country !== undefined) setPointed({ country, by: "keys" });
      } else return;
      event.preventDefault();
    },
    onBlur: () => setPointed(null),
  };
  return { pointed, handlers };
}
