/** How a declaration came into the ledger and was corrected: each version with what differed. */
import { useId } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import { addressOf, type PageAddress } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { question } from "../../answers/question.ts";
import { useAnswers } from "../../answers/use-answers.ts";
import { useRevisions } from "../../shell/revisions.ts";
import { instantInWords } from "../../words/dates.ts";
import { type Correction, correctionsOf, versionsIn } from "./corrections.ts";
import { differencesOf } from "./version-differences.ts";
import { VersionDifferences } from "./version-differences-list.tsx";

type Detail = Schemas["DeclarationDetail"];

interface HistorySectionProps {
  readonly address: PageAddress<"declaration">;
  readonly declaration: Detail;
}

const KIND_WORDS: Readonly<Record<Correction["kind"], string>> = {
  recorded: "Recorded",
  corrected: "Corrected",
  retracted: "Retracted",
  rescinded: "Taken back",
};

const TELLS_A_VERSION: ReadonlySet<Correction["kind"]> = new Set(["recorded", "corrected"]);

export function HistorySection({ address, declaration }: HistorySectionProps) {
  const heading = useId();
  const { on, known } = address;
  const corrections = correctionsOf(declaration.history);
  const others = versionsIn(declaration.history).filter((id) => id !== declaration.id);
  const query = { known: known ?? undefined };
  const { value } = useAnswers(
    others.map((id) => question("/v1/declarations/{id}", { path: { id }, query })),
  );
  const versions = new Map([declaration, ...(value ?? [])].map((version) => [version.id, version]));
  const revisions = useRevisions();
  const messages = new Map(revisions?.map(({ revision, message }) => [revision, message]));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>In the ledger</h2>
      <ol class="history">
        {corrections.map((correction) => {
          const { kind, revision, recordedAt, recordedBy, by, reason } = correction;
          const about = correction.declaration;
          const message = messages.get(revision) ?? "";
          return (
            <li key={`${revision} ${kind} ${about}`} data-kind={kind}>
              <h3>
                {KIND_WORDS[kind]} <time dateTime={recordedAt}>{instantInWords(recordedAt)}</time>
                {about === declaration.id && corrections.length > 1 && TELLS_A_VERSION.has(kind) && (
                  <span class="aside"> this version</span>
                )}
              </h3>
              <p>
                by {recordedBy}, in{" "}
                <Link to={addressOf("declaration", about, { on, known: String(revision) })}>
                  revision {revision}
                </Link>
                {message !== "" && <>: “{message}”</>}
              </p>
              {reason !== null && !message.includes(reason) && <p>Reason: “{reason}”</p>}
              {by !== null && (
                <p>
                  By <Link to={addressOf("declaration", by, { on, known })}>a declaration of its own</Link>.
                </p>
              )}
              {about !== declaration.id && (
                <p>
                  <Link to={addressOf("declaration", about, { on, known })}>Show that version</Link>
                </p>
              )}
              <Changed correction={correction} versions={versions} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface ChangedProps {
  readonly correction: Correction;
  readonly versions: ReadonlyMap<string, Detail>;
}

function Changed({ correction: { declaration, replaces }, versions }: ChangedProps) {
  if (replaces === null) return null;
  const [before, after] = [versions.get(replaces), versions.get(declaration)];
  if (before === undefined || after === undefined) return <p class="muted">Loading what differs …</p>;
  return <VersionDifferences differences={differencesOf(before, after)} />;
}
