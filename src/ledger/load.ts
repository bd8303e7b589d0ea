/** Makes of lines that a ledger once took in the entries that let an empty one take them in again. */
import type { LedgerEntry } from "./command.ts";
import type { BareLine } from "./ledger-line.ts";

/** The same line, with the id that it had. */
export function entryAgain(line: BareLine): LedgerEntry {
  switch (line.kind) {
    case "declaration": {
      const { id, revision: _revision, ...content } = line.declaration;
      return { kind: "declaration", content, id };
    }
    case "claim": {
      const { id, revision: _revision, ...content } = line.claim;
      return { kind: "claim", content, id };
    }
    default:
      return line;
  }
}
