/** Who a party is: name, kind, codes, lifetime, the names that it bears or bore. */
import type { Schemas } from "../../../client/client.ts";
import { plusDays } from "../../../domain/day.ts";
import type { CodeStatus, PartyKind } from "../../../domain/party.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { dayInWords } from "../../words/dates.ts";
import { during } from "./during.ts";
import { NamesBorne } from "./names-borne.tsx";
import { Neighbours } from "./neighbours.tsx";

type Country = Schemas["CountryDetail"];

interface PartyHeadProps {
  readonly party: Schemas["PartyDetail"];
  /** What more there is of a country; null while it is awaited, and for other parties. */
  readonly country: Country | null;
  readonly times: Times;
}

const KIND_WORDS: Readonly<Record<PartyKind, string>> = {
  country: "Country",
  coalition: "Coalition, as a party of others",
  unidentified: "Party not identified",
  other: "Party that is no state",
};
const STATUS_WORDS: Readonly<Record<CodeStatus, string>> = {
  official: "ISO 3166-1",
  "user-assigned": "user-assigned code",
  withdrawn: "ISO 3166-3, withdrawn",
  project: "id of this project: ISO has no code",
};

export function PartyHead({ party, country, times }: PartyHeadProps) {
  const { id, kind, name, note, retired } = party;
  return (
    <header class="party-head">
      <p class="kind">{country === null ? KIND_WORDS[kind] : kindOf(country)}</p>
      <h1>{name}</h1>
      {kind === "coalition" && (
        <p>
          <Link to={addressOf("coalition", id, times)}>Its own members</Link>
        </p>
      )}
      {kind === "unidentified" && (
        <p>A published total or an ordinal attests it; no source that was found names it.</p>
      )}
      {note !== null && <p class="note">{note}</p>}
      {retired && <p class="muted">Retired: no longer for use in new declarations.</p>}
      <dl class="facts">
        {country !== null && <CountryFacts country={country} times={times} />}
        {country === null && (
          <div>
            <dt>Id</dt>
            <dd>
              <code>{id}</code>
            </dd>
          </div>
        )}
        <NamesBorne party={party} />
      </dl>
    </header>
  );
}

function kindOf({ independent, until, subregion, region }: Country): string {
  const what = independent ? "country" : "territory";
  const kind = until === null ? what : `former ${what}`;
  const where = subregion ?? region;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${where === null ? "" : ` in ${where}`}`;
}

function CountryFacts({ country, times }: { readonly country: Country; readonly times: Times }) {
  const { id, codeStatus, alpha2, numeric, codesFrom, otherCodes, capital } = country;
  return (
    <>
      <Lifetime country={country} times={times} />
      <Neighbours label="Before it" ids={country.predecessors} times={times} />
      <Neighbours label="After it" ids={country.successors} times={times} />
      <div>
        <dt>Codes</dt>
        <dd>
          <code>{id}</code>
          {[alpha2, numeric].map((code) => code !== null && <code key={code}>{code}</code>)}{" "}
          <span class="aside">
            {STATUS_WORDS[codeStatus]}
            {codesFrom !== null && `, since ${dayInWords(codesFrom)}`}
          </span>
        </dd>
      </div>
      {otherCodes.length > 0 && (
        <div>
          <dt>Former and other codes</dt>
          <dd>
            {otherCodes.map(({ code, from, until }) => (
              <span key={`${code} ${from} ${until}`} class="dated">
                <code>{code}</code> <span class="aside">{during(from, until)}</span>
              </span>
            ))}
          </dd>
        </div>
      )}
      {capital !== null && (
        <div>
          <dt>Capital</dt>
          <dd>{capital}</dd>
        </div>
      )}
    </>
  );
}

interface LifetimeProps {
  readonly country: Country;
  readonly times: Times;
}

function Lifetime({ country: { id, from, until }, times: { known } }: LifetimeProps) {
  if (from === null && until === null) return null;
  return (
    <div>
      <dt>Lifetime</dt>
      <dd>
        <span>
          {from !== null && `From ${dayInWords(from)}`}
          {until !== null && `${from === null ? "Until" : " until"} ${dayInWords(until)}`}
        </span>
        {until !== null && (
          <Link to={addressOf("party", id, { on: plusDays(until, -1), known })}>Its last day</Link>
        )}
      </dd>
    </div>
  );
}
