/** What a party belongs to, over time and on the day, once its spells are there. */
import { useEffect, useId, useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { CoalitionKind } from "../../../domain/coalition.ts";
import type { PageAddress } from "../../address/address.ts";
import { whole } from "../../answers/question.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { useLasting } from "../../answers/use-lasting.ts";
import type { Span } from "../../pictures/curve-scales.ts";
import { announce } from "../../shell/announcer.tsx";
import { today } from "../../shell/today.ts";
import { useDelayed } from "../../shell/use-delayed.ts";
import { partyInSentence } from "../../words/articles.ts";
import { dayInWords } from "../../words/dates.ts";
import { DayList } from "./day-list.tsx";
import { MembershipsSection } from "./memberships-section.tsx";
import { membershipsOn, pendingOn } from "./on-the-day.ts";
import { dayInSentence, endInSentence } from "./standing-words.ts";

interface PartyViewProps {
  readonly address: PageAddress<"party">;
  readonly party: Schemas["PartyDetail"];
  readonly spells: readonly ShownSpell[];
  readonly span: Span;
  /** The first day on which a former state was no more. */
  readonly until: string | null;
}

export function PartyView({ address, party, spells, span, until }: PartyViewProps) {
  const { id, on, known, query } = address;
  const day = on ?? today();
  const heading = useId();
  const kinds = useKindsOfCoalitions(known);
  const { all, byId } = useDeclarations(id, known);
  const shown = useMemo(
    () =>
      spells.filter(
        ({ role, coalition }) =>
          (query.role === "any" || query.role === role) &&
          (query.kind === "any" || query.kind === kinds.get(coalition)),
      ),
    [spells, query.role, query.kind, kinds],
  );
  const memberships = useMemo(() => membershipsOn(shown, day), [shown, day]);
  const pending = useMemo(() => pendingOn(all, day), [all, day]);
  const gone = until !== null && until <= day && memberships.length === 0;
  const name = partyInSentence(party);
  const said = gone ? endInSentence(name, day, until) : dayInSentence(name, day, today(), memberships);
  const still = useDelayed(said);
  useEffect(() => announce(still), [still]);
  if (spells.length === 0) return <p class="muted">No membership of it is declared.</p>;
  return (
    <>
      <MembershipsSection
        address={address}
        name={name}
        day={day}
        today={today()}
        span={span}
        spells={shown}
        declarations={byId}
        roles={new Set(spells.map(({ role }) => role))}
        kinds={new Set(spells.flatMap(({ coalition }) => kinds.get(coalition) ?? []))}
      />
      <section class="on-the-day" aria-labelledby={heading}>
        <h2 id={heading}>On {dayInWords(day)}</h2>
        <p>{said}</p>
        <DayList
          memberships={memberships}
          pending={pending}
          declarations={byId}
          times={{ on, known }}
          day={today()}
        />
      </section>
    </>
  );
}

function useKindsOfCoalitions(known: string | null): ReadonlyMap<string, CoalitionKind> {
  const { value } = useAnswer(whole("/v1/coalitions", { query: { known: known ?? undefined } }));
  const items = useLasting(value, "")?.items;
  return useMemo(() => new Map(items?.map(({ id, kind }) => [id, kind])), [items]);
}

/** What the memberships rest on, and what is declared and yet to come. */
function useDeclarations(party: string, known: string | null) {
  const { value } = useAnswer(whole("/v1/declarations", { query: { party, known: known ?? undefined } }));
  const all = useLasting(value, party)?.items;
  return useMemo(() => ({ all: all ?? [], byId: new Map(all?.map((each) => [each.id, each])) }), [all]);
}
