/** What a coalition is, how many are in on the day, and how much of it the ledger holds. */
import type { Schemas } from "../../../client/client.ts";
import type { Count } from "../../../domain/certainty.ts";
import type { Coverage } from "../../../domain/coalition.ts";
import type { Day } from "../../../domain/day.ts";
import type { PageAddress } from "../../address/address.ts";
import { ExternalLink } from "../../address/external-link.tsx";
import { dateInWords, dayInWords } from "../../words/dates.ts";
import { counted, KIND_NAMES } from "../../words/names.ts";
import { countInWords } from "../../words/numbers.ts";
import type { RosterRow } from "./day-of-coalition.ts";
import { OwnMemberships } from "./own-memberships.tsx";

interface CoalitionHeadProps {
  readonly address: PageAddress<"coalition">;
  readonly coalition: Schemas["CoalitionDetail"];
  readonly day: Day;
  readonly size: Count;
  readonly everyone: readonly RosterRow[];
}

const COVERAGE_WORDS: Readonly<Record<Coverage, string>> = {
  complete: "The roster is complete.",
  partial: "The roster is held in part.",
  none: "No roster is held here: how many members there are is not known to this ledger.",
};

export function CoalitionHead({ address, coalition, day, size, everyone }: CoalitionHeadProps) {
  const { name, shortName, kind, founded, website, coverage, coverageNote, note } = coalition;
  return (
    <header class="coalition-head">
      <p class="kind">
        {KIND_NAMES[kind]}
        {founded !== null && <span>, since {dateInWords(founded)}</span>}
      </p>
      <h1>
        {name} {shortName !== null && shortName !== name && <span class="short">{shortName}</span>}
      </h1>
      {coverage === "none" ? null : (
        <p class="size">
          <strong>{countInWords(size)}</strong> on {dayInWords(day)}
          {besides(everyone).map((words) => (
            <span key={words}> · {words}</span>
          ))}
        </p>
      )}
      <p class="coverage" data-coverage={coverage}>
        <strong>{COVERAGE_WORDS[coverage]}</strong> {coverageNote}
      </p>
      {note !== null && <p class="muted note">{note}</p>}
      <p class="elsewhere">
        {website !== null && <ExternalLink url={website} text={hostOf(website)} />}
        <OwnMemberships {...address} />
      </p>
    </header>
  );
}

/** Of an address of the web, the part that a reader knows the site by. */
function hostOf(website: string): string {
  return website.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/[/?#].*$/, "");
}

/** "2 of them suspended", "5 observers". */
function besides(everyone: readonly RosterRow[]): string[] {
  const suspended = everyone.filter(
    ({ spells: [first, ...others] }) =>
      first.role === "member" && first.standing === "suspended" && others.length === 0,
  ).length;
  const roles = (["associate", "observer", "partner"] as const).flatMap((role) => {
    const number = everyone.filter(({ spells: [first] }) => first.role === role).length;
    return number === 0 ? [] : [counted(number, role)];
  });
  return [...(suspended === 0 ? [] : [`${suspended} suspended`]), ...roles];
}
