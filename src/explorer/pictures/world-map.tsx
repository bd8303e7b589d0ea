/** The map of the world, coloured by how each country stands to a coalition on a day. */
import { useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { WorldMap as World } from "./drawn-world.ts";
import { MapLegend } from "./map-legend.tsx";
import { colour, type Drawn, drawnIn, MapPatterns, MapShapes, patternStyle } from "./map-shapes.tsx";
import type { MapState } from "./map-state.ts";
import { boxOf, MAP_VIEWS, WHOLE_WORLD } from "./map-views.ts";
import { Tip } from "./tip.tsx";
import { useMapPointing } from "./use-map-pointing.ts";
import { useWidth } from "./use-width.ts";

interface WorldMapProps {
  readonly world: World;
  /** Countries that are not named are `out`. */
  readonly states: ReadonlyMap<string, MapState>;
  /** What the whole picture says, for those who do not see it. */
  readonly label: string;
  /** A country's name and how it stands, in words. */
  readonly describe: (id: string) => string;
  /** Opens the page of a country. */
  readonly open: (id: string) => void;
}

export function WorldMap({ world, states, label, describe, open }: WorldMapProps) {
  const svg = useRef<SVGSVGElement>(null);
  const drawn = useRef<Drawn>(new Map());
  const [view, setView] = useState(WHOLE_WORLD);
  const [hint, patterns] = [useId(), useId()];
  const width = useWidth(svg, 900);
  const box = boxOf(view, world);
  const px = box.width / width;
  const first = () =>
    world.countries.find(({ id }) => (states.get(id) ?? "out") !== "out") ?? world.countries[0];
  const { pointed, handlers } = useMapPointing(svg, world, first, open);
  // The same node each time: what is drawn once is not even compared again.
  const shapes = useMemo(() => <MapShapes world={world} />, [world]);
  useLayoutEffect(() => {
    if (svg.current !== null) drawn.current = drawnIn(svg.current);
  }, [shapes]);
  useLayoutEffect(() => colour(drawn.current, states), [shapes, states]);

  return (
    <figure class="map">
      <fieldset class="map-views" aria-label="Part of the map">
        {MAP_VIEWS.map((each) => (
          <button
            key={each.name}
            type="button"
            class="chip"
            aria-pressed={each === view}
            onClick={() => setView(each)}
          >
            {each.name}
          </button>
        ))}
      </fieldset>
      <div
        class="map-frame"
        role="application"
        aria-roledescription="map"
        aria-label={label}
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys itself, those its hint names.
        tabIndex={0}
        {...handlers}
      >
        <svg
          ref={svg}
          class="map-colours"
          aria-hidden="true"
          viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
          style={patternStyle(patterns, px)}
        >
          <MapPatterns id={patterns} px={px} />
          {shapes}
          {pointed !== null && <circle class="map-pointed" cx={pointed.country.x} cy={pointed.country.y} />}
        </svg>
        {pointed !== null && (
          <Tip
            left={(pointed.country.x - box.x) / box.width}
            top={(pointed.country.y - box.y) / box.height}
            text={describe(pointed.country.id)}
          />
        )}
      </div>
      <p id={hint} class="unseen">
        The arrow keys go from country to country, Enter opens one. The roster says the same in a table.
      </p>
      <p class="unseen" aria-live="polite">
        {pointed?.by === "keys" ? describe(pointed.country.id) : ""}
      </p>
      <figcaption>
        <MapLegend states={states} />
        <p class="map-note">
          Outlines: Natural Earth. Land is drawn with the country whose ISO code covers it; a territory with a
          code of its own, like Greenland, stands for itself. That takes no side.
        </p>
      </figcaption>
    </figure>
  );
}
