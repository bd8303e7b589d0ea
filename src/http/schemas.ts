/** The wire shapes that several resources share, and how the values of the domain are written in them. */
import { type Static, type TSchema, Type } from "typebox";
import { shown } from "../domain/day.ts";
import { CONFIDENCES, ROLES } from "../domain/declaration.ts";
import type { PartialDate } from "../domain/partial-date.ts";
import { PARTY_KINDS } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { STANDINGS } from "../domain/spell.ts";
import type { Revision } from "../ledger/command.ts";
import { component, orNull, shape, word } from "./component.ts";

export const Day = Type.String({ format: "date" });
export const Instant = Type.String({ format: "date-time" });
export const Text = orNull(Type.String());

export const DateShape = component(
  "PartialDate",
  shape(
    { edtf: Type.String(), earliest: orNull(Day), latest: orNull(Day) },
    "A date as far as it is known: the EDTF text as declared, and the first and last day that it may be. " +
      "A bound is null where it is open.",
  ),
);

export const CountShape = component(
  "Count",
  shape(
    { certain: Type.Integer({ minimum: 0 }), possible: Type.Integer({ minimum: 0 }) },
    "How many parties are in for certain, and how many more may be. Each party counts once.",
  ),
);

export const RangeShape = component(
  "Range",
  shape({ earliest: Type.Integer(), latest: Type.Integer() }, "A number as far as it is known."),
);

export const KnownShape = component(
  "Known",
  shape(
    { revision: Type.Integer({ minimum: 1 }), recordedAt: Instant },
    "The state of the ledger that was asked: its newest revision then.",
  ),
);

export const CoalitionLabel = component(
  "CoalitionLabel",
  shape({ id: Type.String(), name: Type.String() }, "A coalition, by id and name."),
);

export const PartyLabel = component(
  "PartyLabel",
  shape(
    { id: Type.String(), kind: word(PARTY_KINDS), name: Type.String() },
    "A party, by id, kind and name.",
  ),
);

export const RoleShape = word(ROLES);
export const StandingShape = word(STANDINGS);
export const ConfidenceShape = orNull(word(CONFIDENCES));

export const CertaintyShape = word(["certain", "possible"]);

/** A list as every path gives one. `extra` stands beside the items, `on` where the answer is about a day. */
export function listOf<T extends TSchema, P extends Record<string, TSchema>>(
  name: string,
  item: T,
  extra: P,
  description: string,
) {
  return component(
    name,
    shape(
      {
        ...extra,
        known: orNull(KnownShape),
        items: Type.Array(item),
        total: Type.Integer({ minimum: 0, description: "How many there are on all pages." }),
        next: orNull(Type.String({ description: "The `cursor` of the next page." })),
      },
      description,
    ),
  );
}

export function toKnown(known: Revision | null): Static<typeof KnownShape> | null {
  return known === null ? null : { revision: known.number, recordedAt: known.recordedAt };
}

export function toDate({ edtf, earliest, latest }: PartialDate): Static<typeof DateShape> {
  return { edtf, earliest: shown(earliest), latest: shown(latest) };
}

export function toDateOrNull(date: PartialDate | null): Static<typeof DateShape> | null {
  return date === null ? null : toDate(date);
}

export function toCoalitionLabel(registry: Registry, id: string): Static<typeof CoalitionLabel> {
  return { id, name: registry.coalition(id)?.name ?? id };
}

export function toPartyLabel(registry: Registry, id: string): Static<typeof PartyLabel> {
  return registry.label(id) ?? { id, kind: "other", name: id };
}
