/** The countries of the map as SVG, drawn once; what changes from day to day is an attribute of each. */
import type { WorldMap } from "./drawn-world.ts";
import { dotOf } from "./map-geometry.ts";
import type { MapState } from "./map-state.ts";

export function MapShapes({ world }: { readonly world: WorldMap }) {
  return (
    <>
      <path class="map-land" d={world.land} />
      {world.countries.map(({ id, path }) => path !== "" && <path key={id} data-id={id} d={path} />)}
      {world.countries.map((country) => {
        const { id, x, y } = country;
        const dot = dotOf(country);
        return dot !== null && <circle key={id} data-id={id} data-dot={dot} cx={x} cy={y} />;
      })}
    </>
  );
}

/** Stripes for what is possible, dots for what is suspended; `px` is one pixel in units of the map. */
export function MapPatterns({ id, px }: { readonly id: string; readonly px: number }) {
  const size = {
    width: 5,
    height: 5,
    patternUnits: "userSpaceOnUse",
    patternTransform: `rotate(45) scale(${px})`,
  };
  return (
    <defs>
      <pattern id={`${id}-stripes`} {...size}>
        <rect class="stripes-ground" width="5" height="5" />
        <rect class="stripes" width="2.5" height="5" />
      </pattern>
      <pattern id={`${id}-dots`} {...size}>
        <rect class="dots-ground" width="5" height="5" />
        <circle class="dots" cx="2.5" cy="2.5" r="1" />
      </pattern>
    </defs>
  );
}

/** Where the style finds the patterns. */
export function patternStyle(id: string, px: number) {
  return { "--px": px, "--stripes": `url(#${id}-stripes)`, "--dots": `url(#${id}-dots)` };
}

/** The drawn elements of each country. */
export type Drawn = ReadonlyMap<string, readonly Element[]>;

export function drawnIn(svg: SVGSVGElement): Drawn {
  const drawn = new Map<string, Element[]>();
  for (const element of svg.querySelectorAll("[data-id]")) {
    const id = element.getAttribute("data-id") ?? "";
    drawn.set(id, [...(drawn.get(id) ?? []), element]);
  }
  return drawn;
}

/** Touches only the countries whose state is another than before: a day dragged changes few of them. */
export function colour(drawn: Drawn, states: ReadonlyMap<string, MapState>): void {
  for (const [id, elements] of drawn) {
    const state = states.get(id) ?? "out";
    for (const element of elements) {
      if (element.getAttribute("data-state") !== state) element.setAttribute("data-state", state);
    }
  }
}
