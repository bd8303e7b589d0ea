/** Which memberships a page shows: by role, and by the kind of coalition. */
import { COALITION_KINDS, type CoalitionKind } from "../../../domain/coalition.ts";
import { ROLES, type Role } from "../../../domain/declaration.ts";
import type { QueryOf } from "../../address/pages.ts";
import { capitalized } from "../../words/articles.ts";
import { KIND_NAMES } from "../../words/names.ts";

type Query = QueryOf<"party">;

interface MembershipsFiltersProps {
  readonly query: Query;
  /** What occurs: nothing else need be offered. */
  readonly roles: ReadonlySet<Role>;
  readonly kinds: ReadonlySet<CoalitionKind>;
  readonly choose: (query: Partial<Query>) => void;
}

export function MembershipsFilters({ query, roles, kinds, choose }: MembershipsFiltersProps) {
  return (
    <fieldset class="party-filters">
      <legend class="unseen">Filter the memberships</legend>
      <label>
        <span>Role</span>
        <select
          value={query.role}
          onChange={(event) => choose({ role: event.currentTarget.value as Query["role"] })}
        >
          <option value="any">Every role</option>
          {ROLES.filter((role) => roles.has(role) || role === query.role).map((role) => (
            <option key={role} value={role}>
              {capitalized(role)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Kind of coalition</span>
        <select
          value={query.kind}
          onChange={(event) => choose({ kind: event.currentTarget.value as Query["kind"] })}
        >
          <option value="any">Every kind</option>
          {COALITION_KINDS.filter((kind) => kinds.has(kind) || kind === query.kind).map((kind) => (
            <option key={kind} value={kind}>
              {KIND_NAMES[kind]}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
