/** Of a declaration that the ledger did not hold yet: when it came in. */
import { changed, type PageAddress } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { question } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { instantInWords } from "../../words/dates.ts";
import { headline } from "./headline.ts";

interface RecordedLaterProps {
  readonly id: string;
  readonly address: PageAddress<"declaration">;
}

export function RecordedLater({ id, address }: RecordedLaterProps) {
  const { value } = useAnswer(question("/v1/declarations/{id}", { path: { id }, query: {} }));
  if (value === null) return null;
  const { recordedAt, revision } = value;
  return (
    <p>
      It was recorded later, on {instantInWords(recordedAt)}: {headline(value, null)}.{" "}
      <Link to={changed(address, { known: String(revision) })}>
        Show it as it was then, in revision {revision}
      </Link>
    </p>
  );
}
