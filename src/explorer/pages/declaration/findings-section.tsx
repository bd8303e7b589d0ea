/** What is wrong, open or doubted about a declaration. */
import { useId } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { counted } from "../../words/names.ts";

interface FindingsSectionProps {
  readonly declaration: string;
  readonly findings: readonly Schemas["Finding"][];
  readonly times: Times;
}

export function FindingsSection({ declaration, findings, times }: FindingsSectionProps) {
  const heading = useId();
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{counted(findings.length, "finding")}</h2>
      <ul class="findings-named">
        {findings.map(({ kind, severity, detail, declarations }) => (
          <li key={`${kind} ${detail}`}>
            <span class="severity">{severity}</span> <Detail text={detail} />
            {declarations
              .filter((id) => id !== declaration)
              .map((id) => (
                <span key={id}>
                  {" "}
                  <Link to={addressOf("declaration", id, times)}>The other declaration</Link>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands between backticks is a name of the API. */
function Detail({ text }: { readonly text: string }) {
  return (
    <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
  );
}
