/** A coalition on a day, once its spells are there. */
import { useEffect, useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { PageAddress } from "../../address/address.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import { useWorldMap } from "../../answers/use-world-map.ts";
import { announce } from "../../shell/announcer.tsx";
import { today } from "../../shell/today.ts";
import { useDelayed } from "../../shell/use-delayed.ts";
import { dayInWords } from "../../words/dates.ts";
import { countInWords } from "../../words/numbers.ts";
import { ChangesSection } from "./changes-section.tsx";
import { ClaimsSection } from "./claims-section.tsx";
import { CoalitionHead } from "./coalition-head.tsx";
import { CurveSection } from "./curve-section.tsx";
import { answering, rosterOn, sizeOf, statesOn } from "./day-of-coalition.ts";
import { FindingsSection } from "./findings-section.tsx";
import { MapSection } from "./map-section.tsx";
import { RosterSection } from "./roster-section.tsx";
import type { Course } from "./use-course.ts";
import { useStill } from "./use-still.ts";

interface CoalitionViewProps {
  readonly address: PageAddress<"coalition">;
  readonly coalition: Schemas["CoalitionDetail"];
  readonly spells: readonly ShownSpell[];
  readonly course: Course;
}

export function CoalitionView({ address, coalition, spells, course }: CoalitionViewProps) {
  const day = address.on ?? today();
  const world = useWorldMap();
  const members = useMemo(() => answering(spells, { role: "member", standing: "any" }), [spells]);
  const size = useMemo(() => sizeOf(rosterOn(members, day)), [members, day]);
  const everyone = useMemo(() => rosterOn(spells, day), [spells, day]);
  const rows = useMemo(() => rosterOn(course.spells, day), [course.spells, day]);
  const states = useMemo(() => statesOn(spells, day), [spells, day]);
  const held = coalition.coverage !== "none";
  const said = held
    ? `${countInWords(size)} on ${dayInWords(day)}`
    : `No roster of ${coalition.name} is held`;
  useSaid(said);
  const still = useStill(address);
  const changes = useMemo(() => <ChangesSection address={still} />, [still]);
  const claims = useMemo(() => <ClaimsSection address={still} />, [still]);
  const findings = useMemo(() => <FindingsSection address={still} />, [still]);
  return (
    <article class="coalition" data-moving={still.on !== address.on}>
      <CoalitionHead address={address} coalition={coalition} day={day} size={size} everyone={everyone} />
      <MapSection
        address={address}
        coalition={coalition}
        world={world}
        day={day}
        states={states}
        everyone={everyone}
        spells={spells}
        course={course}
        said={said}
      />
      {held && <CurveSection address={address} coalition={coalition} course={course} day={day} />}
      {held && changes}
      {held && <RosterSection address={address} still={still} rows={rows} course={course} day={day} />}
      {claims}
      {findings}
    </article>
  );
}

/** Said aloud once it stands still. */
function useSaid(text: string): void {
  const still = useDelayed(text);
  useEffect(() => announce(still), [still]);
}
