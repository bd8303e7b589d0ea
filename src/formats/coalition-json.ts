/** A coalition's entry as JSON, its founding as EDTF text: read strictly, and written with what it says alone. */
import { COALITION_KINDS, COVERAGES, type Coalition } from "../domain/coalition.ts";
import type { Fault } from "../ledger/checks.ts";
import { JsonFields } from "./json-fields.ts";
import { aliasesJson, namesJson, readAliases, readNames } from "./names-json.ts";
import { withoutNothing } from "./without-nothing.ts";

const FIELDS = [
  "id",
  "kind",
  "name",
  "shortName",
  "names",
  "aliases",
  "founded",
  "website",
  "coverage",
  "coverageNote",
  "note",
  "retired",
] as const;

export type ReadCoalition = { readonly coalition: Coalition } | { readonly faults: readonly Fault[] };

/** Of a coalition that does not say how much of its roster is here, none is. */
export function readCoalition(value: unknown): ReadCoalition {
  const faults: Fault[] = [];
  const fields = new JsonFields(value, "", FIELDS, faults);
  const coalition = {
    id: fields.text("id"),
    kind: fields.choice("kind", COALITION_KINDS),
    name: fields.text("name"),
    shortName: fields.textOrNull("shortName"),
    names: readNames(fields, faults),
    aliases: readAliases(fields, faults),
    founded: fields.dateOrNull("founded"),
    website: fields.textOrNull("website"),
    coverage: fields.choiceOrNull("coverage", COVERAGES) ?? ("none" as const),
    coverageNote: fields.textOrNull("coverageNote"),
    note: fields.textOrNull("note"),
    retired: fields.flagOrNull("retired") ?? false,
  };
  return faults.length === 0 ? { coalition } : { faults };
}

/** In the order of the fields above. */
export function coalitionJson(coalition: Coalition): Record<string, unknown> {
  return withoutNothing({
    ...Object.fromEntries(FIELDS.map((name) => [name, coalition[name]])),
    names: namesJson(coalition.names),
    aliases: aliasesJson(coalition.aliases),
    founded: coalition.founded?.edtf ?? null,
    retired: coalition.retired || null,
  });
}
