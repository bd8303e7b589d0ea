/** What sources say of the size of a coalition and of the place of its members, and whether the ledger agrees. */
import { useId } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { Verdict } from "../../../domain/claim.ts";
import { addressOf, type PageAddress } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { question } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { useLasting } from "../../answers/use-lasting.ts";
import { FailureNotice } from "../../shell/failure-notice.tsx";
import { dateInWords } from "../../words/dates.ts";
import { rangeInWords } from "../../words/numbers.ts";

type Claim = Schemas["Claim"];

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  match: "agrees",
  consistent: "is allowed",
  mismatch: "differs",
};

export function ClaimsSection({ address }: { readonly address: PageAddress<"coalition"> }) {
  const { id, known } = address;
  const heading = useId();
  const asked = { path: { id }, query: { known: known ?? undefined } };
  const { value, failure, retry } = useAnswer(question("/v1/coalitions/{id}/claims", asked));
  const claims = useLasting(value, id);
  if (failure !== null) return <FailureNotice failure={failure} retry={retry} />;
  if (claims === null || claims.items.length === 0) return null;
  const { match, consistent, mismatch } = claims.verdicts;
  return (
    <section class="claims" aria-labelledby={heading}>
      <h2 id={heading}>What sources count</h2>
      <p>
        Of {claims.total} published numbers the ledger has {match} as they are, allows {consistent} within
        what is uncertain, and differs from {mismatch}. A difference is shown, never mended by bending data.
      </p>
      <section
        class="scrolls"
        aria-label="Table of what sources count"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys.
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">On</th>
              <th scope="col">Source says</th>
              <th scope="col">Ledger has</th>
              <th scope="col">Verdict</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {claims.items.map((claim) => (
              <tr key={claim.id} data-verdict={claim.verdict}>
                <td class="nowrap">{dateInWords(claim.on)}</td>
                <td>
                  <Said claim={claim} address={address} />
                </td>
                <td>{rangeInWords(claim.derived)}</td>
                <td class="verdict">{VERDICT_WORDS[claim.verdict]}</td>
                <td>
                  <Told {...claim} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** "90 members", "Syria is the 90th". */
function Said({ claim, address }: { readonly claim: Claim; readonly address: PageAddress<"coalition"> }) {
  const { total, ordinal, party, declaration, role, standing, counting, except, reading } = claim;
  if (ordinal !== undefined && party !== undefined) {
    const text = `${party.name} is number ${ordinal}`;
    const { on, known } = address;
    return (
      <>
        {declaration === undefined ? (
          text
        ) : (
          <Link to={addressOf("declaration", declaration, { on, known })}>{text}</Link>
        )}
        {reading === "size" && <span class="aside"> counting those then in</span>}
      </>
    );
  }
  const what = counting === "countries" ? "countries" : `${role}s`;
  return (
    <>
      {total} {standing ?? ""} {what}
      {except !== undefined && (
        <span class="aside"> without {except.map(({ name }) => name).join(", ")}</span>
      )}
    </>
  );
}

function Told({ source, note }: Pick<Claim, "source" | "note">) {
  const { url, title, publisher } = source;
  return (
    <>
      {url === null ? (
        title
      ) : (
        <a href={url} rel="noreferrer">
          {title}
        </a>
      )}
      {publisher !== null && <span class="aside">, {publisher}</span>}
      {note !== undefined && <span class="aside"> ({note})</span>}
    </>
  );
}
