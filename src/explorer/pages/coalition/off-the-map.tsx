/** Who is in and on no map: coalitions, the unidentified, bodies that are no state, states that ended. */
import type { Times } from "../../address/address.ts";
import { PartyLink } from "../../address/party-link.tsx";
import { kindOf, type RosterRow } from "./day-of-coalition.ts";
import { ROLE_NAMES } from "./spell-words.ts";

interface OffTheMapProps {
  /** Those of the day whom the map does not draw. */
  readonly rows: readonly RosterRow[];
  readonly times: Times;
}

const GROUPS = [
  { kind: "coalition", title: "Coalitions" },
  { kind: "unidentified", title: "Not identified: counted in a total, named by no source" },
  { kind: "other", title: "Not states" },
  { kind: "country", title: "Former states: no border of today to draw" },
] as const;

export function OffTheMap({ rows, times }: OffTheMapProps) {
  if (rows.length === 0) return null;
  return (
    <section class="off-the-map">
      <h3>In, but not on the map</h3>
      {GROUPS.map(({ kind, title }) => {
        const group = rows.filter((row) => kindOf(row) === kind);
        if (group.length === 0) return null;
        return (
          <div key={kind}>
            <h4>{title}</h4>
            <ul>
              {group.map((row) => (
                <li key={row.party}>
                  <PartyLink party={row.spells[0].row.party} times={times} />
                  {asideOf(row)}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** What sets it apart from a certain, active member. */
function asideOf({ certainty, spells: [{ role, standing }] }: RosterRow) {
  const words = [
    ...(certainty === "possible" ? ["possible"] : []),
    ...(role === "member" ? [] : [ROLE_NAMES[role].toLowerCase()]),
    ...(standing === "suspended" ? ["suspended"] : []),
  ];
  return words.length === 0 ? null : <span class="aside"> ({words.join(", ")})</span>;
}
