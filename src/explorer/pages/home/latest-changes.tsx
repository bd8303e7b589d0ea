/** The latest changes, newest first: who did what where, each leading to who says so. */
import { useState } from "preact/hooks";
import type { Day } from "../../../domain/day.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { partyAddress } from "../../address/party-address.ts";
import { dateInWords, dayInWords } from "../../words/dates.ts";
import { ACT_VERBS } from "../../words/names.ts";
import type { DeclaredChange } from "./use-latest.ts";

interface LatestChangesProps {
  readonly changes: readonly DeclaredChange[];
  readonly day: Day;
  readonly times: Times;
}

const SHOWN_AT_FIRST = 12;
/** Where they stand above the coalitions; home.css hides the others. */
const SHOWN_ABOVE = 4;
const SHOWN_AT_MOST = 40;

export function LatestChanges({ changes, day, times }: LatestChangesProps) {
  const [more, setMore] = useState(false);
  if (changes.length === 0) {
    return <p class="muted">Nothing is declared for the two years before {dayInWords(day)}.</p>;
  }
  return (
    <>
      <ol class={more ? "changes" : "changes few"}>
        {changes.slice(0, more ? SHOWN_AT_MOST : SHOWN_AT_FIRST).map((change) => (
          <li key={change.id}>
            <span class="when">{dateInWords(change.effective)}</span>
            <Sentence change={change} times={times} />
            <Link
              class="source"
              to={addressOf("declaration", change.id, times)}
              aria-label={`Who says so: ${sourceOf(change)}`}
            >
              {sourceOf(change)}
            </Link>
          </li>
        ))}
      </ol>
      {!more && changes.length > SHOWN_ABOVE && (
        <button
          type="button"
          class={changes.length > SHOWN_AT_FIRST ? "" : "where-few"}
          onClick={() => setMore(true)}
        >
          Show more
        </button>
      )}
    </>
  );
}

function Sentence({ change, times }: { readonly change: DeclaredChange; readonly times: Times }) {
  const { party, coalition, act, role } = change;
  const body = <Link to={addressOf("coalition", coalition.id, times)}>{coalition.name}</Link>;
  if (party === null) return <span>{body} ended</span>;
  return (
    <span>
      <Link to={partyAddress(party, times)}>{party.name}</Link> {ACT_VERBS[act]} {body}
      {role !== null && role !== "member" && ` as ${role}`}
    </span>
  );
}

/** The first of its sources, as a reader would call it. */
function sourceOf({ sources }: DeclaredChange): string {
  const [first, ...others] = sources;
  const name = first?.publisher ?? first?.title ?? "Source";
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}
