/** Says which coalitions there were not yet on the day, and of which rosters the ledger holds only a part. */
import type { Day } from "../../../domain/day.ts";
import { dateInWords, dayInWords } from "../../words/dates.ts";
import type { Compared } from "./comparison.ts";
import { listed } from "./sentences.ts";

interface CoverageNotesProps {
  readonly compared: readonly Compared[];
  readonly day: Day;
}

export function CoverageNotes({ compared, day }: CoverageNotesProps) {
  const partial = compared.filter(({ coalition }) => coalition.coverage === "partial");
  const unfounded = compared.flatMap(({ label, coalition: { founded } }) =>
    founded !== null && (founded.earliest ?? day) > day ? [`${label} (${dateInWords(founded)})`] : [],
  );
  if (partial.length + unfounded.length === 0) return null;
  return (
    <div class="coverage-notes">
      {unfounded.length > 0 && (
        <p class="notice">
          <strong>Founded only after {dayInWords(day)}:</strong> {listed(unfounded)}.
        </p>
      )}
      {partial.length > 0 && (
        <details class="notice">
          <summary>
            <strong>Held only in part: {listed(partial.map(({ label }) => label))}.</strong> Numbers may be
            too low. What is missing?
          </summary>
          <dl>
            {partial.map(({ id, label, coalition }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{coalition.coverageNote ?? "The ledger does not say."}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
