/** What a declaration stands on: its sources, and what each says that can be checked. */
import { useId } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import { ExternalLink } from "../../address/external-link.tsx";
import { dateInWords, dayInWords } from "../../words/dates.ts";
import { ordinal, placeInWords } from "../../words/ordinals.ts";

type Source = Schemas["Source"];
type Claim = Schemas["Claim"];

interface SourcesSectionProps {
  readonly sources: readonly Source[];
  /** Those of this declaration, judged; empty until they are there. */
  readonly claims: readonly Claim[];
}

const VERDICT_WORDS: Readonly<Record<Claim["verdict"], string>> = {
  match: "the ledger agrees",
  consistent: "the ledger allows it",
  mismatch: "the ledger differs",
};

export function SourcesSection({ sources, claims }: SourcesSectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{sources.length === 1 ? "Source" : `${sources.length} sources`}</h2>
      <ul class="sources">
        {sources.map((source) => (
          <li key={`${source.url} ${source.title}`}>
            <h3>
              {source.url === null ? source.title : <ExternalLink url={source.url} text={source.title} />}
            </h3>
            <p class="aside">{aboutOf(source).join(" · ")}</p>
            <Says source={source} claims={claims} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function aboutOf({ url, publisher, published, accessed }: Source): string[] {
  return [
    ...(publisher === null ? [] : [publisher]),
    ...(published === null ? [] : [`published ${dateInWords(published)}`]),
    accessed === null ? "not read for this ledger" : `read ${dayInWords(accessed)}`,
    ...(url === null ? ["without an address"] : []),
  ];
}

function Says({ source, claims }: { readonly source: Source; readonly claims: readonly Claim[] }) {
  const { ordinal: place = null, effective = null } = source.claims ?? {};
  const judged = claims.find((claim) => claim.ordinal === place && claim.source.title === source.title);
  return (
    <>
      {place !== null && (
        <p class="says" data-verdict={judged?.verdict}>
          It says: the {ordinal(place)}
          {judged?.reading === "size" ? ", by size on joining" : " to join"}.{" "}
          {judged !== undefined && (
            <span class="aside">
              {VERDICT_WORDS[judged.verdict]}: {placeInWords(judged.derived)}
            </span>
          )}
        </p>
      )}
      {effective !== null && <p class="says">It says: effective {dateInWords(effective)}.</p>}
    </>
  );
}
