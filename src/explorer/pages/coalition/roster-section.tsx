/** The roster of the day as a table to sort and to filter. */
import type { VNode } from "preact";
import { useId, useMemo } from "preact/hooks";
import type { Day } from "../../../domain/day.ts";
import { changed, type PageAddress } from "../../address/address.ts";
import { amend } from "../../address/navigation.ts";
import type { QueryOf } from "../../address/pages.ts";
import { dayInWords } from "../../words/dates.ts";
import { countInWords } from "../../words/numbers.ts";
import { type RosterRow, sizeOf } from "./day-of-coalition.ts";
import { RosterFilters } from "./roster-filters.tsx";
import { filtered, sorted } from "./roster-order.ts";
import { RosterLine } from "./roster-row.tsx";
import type { Course } from "./use-course.ts";

interface RosterSectionProps {
  readonly address: PageAddress<"coalition">;
  /** The address with the day as it last stood still. */
  readonly still: PageAddress<"coalition">;
  readonly rows: readonly RosterRow[];
  readonly course: Course;
  readonly day: Day;
}

type Sort = QueryOf<"coalition">["sort"];

const COLUMNS: readonly { readonly name: string; readonly sort: Sort | null }[] = [
  { name: "Place", sort: "ordinal" },
  { name: "Party", sort: "name" },
  { name: "Stands as", sort: "standing" },
  { name: "Since", sort: "from" },
  { name: "Claimed place", sort: null },
  { name: "Declared", sort: null },
];

export function RosterSection({ address, still, rows, course, day }: RosterSectionProps) {
  const { query } = address;
  const heading = useId();
  const lineOf = useLines(still, course);
  const shown = useMemo(() => sorted(filtered(rows, query), query), [rows, query]);
  const choose = (query: Partial<QueryOf<"coalition">>) => amend(changed(address, { query }));
  const claimed = course.spells.some(({ row }) => row.claimedOrdinals.length > 0);
  const size = countInWords(sizeOf(shown), query.role === "any" ? "party" : query.role, WORDS[query.role]);
  return (
    <section class="roster" id="roster" aria-labelledby={heading} tabIndex={-1}>
      <h2 id={heading}>Who is in on {dayInWords(day)}</h2>
      <RosterFilters query={query} choose={choose} />
      <p class="muted">
        {size}
        {shown.length < rows.length && ` of ${rows.length} on the roster`}. Place is the order of accession.
      </p>
      {shown.length > 0 && (
        <table class="roster-table" data-claimed={claimed}>
          <caption class="unseen">Roster on {dayInWords(day)}</caption>
          <thead>
            <tr>
              {COLUMNS.map(({ name, sort }) => (
                <ColumnHead key={name} name={name} sort={sort} query={query} choose={choose} />
              ))}
            </tr>
          </thead>
          <tbody>{shown.map(lineOf)}</tbody>
        </table>
      )}
    </section>
  );
}

const WORDS = {
  any: "parties",
  member: "members",
  associate: "associates",
  observer: "observers",
  partner: "partners",
};

/**
 * The line of a row, the same node as long as the row says the same: while a day is dragged most lines stay
 * as they are. Their links take up the day once it is still.
 */
function useLines({ on, known }: PageAddress<"coalition">, { acts }: Course): (row: RosterRow) => VNode {
  return useMemo(() => {
    const lines = new Map<string, VNode>();
    return (row) => {
      const { party, certainty, spells } = row;
      const key = `${party} ${certainty} ${spells.map(({ position }) => position).join()}`;
      const line = lines.get(key) ?? <RosterLine key={party} row={row} times={{ on, known }} acts={acts} />;
      lines.set(key, line);
      return line;
    };
  }, [acts, on, known]);
}

interface ColumnHeadProps {
  readonly name: string;
  readonly sort: Sort | null;
  readonly query: QueryOf<"coalition">;
  readonly choose: (query: Partial<QueryOf<"coalition">>) => void;
}

function ColumnHead({ name, sort, query, choose }: ColumnHeadProps) {
  if (sort === null) return <th scope="col">{name}</th>;
  const sorted = query.sort === sort;
  const up = query.order === "up";
  return (
    <th scope="col" aria-sort={sorted ? (up ? "ascending" : "descending") : "none"}>
      <button type="button" onClick={() => choose({ sort, order: sorted && up ? "down" : "up" })}>
        {name} <span aria-hidden="true">{sorted ? (up ? "▲" : "▼") : "△"}</span>
      </button>
    </th>
  );
}
