/** One party in the roster: its place, how it stands, since when, and the declarations behind. */
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { PartyLink } from "../../address/party-link.tsx";
import type { ShownSpell } from "../../answers/spells.ts";
import { dateInWords } from "../../words/dates.ts";
import { rangeInWords } from "../../words/numbers.ts";
import { kindOf, type RosterRow } from "./day-of-coalition.ts";
import { ROLE_NAMES } from "./spell-words.ts";

interface RosterLineProps {
  readonly row: RosterRow;
  readonly times: Times;
  readonly acts: ReadonlyMap<string, string>;
}

const KIND_WORDS = {
  country: null,
  coalition: "coalition",
  unidentified: "not identified",
  other: "no state",
};
const READING_WORDS = { accession: "by order", size: "by size on joining" };
const VERDICT_WORDS = {
  match: "the ledger agrees",
  consistent: "the ledger allows it",
  mismatch: "the ledger differs",
};

export function RosterLine({ row, times, acts }: RosterLineProps) {
  const { certainty, spells } = row;
  const [first, ...others] = spells;
  const kind = KIND_WORDS[kindOf(row)];
  return (
    <tr
      class={others.length > 0 ? "open" : ""}
      data-certainty={certainty}
      data-standing={first.standing}
      data-role={first.role}
    >
      <td class="ordinal">{first.row.ordinal === null ? "" : rangeInWords(first.row.ordinal)}</td>
      <th scope="row">
        <PartyLink party={first.row.party} times={times} />{" "}
        {kind !== null && <span class="aside">{kind}</span>}
      </th>
      <td class="stands">
        {ROLE_NAMES[first.role]}
        {first.standing === "suspended" && <span class="suspended">, suspended</span>}
        {certainty === "possible" && <span class="possible">, possibly</span>}
        {others.length > 0 && <span class="aside"> (or already {others.map(otherwise).join(" or ")})</span>}
      </td>
      <td>{sinceInWords(first)}</td>
      <td class="claimed-places">
        {first.row.claimedOrdinals.map(({ claimed, reading, verdict, source }) => (
          <span
            key={`${claimed} ${source.title}`}
            class="claimed"
            data-verdict={verdict}
            title={source.title}
          >
            Claimed {claimed}{" "}
            <span class="aside">
              {[VERDICT_WORDS[verdict], reading && READING_WORDS[reading]].filter(Boolean).join(", ")}
            </span>
          </span>
        ))}
      </td>
      <td class="declared">
        {first.declarations.map((id, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <Link to={addressOf("declaration", id, times)}>{acts.get(id) ?? "declaration"}</Link>
          </span>
        ))}
      </td>
    </tr>
  );
}

function sinceInWords({ joined, from, standing }: ShownSpell): string {
  if (joined.edtf === from.edtf) return dateInWords(joined);
  const what = standing === "suspended" ? "suspended" : "so";
  return `${dateInWords(joined)}; ${what} since ${dateInWords(from)}`;
}

function otherwise({ role, standing }: ShownSpell): string {
  return standing === "suspended" ? `suspended ${role}` : role;
}
