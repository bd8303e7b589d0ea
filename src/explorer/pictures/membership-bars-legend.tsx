/** What the colours and patterns of the bars mean; those that do not occur are left out. */
import { ROLES, type Role } from "../../domain/declaration.ts";
import type { BarRow } from "./membership-bars.tsx";

interface BarsLegendProps {
  readonly rows: readonly BarRow[];
  readonly patterns: string;
  readonly coming: boolean;
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  member: "Member",
  associate: "Associate",
  observer: "Observer",
  partner: "Partner",
};

export function BarsLegend({ rows, patterns, coming }: BarsLegendProps) {
  const uncertain = rows.some(({ held }) =>
    held.some(({ from, to }) => from.earliest < from.latest || (to !== null && to.earliest < to.latest)),
  );
  return (
    <ul class="legend">
      {ROLES.filter((role) => rows.some((row) => row.role === role)).map((role) => (
        <Item key={role} as={role} fill="currentColor" words={ROLE_WORDS[role]} />
      ))}
      {uncertain && (
        <Item
          as="member"
          fill={`url(#${patterns}-maybe-member)`}
          words="Possible: the day is not known exactly"
        />
      )}
      {rows.some(({ suspended }) => suspended.length > 0) && (
        <Item as="member" fill={`url(#${patterns}-suspended)`} words="Suspended, and still in" />
      )}
      {coming && <li class="aside">Shaded on the right: days to come</li>}
    </ul>
  );
}

interface ItemProps {
  readonly as: Role;
  readonly fill: string;
  readonly words: string;
}

function Item({ as, fill, words }: ItemProps) {
  return (
    <li>
      <svg class="bar" data-role={as} aria-hidden="true" width="22" height="12">
        <rect width="22" height="12" fill={fill} />
      </svg>
      {words}
    </li>
  );
}
