/** Who is in exactly which: the picture, its table, and the parties of the combination that is chosen. */
import { useId } from "preact/hooks";
import type { Day } from "../../../domain/day.ts";
import { changed, type PageAddress } from "../../address/address.ts";
import { visit } from "../../address/navigation.ts";
import { PartyLink } from "../../address/party-link.tsx";
import { TableBehind } from "../../pictures/table-behind.tsx";
import { announce } from "../../shell/announcer.tsx";
import { useDelayed } from "../../shell/use-delayed.ts";
import { dayInWords } from "../../words/dates.ts";
import { ROLE_CHOICES } from "./choice.ts";
import type { Compared, OnDay } from "./comparison.ts";
import type { Intersection } from "./intersections.ts";
import { capitalized, countOf, sizeOfIntersection, WHO, whereInWords } from "./sentences.ts";
import { UpsetPicture } from "./upset-picture.tsx";

interface IntersectionSectionProps {
  readonly address: PageAddress<"compare">;
  readonly compared: readonly Compared[];
  readonly found: OnDay;
  readonly chosen: Intersection | null;
  readonly day: Day;
}

export function IntersectionSection({ address, compared, found, chosen, day }: IntersectionSectionProps) {
  const heading = useId();
  const { intersections } = found;
  const { role, exactly } = address.query;
  const labels = new Map(compared.map(({ id, label }) => [id, label]));
  const whereOf = (ids: readonly string[]) =>
    whereInWords(
      ids.map((id) => labels.get(id) ?? id),
      compared.length,
    );
  const choose = (ids: readonly string[]) => {
    visit(changed(address, { query: { exactly: ids } }));
    const of = intersections.find(({ coalitions }) => coalitions.join() === ids.join());
    announce(
      of === undefined ? "All parties are shown." : `${whereOf(ids)}: ${countOf(sizeOfIntersection(of))}.`,
    );
  };
  return (
    <section class="who-in-which" aria-labelledby={heading}>
      <div class="section-head">
        <h2 id={heading}>Who is in which</h2>
        <label>
          Count{" "}
          <select
            value={role}
            onChange={({ currentTarget: { value } }) => {
              const next = ROLE_CHOICES.find((each) => each === value);
              if (next !== undefined) visit(changed(address, { query: { role: next, exactly: [] } }));
            }}
          >
            {ROLE_CHOICES.map((each) => (
              <option key={each} value={each}>
                {each === "any" ? "parties in any role" : WHO[each][1]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {intersections.length === 0 ? (
        <p class="muted">
          None of them has {WHO[role][1]} on {dayInWords(day)}.
        </p>
      ) : (
        <UpsetPicture compared={compared} found={found} exactly={exactly} whereOf={whereOf} choose={choose} />
      )}
      {exactly.length > 0 && (
        <Chosen
          where={whereOf(exactly)}
          intersection={chosen}
          found={found}
          address={address}
          all={() => choose([])}
        />
      )}
      <TableBehind
        summary="The picture as a table"
        head={["In exactly", "Certain", "Possible besides"]}
        rows={() =>
          intersections.map(({ coalitions, certain, possible }) => [
            coalitions.map((id) => labels.get(id)).join(", "),
            certain.length,
            possible.length,
          ])
        }
      />
    </section>
  );
}

interface ChosenProps {
  readonly where: string;
  readonly intersection: Intersection | null;
  readonly found: OnDay;
  readonly address: PageAddress<"compare">;
  readonly all: () => void;
}

function Chosen({ where, intersection, found, address, all }: ChosenProps) {
  // Links take up the day once it is still.
  const times = { on: useDelayed(address.on), known: address.known };
  const certain = new Set(intersection?.certain);
  const possible = new Set(intersection?.possible);
  const parties = found.rows.filter(({ party: { id } }) => certain.has(id) || possible.has(id));
  const count = countOf({ certain: certain.size, possible: possible.size });
  return (
    <div class="chosen-combination">
      <h3>
        {capitalized(where)}: {count}
      </h3>
      <ul>
        {parties.map(({ party }) => (
          <li key={party.id}>
            <PartyLink party={party} times={times} />
            {possible.has(party.id) && <span class="aside"> possibly</span>}
          </li>
        ))}
      </ul>
      <p>
        <a href="#parties">See how they stand in each</a>{" "}
        <button type="button" onClick={all}>
          Show all parties again
        </button>
      </p>
    </div>
  );
}
