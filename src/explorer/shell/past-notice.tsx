/** Says that a page tells what the ledger said, not what it says. */
import { type Address, changed } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { instantInWords } from "../words/dates.ts";
import { revisionAt, useRevisions } from "./revisions.ts";

export function PastNotice({ address }: { readonly address: Address }) {
  const revisions = useRevisions();
  const { known } = address;
  if (known === null) return null;
  const shown = revisionAt(known, revisions ?? []);
  const now = changed(address as never, { known: null }) as Address;
  const numbered = /^\d+$/.test(known);
  return (
    <p class="notice past">
      <strong>
        This is what the ledger said
        {numbered ? "" : ` on ${instantInWords(known)}`}
        {shown !== undefined &&
          ` at revision ${shown.revision}, recorded on ${instantInWords(shown.recordedAt)}`}
        .
      </strong>{" "}
      What was recorded later is left out.{" "}
      <Link to={now} stay>
        Show what it says now
      </Link>
    </p>
  );
}
