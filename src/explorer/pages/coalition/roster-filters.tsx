/** What the roster shows: by name, role, standing and kind of party. */
import { ROLES } from "../../../domain/declaration.ts";
import { PARTY_KINDS } from "../../../domain/party.ts";
import { STANDINGS } from "../../../domain/spell.ts";
import type { QueryOf } from "../../address/pages.ts";
import { ROLE_NAMES } from "./spell-words.ts";

type Query = QueryOf<"coalition">;

interface RosterFiltersProps {
  readonly query: Query;
  readonly choose: (query: Partial<Query>) => void;
}

const KIND_WORDS = {
  country: "Countries",
  coalition: "Coalitions",
  unidentified: "Not identified",
  other: "No states",
};
const STANDING_WORDS = { active: "Active", suspended: "Suspended" };

export function RosterFilters({ query, choose }: RosterFiltersProps) {
  return (
    <fieldset class="roster-filters" aria-label="Filter the roster">
      <label>
        <span>Name</span>
        <input
          type="search"
          value={query.q}
          maxLength={200}
          onInput={(event) => choose({ q: event.currentTarget.value })}
        />
      </label>
      <Choice
        label="Role"
        value={query.role}
        words={{ any: "Every role", ...ROLE_NAMES }}
        values={["any", ...ROLES]}
        choose={(role) => choose({ role })}
      />
      <Choice
        label="Standing"
        value={query.standing}
        words={{ any: "Every standing", ...STANDING_WORDS }}
        values={["any", ...STANDINGS]}
        choose={(standing) => choose({ standing })}
      />
      <Choice
        label="Kind"
        value={query.partyKind}
        words={{ any: "Every kind", ...KIND_WORDS }}
        values={["any", ...PARTY_KINDS]}
        choose={(partyKind) => choose({ partyKind })}
      />
    </fieldset>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly words: Readonly<Record<V, string>>;
  readonly choose: (value: V) => void;
}

function Choice<V extends string>({ label, value, values, words, choose }: ChoiceProps<V>) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value as V)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
