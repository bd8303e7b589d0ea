/** The table of who stands how in which coalition, to sort and to filter. */
import type { VNode } from "preact";
import { useId, useMemo } from "preact/hooks";
import type { Day } from "../../../domain/day.ts";
import { changed, type PageAddress } from "../../address/address.ts";
import { amend } from "../../address/navigation.ts";
import { PartyLink } from "../../address/party-link.tsx";
import { useDelayed } from "../../shell/use-delayed.ts";
import { dayInWords } from "../../words/dates.ts";
import { counted } from "../../words/names.ts";
import type { CompareQuery } from "./choice.ts";
import type { Compared } from "./comparison.ts";
import type { Intersection } from "./intersections.ts";
import { filtered, type PartyRow, sorted } from "./party-rows.ts";
import { Sign, SignLegend } from "./signs.tsx";

interface PartyTableProps {
  readonly address: PageAddress<"compare">;
  readonly compared: readonly Compared[];
  readonly rows: readonly PartyRow[];
  /** The combination that is chosen; null for none, and where nobody is in it. */
  readonly chosen: Intersection | null;
  readonly day: Day;
}

const NOBODY = { certain: [], possible: [] };

export function PartyTable({ address, compared, rows, chosen, day }: PartyTableProps) {
  const heading = useId();
  const { query } = address;
  const lineOf = useLines(address);
  const { exactly, q, sort, order } = query;
  const shown = useMemo(() => {
    const within = exactly.length === 0 ? null : (chosen ?? NOBODY);
    const ids = compared.map(({ id }) => id);
    return sorted(filtered(rows, within, q), { sort, order }, ids);
  }, [rows, chosen, exactly.length, q, sort, order, compared]);
  const choose = (query: Partial<CompareQuery>) => amend(changed(address, { query }));
  const column = { query, choose };
  return (
    <section class="parties" id="parties" aria-labelledby={heading} tabIndex={-1}>
      <div class="section-head">
        <h2 id={heading}>Party by party</h2>
        <label>
          Name{" "}
          <input
            type="search"
            value={q}
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => choose({ q: event.currentTarget.value })}
          />
        </label>
      </div>
      <p class="muted">
        {shown.length < rows.length
          ? `${shown.length} of the ${rows.length} parties that are in one of them in any role`
          : `${counted(rows.length, "party is", "parties are")} in one of them in any role`}{" "}
        on {dayInWords(day)}.{" "}
        {(exactly.length > 0 || q !== "") && (
          <button type="button" onClick={() => choose({ exactly: [], q: "" })}>
            Show all
          </button>
        )}
      </p>
      {shown.length === 0 ? (
        rows.length > 0 && <p>No party fits.</p>
      ) : (
        <>
          <SignLegend signs={new Set(shown.flatMap(({ cells }) => cells.map(({ sign }) => sign)))} />
          <table class="party-table" data-coalitions={compared.length}>
            <caption class="unseen">How each party stands in each coalition on {dayInWords(day)}</caption>
            <thead>
              <tr>
                <ColumnHead name="Party" sort="name" {...column} />
                {compared.map(({ id, label }) => (
                  <ColumnHead key={id} name={label} sort={id} {...column} />
                ))}
                <ColumnHead name="In how many" sort="" {...column} />
              </tr>
            </thead>
            <tbody>{shown.map(lineOf)}</tbody>
          </table>
        </>
      )}
    </section>
  );
}

/**
 * The line of a row, the same node as long as the row says the same: while a day is dragged most lines stay
 * as they are. Their links take up the day once it is still.
 */
function useLines(address: PageAddress<"compare">): (row: PartyRow) => VNode {
  const [on, known] = [useDelayed(address.on), address.known];
  return useMemo(() => {
    const lines = new Map<string, VNode>();
    return (row) => {
      const { party, cells, in: number } = row;
      const key = [
        party.id,
        party.name,
        number.certain,
        number.possible,
        ...cells.map(({ words }) => words),
      ].join("/");
      const line = lines.get(key) ?? (
        <tr key={party.id}>
          <th scope="row">
            <PartyLink party={party} times={{ on, known }} />
          </th>
          {cells.map(({ sign, words }, index) => (
            <td key={index}>
              <span class="standing" title={words}>
                <Sign of={sign} /> <span class="words">{words}</span>
              </span>
            </td>
          ))}
          <td class="number">
            {number.certain}
            {number.possible > 0 && <span class="aside">+{number.possible}</span>}
          </td>
        </tr>
      );
      lines.set(key, line);
      return line;
    };
  }, [on, known]);
}

interface ColumnHeadProps {
  readonly name: string;
  readonly sort: string;
  readonly query: CompareQuery;
  readonly choose: (query: Partial<CompareQuery>) => void;
}

function ColumnHead({ name, sort, query, choose }: ColumnHeadProps) {
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
