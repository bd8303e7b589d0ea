/** A declaration as JSON, its dates as EDTF text: read strictly, and written with what it says alone. */
import { ACTS, CONFIDENCES, type DeclarationContent, ROLES } from "../domain/declaration.ts";
import type { Fault } from "../ledger/checks.ts";
import { citationJson, readCitation } from "./citation-json.ts";
import { JsonFields } from "./json-fields.ts";
import { withoutNothing } from "./without-nothing.ts";

const FIELDS = [
  "ref",
  "coalition",
  "party",
  "act",
  "role",
  "predecessors",
  "declared",
  "effective",
  "rescinds",
  "supersedes",
  "title",
  "scope",
  "confidence",
  "note",
  "sources",
] as const;

export type ReadDeclaration =
  | { readonly content: DeclarationContent }
  | { readonly faults: readonly Fault[] };

/** The shape alone is judged here, the sense by the ledger. A join without a role is one as `member`. */
export function readDeclaration(value: unknown): ReadDeclaration {
  const faults: Fault[] = [];
  const fields = new JsonFields(value, "", FIELDS, faults);
  const act = fields.choice("act", ACTS);
  const content = {
    ref: fields.textOrNull("ref"),
    coalition: fields.text("coalition"),
    party: fields.textOrNull("party"),
    act,
    role: fields.choiceOrNull("role", ROLES) ?? (act === "join" ? "member" : null),
    predecessors: fields.texts("predecessors"),
    declared: fields.dateOrNull("declared"),
    effective: fields.date("effective"),
    rescinds: fields.textOrNull("rescinds"),
    supersedes: fields.textOrNull("supersedes"),
    title: fields.textOrNull("title"),
    scope: fields.texts("scope"),
    confidence: fields.choiceOrNull("confidence", CONFIDENCES),
    note: fields.textOrNull("note"),
    sources: fields.list("sources", (source, pointer) => readCitation(source, pointer, faults)),
  };
  return faults.length === 0 ? { content } : { faults };
}

/** In the order of the fields above. */
export function declarationJson(content: DeclarationContent): Record<string, unknown> {
  const { declared, effective, sources } = content;
  return withoutNothing({
    ...Object.fromEntries(FIELDS.map((name) => [name, content[name]])),
    declared: declared?.edtf ?? null,
    effective: effective.edtf,
    sources: sources.map(citationJson),
  });
}
