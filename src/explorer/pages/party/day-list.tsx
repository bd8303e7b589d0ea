/** What a party belongs to on the day: certainly, possibly, and what is declared but not in effect. */
import type { Schemas } from "../../../client/client.ts";
import type { Day } from "../../../domain/day.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { sentenceOf } from "../../words/acts.ts";
import { dateInWords } from "../../words/dates.ts";
import { placeInWords } from "../../words/ordinals.ts";
import { DeclarationLinks } from "./declaration-links.tsx";
import type { MembershipOn } from "./on-the-day.ts";
import { standingInWords } from "./standing-words.ts";

type Declaration = Schemas["Declaration"];

interface DayListProps {
  readonly memberships: readonly MembershipOn[];
  readonly pending: readonly Declaration[];
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly times: Times;
  readonly day: Day;
}

export function DayList({ memberships, pending, declarations, times, day }: DayListProps) {
  const [certain, possible] = (["certain", "possible"] as const).map((is) =>
    memberships.filter(({ certainty }) => certainty === is),
  ) as [MembershipOn[], MembershipOn[]];
  const list = (shown: readonly MembershipOn[]) => (
    <ul class="day-list">
      {shown.map((membership) => (
        <DayListItem
          key={membership.coalition.id}
          {...membership}
          declarations={declarations}
          times={times}
        />
      ))}
    </ul>
  );
  return (
    <>
      {certain.length > 0 && list(certain)}
      {possible.length > 0 && (
        <>
          <h3>Possible on that day</h3>
          <p class="muted">The dates as they are known allow it, and do not make it certain.</p>
          {list(possible)}
        </>
      )}
      {pending.length > 0 && (
        <>
          <h3>Declared by then, not yet in effect</h3>
          <ul class="pending">
            {pending.map((declaration) => (
              <li key={declaration.id}>
                <Link to={addressOf("declaration", declaration.id, times)}>
                  {sentenceOf(declaration, day < (declaration.effective.earliest ?? day) ? "coming" : "past")}
                </Link>{" "}
                <span class="aside">
                  {declaration.declared !== null && `declared ${dateInWords(declaration.declared)}, `}
                  effective {dateInWords(declaration.effective)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface DayListItemProps extends MembershipOn {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly times: Times;
}

function DayListItem({ coalition, certainty, spells, declarations, times }: DayListItemProps) {
  const [first] = spells;
  const { ordinal } = first.row;
  return (
    <li data-role={first.role} data-standing={first.standing} data-certainty={certainty}>
      <Link to={addressOf("coalition", coalition.id, times)}>{coalition.name}</Link>{" "}
      <span class="standing">{standingInWords(certainty, spells)}</span>
      <span class="aside">
        {ordinal !== null && <span>{placeInWords(ordinal)} to join · </span>}
        declared:{" "}
        <DeclarationLinks
          ids={[...new Set(spells.flatMap((spell) => spell.declarations))]}
          declarations={declarations}
          about={coalition.name}
          times={times}
        />
      </span>
    </li>
  );
}
