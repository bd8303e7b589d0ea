/** A published total as JSON, its day as EDTF text. */
import { type ClaimContent, COUNTINGS } from "../domain/claim.ts";
import { ROLES } from "../domain/declaration.ts";
import { STANDINGS } from "../domain/spell.ts";
import type { Fault } from "../ledger/checks.ts";
import { citationJson, readCitation } from "./citation-json.ts";
import { JsonFields } from "./json-fields.ts";
import { withoutNothing } from "./without-nothing.ts";

const FIELDS = [
  "ref",
  "coalition",
  "on",
  "total",
  "role",
  "standing",
  "counting",
  "except",
  "source",
  "note",
] as const;

export type ReadClaim = { readonly content: ClaimContent } | { readonly faults: readonly Fault[] };

/** Members are counted, of any standing and any kind, unless the claim says otherwise. */
export function readClaim(value: unknown): ReadClaim {
  const faults: Fault[] = [];
  const fields = new JsonFields(value, "", FIELDS, faults);
  const content = {
    ref: fields.textOrNull("ref"),
    coalition: fields.text("coalition"),
    on: fields.date("on"),
    total: fields.whole("total"),
    role: fields.choiceOrNull("role", ROLES) ?? ("member" as const),
    standing: fields.choiceOrNull("standing", STANDINGS),
    counting: fields.choiceOrNull("counting", COUNTINGS) ?? ("members" as const),
    except: fields.texts("except"),
    source: fields.object("source", (source, pointer) => readCitation(source, pointer, faults)),
    note: fields.textOrNull("note"),
  };
  return faults.length === 0 ? { content } : { faults };
}

export function claimJson(content: ClaimContent): Record<string, unknown> {
  return withoutNothing({
    ...Object.fromEntries(FIELDS.map((name) => [name, content[name]])),
    on: content.on.edtf,
    source: citationJson(content.source),
  });
}
