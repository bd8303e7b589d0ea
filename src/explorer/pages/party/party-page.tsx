/** The page of one party: a country, a coalition among others, one that is not identified. */
import { useMemo } from "preact/hooks";
import { edges } from "../../../domain/certainty.ts";
import { isDay } from "../../../domain/day.ts";
import { addressOf, type PageAddress } from "../../address/address.ts";
import { question } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { useLasting } from "../../answers/use-lasting.ts";
import { useMemberships } from "../../answers/use-memberships.ts";
import { ShownAnswer } from "../../shell/answer.tsx";
import { ShownEntry } from "../../shell/entry.tsx";
import { today } from "../../shell/today.ts";
import { useView } from "../../shell/view.ts";
import { spanOf } from "./membership-rows.ts";
import { PartyHead } from "./party-head.tsx";
import { PartyView } from "./party-view.tsx";
import { dataOf } from "./view-data.ts";

export function PartyPage({ address }: { readonly address: PageAddress<"party"> }) {
  const { id, on, known } = address;
  const query = { known: known ?? undefined };
  const asked = useAnswer(question("/v1/parties/{id}", { path: { id }, query }));
  const party = useLasting(asked.value, id);
  const isCountry = party?.kind === "country";
  const more = useAnswer(
    isCountry ? question("/v1/countries/{code}", { path: { code: party.id }, query }) : null,
  );
  const country = useLasting(more.value, id);
  const answered = useMemberships({ party: id }, known);
  const spells = useLasting(answered.value, id);
  const days = useMemo(() => (spells === null ? [] : edges(spells).filter(isDay)), [spells]);
  const span = useMemo(() => (spells === null ? null : spanOf(spells, today())), [spells]);
  useView({
    title: party?.name ?? id,
    data: asked.failure === null ? dataOf(address, on ?? today(), isCountry) : [],
    span: asked.failure === null ? span : null,
    edges: days,
  });
  const times = { on, known };
  return (
    <ShownEntry
      to={{ ...asked, value: party }}
      what="party"
      id={id}
      addressOf={(meant) => addressOf("party", meant, times)}
    >
      {(party) => (
        <article class="party">
          <PartyHead party={party} country={country} times={times} />
          <ShownAnswer to={{ ...answered, value: spells }} what="the memberships">
            {(spells) =>
              span && (
                <PartyView
                  address={address}
                  party={party}
                  until={country?.until ?? null}
                  spells={spells}
                  span={span}
                />
              )
            }
          </ShownAnswer>
        </article>
      )}
    </ShownEntry>
  );
}
