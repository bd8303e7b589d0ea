/** Takes in one entry of a command: a line of the ledger, nothing new, or the faults that refuse it. */
import type { ClaimContent } from "../domain/claim.ts";
import type { DeclarationContent } from "../domain/declaration.ts";
import { newestOf, rootOf, standingOf } from "../domain/supersession.ts";
import { claimFaults, declarationFaults, type Fault, fault } from "./checks.ts";
import type { EntryOutcome, KeptId, LedgerEntry } from "./command.ts";
import { claimDigest, declarationDigest, idOf } from "./digest.ts";
import type { Draft } from "./draft.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { takeInCoalition, takeInParty } from "./registry-intake.ts";

/** Where in the ledger a line would stand, and whose it would be. */
export interface Place {
  readonly author: string;
  readonly revision: number;
  readonly place: number;
}

/** `line` is null where the ledger has it already. */
export interface Intake extends EntryOutcome {
  readonly line: LedgerLine | null;
}

export type IntakeOrFaults = Intake | { readonly faults: readonly Fault[] };

export function takeIn(draft: Draft, entry: LedgerEntry, at: Place): IntakeOrFaults {
  switch (entry.kind) {
    case "declaration":
      return takeInDeclaration(draft, entry.content, at, entry.id);
    case "claim":
      return takeInClaim(draft, entry.content, at, entry.id);
    case "retraction":
      return takeInRetraction(draft, entry.of, entry.reason);
    case "coalition":
      return takeInCoalition(draft, entry.coalition, entry.over);
    case "party":
      return takeInParty(draft, entry.party, entry.over);
  }
}

function takeInDeclaration(
  draft: Draft,
  content: DeclarationContent,
  at: Place,
  kept: KeptId | undefined,
): IntakeOrFaults {
  const faults = [...declarationFaults(content, draft.registry()), ...keptFaults(draft, kept)];
  const { ref } = content;
  const under = ref === null ? null : draft.underRef(ref);
  if (under !== null && under.author !== at.author) return { faults: [...faults, foreign(ref)] };
  const rescinds = named(draft, content.rescinds);
  faults.push(...rescindsFaults(draft, content, rescinds));
  const meant = named(draft, content.supersedes);
  if (content.supersedes !== null && meant === null) faults.push(notFound("/supersedes", content.supersedes));
  if (faults.length > 0) return { faults };
  const given = under !== null && isSupersededFor(draft, meant, under.id) ? null : meant;

  const digest = declarationDigest(content, rescinds === null ? null : rootOf(rescinds, draft));
  const same = under === null ? sameContent(draft, ref, digest) : under.digest === digest ? under : null;
  if (same !== null && (given === null || given === same.supersedes)) {
    return { id: same.id, outcome: "unchanged", line: null };
  }
  if (under?.revision === at.revision) return { faults: [doubled(ref)] };
  const supersedes = given ?? (under === null ? null : newestOf(under.id, draft));
  const misfit = supersedes === null ? null : supersedesFault(draft, supersedes, under?.id ?? null, ref);
  if (misfit !== null) return { faults: [misfit] };

  const id = kept ?? (ref === null ? idOf(at) : idOf({ ref, supersedes }));
  const declaration = { ...content, id, revision: at.revision, rescinds, supersedes };
  const outcome = supersedes === null ? "created" : "superseded";
  return { id, outcome, line: { kind: "declaration", declaration, digest } };
}

function keptFaults(draft: Draft, kept: KeptId | undefined): Fault[] {
  if (kept === undefined || (draft.declaration(kept) === null && draft.claim(kept) === null)) return [];
  return [fault("duplicate-id", "/id", `There is an entry with the id "${kept}" already.`)];
}

/** The id that a `supersedes` or `rescinds` means: an id, or a ref whose newest declaration is meant. */
function named(draft: Draft, idOrRef: string | null): string | null {
  if (idOrRef === null) return null;
  return draft.declaration(idOrRef)?.id ?? draft.underRef(idOrRef)?.id ?? null;
}

/** A line sent again and mended still names what its first telling superseded: its ref says enough. */
function isSupersededFor(draft: Draft, id: string | null, told: string): boolean {
  return id !== null && rootOf(id, draft) === rootOf(told, draft) && newestOf(id, draft) !== id;
}

/** Without a ref, a declaration that says the same, in force or retracted, is the one that is sent. */
function sameContent(draft: Draft, ref: string | null, digest: string) {
  const same = ref === null ? draft.withDigest(digest) : null;
  return same === null || draft.successor(same.id) !== null ? null : same;
}

function rescindsFaults(draft: Draft, content: DeclarationContent, rescinds: string | null): Fault[] {
  if (content.rescinds === null) return [];
  if (rescinds === null) return [notFound("/rescinds", content.rescinds)];
  const stands = draft.declaration(standingOf(rescinds, draft) ?? "");
  const fits =
    stands !== null &&
    stands.act !== "rescind" &&
    stands.coalition === content.coalition &&
    stands.party === content.party;
  if (fits) return [];
  const detail =
    "A rescission names a declaration in force of the same coalition and party, not another rescission.";
  return [fault("does-not-fit", "/rescinds", detail)];
}

function supersedesFault(
  draft: Draft,
  supersedes: string,
  told: string | null,
  ref: string | null,
): Fault | null {
  const newest = newestOf(supersedes, draft);
  if (newest !== supersedes) {
    const detail = `It is superseded already: the newest of its line is "${newest}".`;
    return fault("already-superseded", "/supersedes", detail, { suggestion: newest });
  }
  if (told === null || newestOf(told, draft) === supersedes) return null;
  const detail = `The ref "${ref}" stands for another declaration: supersede with a new ref, or leave \`supersedes\` out.`;
  return fault("does-not-fit", "/supersedes", detail);
}

function takeInClaim(
  draft: Draft,
  content: ClaimContent,
  at: Place,
  kept: KeptId | undefined,
): IntakeOrFaults {
  const faults = [...claimFaults(content, draft.registry()), ...keptFaults(draft, kept)];
  const { ref } = content;
  const under = ref === null ? null : draft.claimUnderRef(ref);
  if (under !== null && under.author !== at.author) faults.push(foreign(ref));
  if (faults.length > 0) return { faults };
  const digest = claimDigest(content);
  const told = under?.claim ?? null;
  if (told !== null && claimDigest(told) === digest) return { id: told.id, outcome: "unchanged", line: null };
  if (told?.revision === at.revision) return { faults: [doubled(ref)] };
  const id = kept ?? (ref === null ? idOf(at) : idOf({ ref: `claim ${ref}`, supersedes: told?.id ?? null }));
  const line: LedgerLine = { kind: "claim", claim: { ...content, id, revision: at.revision }, digest };
  return { id, outcome: told === null ? "created" : "superseded", line };
}

function takeInRetraction(draft: Draft, of: string, reason: string): IntakeOrFaults {
  if (draft.declaration(of) === null && draft.claim(of) === null) return { faults: [notFound(null, of)] };
  if (draft.isRetracted(of)) {
    return { faults: [fault("already-retracted", null, `"${of}" was retracted already.`)] };
  }
  if (reason.trim() === "") {
    return { faults: [fault("bad-shape", "/reason", "A retraction needs a reason: what was mistaken?")] };
  }
  return { id: of, outcome: "created", line: { kind: "retraction", of, reason } };
}

function notFound(pointer: string | null, id: string): Fault {
  return fault("unknown-declaration", pointer, `There is no declaration with the id or ref "${id}".`);
}

function foreign(ref: string | null): Fault {
  return fault("foreign-ref", "/ref", `The ref "${ref}" belongs to another author: choose one of your own.`);
}

function doubled(ref: string | null): Fault {
  return fault(
    "duplicate-ref",
    "/ref",
    `The ref "${ref}" stands twice in this write, with different content.`,
  );
}
