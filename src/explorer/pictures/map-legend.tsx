/** What the colours of the map mean; those that the picture does not need are left out. */
import { useId } from "preact/hooks";
import { MapPatterns, patternStyle } from "./map-shapes.tsx";
import { MAP_STATE_WORDS, MAP_STATES, type MapState } from "./map-state.ts";

const ALWAYS: readonly MapState[] = ["certain", "out"];

export function MapLegend({ states }: { readonly states: ReadonlyMap<string, MapState> }) {
  const patterns = useId();
  const met = new Set(states.values());
  const shown = met.has("no-data")
    ? MAP_STATES.filter((state) => state === "no-data")
    : MAP_STATES.filter((state) => ALWAYS.includes(state) || met.has(state));
  return (
    <ul class="legend" aria-label="Colours of the map">
      {shown.map((state) => (
        <li key={state}>
          <svg
            class="map-colours"
            aria-hidden="true"
            width="18"
            height="12"
            style={patternStyle(patterns, 1)}
          >
            <MapPatterns id={patterns} px={1} />
            <rect data-state={state} x="0.5" y="0.5" width="17" height="11" />
          </svg>
          {MAP_STATE_WORDS[state]}
        </li>
      ))}
    </ul>
  );
}
