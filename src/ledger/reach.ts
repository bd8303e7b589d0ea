/** Whether the key that sends an entry may write in every coalition that it touches. */
import { type Fault, fault } from "./checks.ts";
import type { Frame, LedgerEntry } from "./command.ts";
import type { Draft } from "./draft.ts";
import { mayDeclare, mayEditRegistry, type Scope } from "./key.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { touchedBy } from "./touch.ts";

/**
 * What the key may not do of what the entry asks; none where no key is needed.
 * @param line what the entry would add, null where it is refused or there already.
 */
export function scopeFaults(
  draft: Draft,
  entry: LedgerEntry,
  line: LedgerLine | null,
  { scopes }: Pick<Frame, "scopes">,
): Fault[] {
  if (scopes === undefined) return [];
  if (entry.kind === "coalition" || entry.kind === "party") {
    return mayEditRegistry(scopes) ? [] : [outside(null, "edit the registry", scopes)];
  }
  const own = ownCoalition(draft, entry);
  // A coalition that the registry does not know is left to be refused for that.
  const touched = line === null ? [] : touchedBy(line, draft).map(({ coalition }) => coalition);
  const named = [own, ...touched].filter(
    (id) => id !== undefined && draft.registry().coalition(id)?.id === id,
  ) as string[];
  return [...new Set(named)]
    .filter((coalition) => !mayDeclare(scopes, coalition))
    .map((coalition) => {
      const pointer = entry.kind !== "retraction" && coalition === own ? "/coalition" : null;
      return outside(pointer, `declare in "${coalition}"`, scopes);
    });
}

function ownCoalition(draft: Draft, entry: Exclude<LedgerEntry, { kind: "coalition" | "party" }>) {
  if (entry.kind !== "retraction") return entry.content.coalition;
  return (draft.declaration(entry.of) ?? draft.claim(entry.of))?.coalition;
}

function outside(pointer: string | null, what: string, scopes: readonly Scope[]): Fault {
  const has = scopes.length === 0 ? "it has no scope" : `its scope is ${scopes.join(", ")}`;
  return fault("outside-scope", pointer, `The key may not ${what}: ${has}.`);
}
