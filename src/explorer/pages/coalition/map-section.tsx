/** The map of a coalition, with what no map can show beside it. */
import { useId, useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { Day } from "../../../domain/day.ts";
import type { PageAddress } from "../../address/address.ts";
import { visit } from "../../address/navigation.ts";
import { partyAddress } from "../../address/party-address.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import type { WorldMap as World } from "../../pictures/drawn-world.ts";
import type { MapState } from "../../pictures/map-state.ts";
import { WorldMap } from "../../pictures/world-map.tsx";
import { dateInWords } from "../../words/dates.ts";
import type { RosterRow } from "./day-of-coalition.ts";
import { LatestChanges } from "./latest-changes.tsx";
import { OffTheMap } from "./off-the-map.tsx";
import { standingInWords } from "./spell-words.ts";
import type { Course } from "./use-course.ts";

interface MapSectionProps {
  readonly address: PageAddress<"coalition">;
  readonly coalition: Schemas["CoalitionDetail"];
  readonly world: World | null;
  readonly day: Day;
  readonly states: ReadonlyMap<string, MapState>;
  readonly everyone: readonly RosterRow[];
  readonly spells: readonly ShownSpell[];
  readonly course: Course;
  /** The count in words. */
  readonly said: string;
}

export function MapSection(props: MapSectionProps) {
  const { address, coalition, world, day, states, everyone, spells, course, said } = props;
  const heading = useId();
  const held = coalition.coverage !== "none";
  const drawn = useMemo(() => new Set(world?.countries.map(({ id }) => id)), [world]);
  const nothing = useMemo(() => new Map(world?.countries.map(({ id }) => [id, "no-data" as const])), [world]);
  const describe = (id: string): string => {
    const name = world?.countries.find((each) => each.id === id)?.name ?? id;
    if (!held) return `${name}: no roster is held`;
    const row = everyone.find(({ party }) => party === id);
    if (row !== undefined) return `${row.spells[0].row.party.name}: ${standingInWords(row)}`;
    return `${name}: ${absenceInWords(spells, id, day)}`;
  };
  return (
    <section class="map-section" aria-labelledby={heading}>
      <h2 id={heading} class="unseen">
        Map
      </h2>
      <div class="map-column">
        {held && (
          <a class="skip-map" href="#roster">
            Skip the map to the roster
          </a>
        )}
        {world === null ? (
          <p class="map awaited" aria-busy="true">
            Loading the map …
          </p>
        ) : (
          <WorldMap
            world={world}
            states={held ? states : nothing}
            label={`World map: ${said}`}
            describe={describe}
            open={(id) =>
              visit(partyAddress({ id, kind: "country" }, { on: address.on, known: address.known }))
            }
          />
        )}
      </div>
      {held && (
        <div class="beside-map">
          {world !== null && (
            <OffTheMap rows={everyone.filter(({ party }) => !drawn.has(party))} times={address} />
          )}
          <LatestChanges happenings={course.happenings} day={day} times={address} />
        </div>
      )}
    </section>
  );
}

/** "not in; left on 31 January 2020", "not in; joined later, on 4 April 2023". */
function absenceInWords(spells: readonly ShownSpell[], id: string, day: Day): string {
  const own = spells.filter(({ party }) => party === id);
  const past = own.findLast(({ to }) => to !== null && to.latest <= day);
  if (past?.to) return `not in; ${past.role} until ${dateInWords(past.to)}`;
  const coming = own.find(({ from }) => from.earliest > day);
  if (coming !== undefined) return `not in; ${coming.role} from ${dateInWords(coming.from)}`;
  return "not in";
}
