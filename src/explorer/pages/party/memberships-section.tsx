/** The memberships of a party over time, as bars and as the table behind them. */
import { useId, useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { CoalitionKind } from "../../../domain/coalition.ts";
import type { Day } from "../../../domain/day.ts";
import type { Role } from "../../../domain/declaration.ts";
import { addressOf, changed, type PageAddress } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { visit } from "../../address/navigation.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import type { Span } from "../../pictures/curve-scales.ts";
import { MembershipBars } from "../../pictures/membership-bars.tsx";
import { TableBehind } from "../../pictures/table-behind.tsx";
import { counted } from "../../words/names.ts";
import { membershipRows } from "./membership-rows.ts";
import { MembershipsFilters } from "./memberships-filters.tsx";
import { SPELLS_HEAD, spellRows } from "./spells-table.tsx";

interface MembershipsSectionProps {
  readonly address: PageAddress<"party">;
  readonly name: string;
  readonly day: Day;
  readonly today: Day;
  readonly span: Span;
  /** Those that the filters let through. */
  readonly spells: readonly ShownSpell[];
  readonly declarations: ReadonlyMap<string, Schemas["Declaration"]>;
  readonly roles: ReadonlySet<Role>;
  readonly kinds: ReadonlySet<CoalitionKind>;
}

export function MembershipsSection(props: MembershipsSectionProps) {
  const { address, name, day, today, span, spells, declarations, roles, kinds } = props;
  const { on, known, query } = address;
  const heading = useId();
  const rows = useMemo(() => membershipRows(spells), [spells]);
  // The links of the bars carry the day along, but drawing them anew on each step would be dear.
  const bars = useMemo(
    () =>
      rows.map(({ coalition, role, held, suspended, years }) => ({
        key: `${coalition.id} ${role}`,
        label: <Link to={addressOf("coalition", coalition.id, { on, known })}>{coalition.name}</Link>,
        aside: role === "member" ? years : `${role}, ${years}`,
        role,
        held,
        suspended,
      })),
    [rows, on, known],
  );
  const coalitions = new Set(spells.map(({ coalition }) => coalition)).size;
  const table = "The memberships as a table";
  return (
    <section class="memberships" aria-labelledby={heading}>
      <h2 id={heading}>Memberships over time</h2>
      <MembershipsFilters
        query={query}
        roles={roles}
        kinds={kinds}
        choose={(query) => visit(changed(address, { query }))}
      />
      {rows.length === 0 ? (
        <p class="muted">Nothing is declared of it in that role and kind of coalition.</p>
      ) : (
        <>
          <MembershipBars
            rows={bars}
            {...span}
            day={day}
            today={today}
            label={`Memberships of ${name} in ${counted(coalitions, "coalition")}, by the day of joining`}
          />
          <TableBehind
            summary={table}
            head={SPELLS_HEAD}
            rows={() => spellRows(rows, declarations, { on, known })}
          />
        </>
      )}
    </section>
  );
}
