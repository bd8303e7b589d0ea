/** From a declaration to the party and the coalition on the day on which it counts. */
import type { Schemas } from "../../../client/client.ts";
import { plusDays } from "../../../domain/day.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { dayInWords } from "../../words/dates.ts";

interface DayLinksProps {
  readonly declaration: Schemas["DeclarationDetail"];
  readonly times: Times;
}

export function DayLinks({ declaration: { party, coalition, effective }, times }: DayLinksProps) {
  const { known } = times;
  // The last day that it may be is the first on which it counts for certain.
  const day = effective.latest ?? effective.earliest;
  const before = effective.earliest === null ? null : plusDays(effective.earliest, -1);
  return (
    <>
      {party !== null && (
        <Link to={addressOf("party", party.id, { on: day, known })}>
          {party.name}
          {day !== null && ` on ${dayInWords(day)}`}
        </Link>
      )}
      <Link to={addressOf("coalition", coalition.id, { on: day, known })}>
        {coalition.name}
        {day !== null && " on that day"}
      </Link>
      {before !== null && (
        <Link to={addressOf("coalition", coalition.id, { on: before, known })}>
          {coalition.name} on {dayInWords(before)}, before it
        </Link>
      )}
    </>
  );
}
