/**
 * The ledger as NDJSON, the change feed and the export alike: a line for each revision, then one for each
 * line that it took in. What is read and written again is the same text.
 */
import { type Fault, fault } from "../ledger/checks.ts";
import type { Revision } from "../ledger/command.ts";
import type { BareLine } from "../ledger/ledger-line.ts";
import { claimJson, readClaim } from "./claim-json.ts";
import { coalitionJson, readCoalition } from "./coalition-json.ts";
import { declarationJson, readDeclaration } from "./declaration-json.ts";
import { JsonFields } from "./json-fields.ts";
import { partyJson, readParty } from "./party-json.ts";

const COUNTS = ["declarations", "retractions", "claims", "coalitions", "parties"] as const;
const REVISION = ["kind", "revision", "recordedAt", "recordedBy", "message", "imported", "counts"] as const;
const KINDS = ["revision", "coalition", "party", "declaration", "retraction", "claim"] as const;

export function revisionLine({ number, ...rest }: Revision): string {
  const { recordedAt, recordedBy, message, imported } = rest;
  const counts = Object.fromEntries(COUNTS.map((name) => [name, rest.counts[name]]));
  return print({ kind: "revision", revision: number, recordedAt, recordedBy, message, imported, counts });
}

/** @param revision the number of the revision that it came with. */
export function ledgerLine(revision: number, line: BareLine): string {
  const { kind } = line;
  switch (kind) {
    case "coalition":
      return print({ kind, revision, coalition: coalitionJson(line.coalition) });
    case "party":
      return print({ kind, revision, party: partyJson(line.party) });
    case "declaration": {
      const { id } = line.declaration;
      return print({ kind, revision, declaration: { id, ...declarationJson(line.declaration) } });
    }
    case "retraction":
      return print({ kind, revision, of: line.of, reason: line.reason });
    case "claim":
      return print({ kind, revision, claim: { id: line.claim.id, ...claimJson(line.claim) } });
  }
}

function print(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** The number of the revision, and what the line says. */
export interface ReadLine {
  readonly revision: number;
  readonly line: BareLine | { readonly kind: "revision"; readonly revision: Revision };
}

export function readLedgerLine(value: unknown): ReadLine | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const kind = kindOf(value, faults);
  if (kind === null) return { faults };
  if (kind === "revision") {
    const revision = readRevision(value, faults);
    const line = { kind, revision };
    return faults.length > 0 ? { faults } : { revision: revision.number, line };
  }
  const names = kind === "retraction" ? ["of", "reason"] : [kind];
  const fields = new JsonFields(value, "", ["kind", "revision", ...names], faults);
  const revision = fields.whole("revision");
  const line = readBare(kind, fields, revision, faults);
  return faults.length > 0 ? { faults } : { revision, line };
}

function kindOf(value: unknown, faults: Fault[]): (typeof KINDS)[number] | null {
  const kind = (value as { readonly kind?: unknown } | null)?.kind;
  const found = KINDS.find((each) => each === kind);
  if (found !== undefined) return found;
  faults.push(fault("bad-shape", "/kind", `A line of the ledger is of kind ${KINDS.join(", ")}.`));
  return null;
}

function readRevision(value: unknown, faults: Fault[]): Revision {
  const fields = new JsonFields(value, "", REVISION, faults);
  const recordedAt = fields.text("recordedAt");
  const instant = Date.parse(recordedAt);
  if (Number.isNaN(instant) || new Date(instant).toISOString() !== recordedAt) {
    const detail = "It is an instant in UTC with milliseconds, like 2025-11-01T00:00:00.000Z.";
    faults.push(fault("bad-date", "/recordedAt", detail));
  }
  return {
    number: fields.whole("revision"),
    recordedAt,
    recordedBy: fields.text("recordedBy"),
    message: fields.text("message"),
    imported: fields.flagOrNull("imported") ?? false,
    counts: fields.object("counts", (counts, pointer) => {
      const inner = new JsonFields(counts, pointer, COUNTS, faults);
      const read = COUNTS.map((name) => [name, inner.whole(name)] as const);
      return Object.fromEntries(read) as unknown as Revision["counts"];
    }),
  };
}

function readBare(kind: BareLine["kind"], fields: JsonFields, revision: number, faults: Fault[]): BareLine {
  const within = <T extends object>(read: T | { readonly faults: readonly Fault[] }): T => {
    if (!("faults" in read)) return read;
    faults.push(...read.faults.map((each) => ({ ...each, pointer: `/${kind}${each.pointer ?? ""}` })));
    return {} as T;
  };
  const inner = <T>(read: (value: unknown) => T) => fields.object(kind, read);
  switch (kind) {
    case "coalition":
      return { kind, ...inner((value) => within(readCoalition(value))) };
    case "party":
      return { kind, ...inner((value) => within(readParty(value))) };
    case "declaration": {
      const [id, said] = inner((value) => identified(kind, value, faults));
      return { kind, declaration: { ...within(readDeclaration(said)).content, id, revision } };
    }
    case "retraction":
      return { kind, of: fields.text("of"), reason: fields.text("reason") };
    case "claim": {
      const [id, said] = inner((value) => identified(kind, value, faults));
      return { kind, claim: { ...within(readClaim(said)).content, id, revision } };
    }
  }
}

/** As ids are made. They stand in addresses, and in answers without being escaped. */
const ID = /^[a-z0-9]{1,64}$/;

/** The id, and what is said under it. */
function identified(kind: string, value: unknown, faults: Fault[]): readonly [id: string, said: unknown] {
  if (typeof value !== "object" || value === null) return ["", value];
  const { id, ...said } = value as { readonly id?: unknown };
  if (typeof id === "string" && ID.test(id)) return [id, said];
  const detail = "A line of the ledger names its id: small letters and digits, at most 64.";
  faults.push(fault("bad-shape", `/${kind}/id`, detail));
  return ["", said];
}
