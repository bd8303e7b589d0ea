/** What changed last before a day, and what comes next. */
import type { Day } from "../../../domain/day.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { boundsInWords } from "../../words/bounds.ts";
import { dayInWords } from "../../words/dates.ts";
import type { Happening } from "./course.ts";

interface LatestChangesProps {
  readonly happenings: readonly Happening[];
  readonly day: Day;
  readonly times: Times;
}

const MOST_SHOWN = 4;

export function LatestChanges({ happenings, day, times }: LatestChangesProps) {
  const begun = happenings.filter(({ on }) => on.earliest <= day);
  const shown = begun.slice(-MOST_SHOWN).reverse();
  const next = happenings.find(({ on }) => on.earliest > day);
  const { on, known } = times;
  return (
    <section class="latest">
      <h3>Last changes by {dayInWords(day)}</h3>
      {shown.length === 0 && <p class="muted">None yet.</p>}
      <ul>
        {shown.map((each) => (
          <li key={`${each.declaration} ${each.text}`}>
            <span class="when">
              {boundsInWords(each.on)}
              {each.on.latest > day && ", possibly"}
            </span>{" "}
            {each.declaration === null ? (
              each.text
            ) : (
              <Link to={addressOf("declaration", each.declaration, { on, known })}>{each.text}</Link>
            )}
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <p class="next">
          Next, {boundsInWords(next.on)}: {next.text}.
        </p>
      )}
    </section>
  );
}
