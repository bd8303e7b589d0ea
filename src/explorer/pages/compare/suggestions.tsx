/** What one might compare, for those who have not chosen two yet. */
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { type CoalitionRow, labelOf } from "./choice.ts";
import { listed } from "./sentences.ts";

interface SuggestionsProps {
  readonly all: readonly CoalitionRow[];
  /** What is suggested holds these. */
  readonly chosen: readonly CoalitionRow[];
  readonly times: Times;
}

/** Another ledger may not have them all: then those that it has not are not suggested. */
const SUGGESTED = [
  { ids: ["nato", "eu"], why: "Which members of the Union are in the alliance, and which are not?" },
  { ids: ["g7", "g20", "brics"], why: "The forums of the large economies: who is in two of them?" },
  {
    ids: ["arab-league", "african-union", "oic"],
    why: "The Arab League, the African Union, the Islamic world: who is in all three?",
  },
  {
    ids: ["eu", "eurozone", "schengen-area", "nato", "council-of-europe"],
    why: "The circles of Europe, the widest of them the Council of Europe.",
  },
  { ids: ["opec", "opec-plus", "brics"], why: "How much of the oil is in BRICS?" },
  {
    ids: ["global-coalition-against-daesh", "imctc", "arab-league"],
    why: "Who is in two coalitions against terror, and in the Arab League?",
  },
  { ids: ["un", "icc-rome-statute"], why: "Who of the United Nations accepts the court?" },
] as const;

export function Suggestions({ all, chosen, times }: SuggestionsProps) {
  const byId = new Map(all.map((row) => [row.id, row]));
  const shown = SUGGESTED.map(({ ids, why }) => ({ why, rows: ids.map((id) => byId.get(id)) })).filter(
    ({ rows }) =>
      rows.every((row) => row !== undefined) && chosen.every(({ id }) => rows.some((row) => row?.id === id)),
  );
  if (shown.length === 0) return null;
  const { on, known } = times;
  return (
    <section class="suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions">For example</h2>
      <ul>
        {shown.map(({ rows, why }) => {
          const held = rows.filter((row) => row !== undefined);
          const ids = held.map(({ id }) => id);
          return (
            <li key={ids.join()}>
              <Link to={addressOf("compare", "", { on, known }, { coalitions: ids })}>
                {listed(held.map(labelOf))}
              </Link>
              <p class="muted">{why}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
