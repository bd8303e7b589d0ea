/** Takes in entries of the registry: the whole entry as it stands from this revision on. */
import type { Coalition } from "../domain/coalition.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Entry } from "../domain/registry.ts";
import { type Fault, fault } from "./checks.ts";
import type { Over } from "./command.ts";
import type { Draft } from "./draft.ts";
import type { IntakeOrFaults } from "./intake.ts";
import type { LedgerLine } from "./ledger-line.ts";

export function takeInCoalition(draft: Draft, coalition: Coalition, over?: Over): IntakeOrFaults {
  const { id } = coalition;
  const registry = draft.registry();
  const faults: Fault[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    const detail = `"${id}" is no slug: small letters and digits, words joined by "-".`;
    faults.push(fault("bad-shape", "/id", detail));
  }
  const bearer = registry.country(id, null);
  if (registry.party(id) !== null || "found" in bearer || bearer.several.length > 0) {
    faults.push(fault("does-not-fit", "/id", `"${id}" is the code of a party: choose a longer slug.`));
  }
  const before = registry.coalition(id);
  faults.push(...overFaults(id, before, over));
  if (faults.length > 0) return { faults };
  return registryIntake(id, before, coalition, { kind: "coalition", coalition });
}

export function takeInParty(draft: Draft, party: Country | OtherParty, over?: Over): IntakeOrFaults {
  const { id } = party;
  const registry = draft.registry();
  const faults: Fault[] = [];
  const shape = party.kind === "country" ? /^([A-Z]{3,4}|x(-[a-z0-9]+)+)$/ : /^x(-[a-z0-9]+)+$/;
  if (!shape.test(id)) {
    const code = party.kind === "country" ? "an ISO 3166 code in capitals, or " : "";
    const detail = `"${id}" is no id of a party of the kind ${party.kind}: write ${code}"x-" and a slug.`;
    faults.push(fault("bad-shape", "/id", detail));
  }
  const before = registry.party(id);
  if (before !== null && before.kind !== party.kind) {
    faults.push(fault("does-not-fit", "/kind", `"${id}" is of kind ${before.kind}, which cannot change.`));
  }
  if (party.kind === "country" && party.from !== null && party.until !== null && party.from >= party.until) {
    faults.push(fault("bad-date", "/until", "A party ends after the day from which it existed."));
  }
  faults.push(...overFaults(id, before, over));
  if (faults.length > 0) return { faults };
  return registryIntake(id, before, party, { kind: "party", party });
}

/** An entry that is new is not there yet, and one that is edited was not edited by others meanwhile. */
function overFaults(id: string, before: { readonly edited: number } | null, over: Over | undefined): Fault[] {
  if (over === undefined || over === (before?.edited ?? null)) return [];
  if (before === null) return [fault("does-not-fit", "/id", `There is no entry "${id}" to edit.`)];
  if (over === null) {
    return [fault("duplicate-id", "/id", `"${id}" is in the registry already: edit it there.`)];
  }
  const detail = `"${id}" was last edited by revision ${before.edited}, not ${over}: read it again first.`;
  return [fault("edited-since", null, detail, { suggestion: String(before.edited) })];
}

function registryIntake<T extends object>(
  id: string,
  before: Entry<T> | null,
  now: T,
  line: LedgerLine,
): IntakeOrFaults {
  if (before === null) return { id, outcome: "created", line };
  const { edited: _, ...rest } = before;
  const same = JSON.stringify(sorted(rest)) === JSON.stringify(sorted(now));
  return same ? { id, outcome: "unchanged", line: null } : { id, outcome: "superseded", line };
}

/** The entry with its fields in one order, so that equal entries are equal text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
