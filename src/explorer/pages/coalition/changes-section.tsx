/** What became different between two days that the reader chooses. */
import { useId } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import { CHANGE_KINDS, type ChangeKind } from "../../../domain/changes.ts";
import { AFTER_ALL, BEFORE_ALL, type Day, isDay } from "../../../domain/day.ts";
import { addressOf, changed, type PageAddress, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { amend } from "../../address/navigation.ts";
import { PartyLink } from "../../address/party-link.tsx";
import { question } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { ShownAnswer } from "../../shell/answer.tsx";
import { today } from "../../shell/today.ts";
import { boundsInWords } from "../../words/bounds.ts";
import { dayInWords } from "../../words/dates.ts";
import { windowOf } from "./window.ts";

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  joined: "Joined",
  left: "Left",
  suspended: "Suspended",
  reinstated: "Reinstated",
  succeeded: "Took over a seat",
  roleChanged: "Changed their role",
};

export function ChangesSection({ address }: { readonly address: PageAddress<"coalition"> }) {
  const { id, known, query } = address;
  const heading = useId();
  const { from, to } = windowOf(query, today());
  const inOrder = from < to;
  const asked = { path: { id }, query: { from, to, role: query.role, known: known ?? undefined } };
  const changes = useAnswer(inOrder ? question("/v1/coalitions/{id}/changes", asked) : null);
  const choose = (days: { readonly from?: Day; readonly to?: Day }) =>
    amend(changed(address, { query: days }));
  return (
    <section class="changes-between" aria-labelledby={heading}>
      <h2 id={heading}>Changes between two days</h2>
      <div class="window">
        <DayField label="From" day={from} choose={(day) => choose({ from: day })} />
        <DayField label="To (not included)" day={to} choose={(day) => choose({ to: day })} />
      </div>
      {inOrder ? (
        <ShownAnswer to={changes} what="the changes">
          {(told) => <ChangeLists told={told} from={from} to={to} times={address} />}
        </ShownAnswer>
      ) : (
        <p class="notice">The second day is to be after the first.</p>
      )}
    </section>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly day: Day;
  readonly choose: (day: Day) => void;
}

function DayField({ label, day, choose }: DayFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="date"
        value={day}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isDay(value)) choose(value);
        }}
      />
    </label>
  );
}

interface ChangeListsProps {
  readonly told: Schemas["Changes"];
  readonly from: Day;
  readonly to: Day;
  readonly times: Times;
}

function ChangeLists({ told, from, to, times }: ChangeListsProps) {
  const { on, known } = times;
  const kinds = CHANGE_KINDS.filter((kind) => told[kind].length > 0);
  if (kinds.length === 0) {
    return (
      <p>
        Nothing changed from {dayInWords(from)} up to {dayInWords(to)}.
      </p>
    );
  }
  return (
    <div class="change-lists">
      {kinds.map((kind) => (
        <section key={kind}>
          <h3>
            {KIND_WORDS[kind]} <span class="aside">{told[kind].length}</span>
          </h3>
          <ul>
            {told[kind].map(({ party, on: days, certainty, roleFrom, declaration }) => (
              <li key={`${party.id} ${days.earliest}`}>
                <PartyLink party={party} times={times} />{" "}
                <span class="when">
                  {boundsInWords({ earliest: days.earliest ?? BEFORE_ALL, latest: days.latest ?? AFTER_ALL })}
                  {roleFrom !== undefined && `, ${roleFrom} before`}
                  {certainty === "possible" && ", possibly outside these days"}
                </span>{" "}
                {declaration !== null && (
                  <Link to={addressOf("declaration", declaration, { on, known })}>declaration</Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
