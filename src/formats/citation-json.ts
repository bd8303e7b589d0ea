/** A cited source as JSON: `{url?, title, publisher?, published?, accessed?, claims?}`. */
import type { Citation } from "../domain/source.ts";
import type { Fault } from "../ledger/checks.ts";
import { JsonFields } from "./json-fields.ts";
import { withoutNothing } from "./without-nothing.ts";

const FIELDS = ["url", "title", "publisher", "published", "accessed", "claims"] as const;
const CLAIMS = ["ordinal", "effective"] as const;

export function readCitation(value: unknown, pointer: string, faults: Fault[]): Citation {
  const fields = new JsonFields(value, pointer, FIELDS, faults);
  const claims = fields.objectOrNull("claims", (inner, at) => {
    const claimed = new JsonFields(inner, at, CLAIMS, faults);
    return { ordinal: claimed.wholeOrNull("ordinal"), effective: claimed.textOrNull("effective") };
  });
  const says = claims !== null && (claims.ordinal !== null || claims.effective !== null);
  return {
    url: fields.textOrNull("url"),
    title: fields.text("title"),
    publisher: fields.textOrNull("publisher"),
    published: fields.textOrNull("published"),
    accessed: fields.textOrNull("accessed"),
    claims: says ? claims : null,
  };
}

export function citationJson({ claims, ...source }: Citation): Record<string, unknown> {
  return withoutNothing({ ...source, claims: claims === null ? null : withoutNothing({ ...claims }) });
}
