/** The comparison of two to five coalitions on a day, once their spells are there. */
import { useEffect, useMemo } from "preact/hooks";
import type { PageAddress } from "../../address/address.ts";
import { announce } from "../../shell/announcer.tsx";
import { today } from "../../shell/today.ts";
import { useDelayed } from "../../shell/use-delayed.ts";
import { dayInWords } from "../../words/dates.ts";
import { type Compared, onDay } from "./comparison.ts";
import { CoverageNotes } from "./coverage-notes.tsx";
import { IntersectionSection } from "./intersection-section.tsx";
import { OverlapSection } from "./overlap-section.tsx";
import { PartyTable } from "./party-table.tsx";
import { capitalized, sizeOf, summary, togetherInWords } from "./sentences.ts";

interface ComparisonViewProps {
  /** What its query says fits the coalitions. */
  readonly address: PageAddress<"compare">;
  readonly compared: readonly Compared[];
}

export function ComparisonView({ address, compared }: ComparisonViewProps) {
  const day = address.on ?? today();
  const found = useMemo(() => onDay(compared, day), [compared, day]);
  const { intersections, inAll, rows } = found;
  const ids = address.query.exactly;
  const chosen =
    ids.length === 0
      ? null
      : (intersections.find(({ coalitions }) => coalitions.join() === ids.join()) ?? null);
  const together = togetherInWords(sizeOf(inAll), compared.length);
  useSaid(`${capitalized(together)} on ${dayInWords(day)}`);
  return (
    <>
      <p class="summary">
        On {dayInWords(day)}, <strong>{together}.</strong> {summary(compared, intersections)}
      </p>
      <CoverageNotes compared={compared} day={day} />
      <IntersectionSection address={address} compared={compared} found={found} chosen={chosen} day={day} />
      <OverlapSection address={address} compared={compared} pairs={found.pairs} day={day} />
      <PartyTable address={address} compared={compared} rows={rows} chosen={chosen} day={day} />
    </>
  );
}

/** Said aloud once it stands still. */
function useSaid(text: string): void {
  const still = useDelayed(text);
  useEffect(() => announce(still), [still]);
}
