/** A source on the wire, as a declaration or a claim cites it. */
import { type Static, Type } from "typebox";
import { parsePartialDate } from "../domain/partial-date.ts";
import type { Citation } from "../domain/source.ts";
import { component, orNull, shape } from "./component.ts";
import { DateShape, Day, Text, toDate } from "./schemas.ts";

export const SourceShape = component(
  "Source",
  shape(
    {
      url: Text,
      title: Type.String(),
      publisher: Text,
      published: orNull(DateShape),
      accessed: orNull(Day),
      claims: orNull(shape({ ordinal: orNull(Type.Integer()), effective: orNull(DateShape) })),
    },
    "What a declaration stands on. Without `accessed`, nobody has read it for this ledger.",
  ),
);

export function toSource({ published, claims, ...source }: Citation): Static<typeof SourceShape> {
  const effective = claims?.effective ?? null;
  return {
    url: source.url,
    title: source.title,
    publisher: source.publisher,
    published: dateOf(published),
    accessed: source.accessed,
    claims: claims === null ? null : { ordinal: claims.ordinal, effective: dateOf(effective) },
  };
}

function dateOf(edtf: string | null): Static<typeof DateShape> | null {
  return edtf === null ? null : toDate(parsePartialDate(edtf));
}
