/** What is wrong, open or in doubt about a coalition: counted at once, told when it is opened. */
import { useId, useState } from "preact/hooks";
import { addressOf, type PageAddress } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { question, whole } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { ShownAnswer } from "../../shell/answer.tsx";
import { counted } from "../../words/names.ts";

export function FindingsSection({ address }: { readonly address: PageAddress<"coalition"> }) {
  const { id, known } = address;
  const heading = useId();
  const [open, setOpen] = useState(false);
  const asked = { coalition: id, known: known ?? undefined };
  const first = useAnswer(question("/v1/findings", { query: { ...asked, limit: 1 } }));
  const all = useAnswer(open ? whole("/v1/findings", { query: asked }) : null);
  const total = first.value?.total ?? 0;
  if (total === 0) return null;
  const { on } = address;
  return (
    <section class="findings" aria-labelledby={heading}>
      <h2 id={heading}>Findings</h2>
      <p>
        What the derivation met that is contradictory, open, or in doubt: a source not read, a number that
        differs.
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{counted(total, "finding")}</summary>
        {open && (
          <ShownAnswer to={all} what="the findings">
            {({ items }) => (
              <ul>
                {items.map(({ kind, severity, party, detail, declarations }) => (
                  <li key={`${kind} ${declarations.join()}`}>
                    <span class="severity">{severity}</span>{" "}
                    {party !== null && <strong>{party.name}: </strong>}
                    {detail}{" "}
                    {kind !== "claim-mismatch" &&
                      declarations.map((each) => (
                        <Link key={each} to={addressOf("declaration", each, { on, known })}>
                          declaration
                        </Link>
                      ))}
                  </li>
                ))}
              </ul>
            )}
          </ShownAnswer>
        )}
      </details>
    </section>
  );
}
