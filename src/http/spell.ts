/** A spell on the wire, as every list of memberships and every roster gives it. */
import { type Static, Type } from "typebox";
import type { Certainty } from "../domain/certainty.ts";
import { READINGS, VERDICTS } from "../domain/claim.ts";
import { AFTER_ALL, shown } from "../domain/day.ts";
import { ACTS } from "../domain/declaration.ts";
import type { Registry } from "../domain/registry.ts";
import { ENDINGS, type Spell } from "../domain/spell.ts";
import type { DressedSpell } from "../ledger/dressed-spell.ts";
import type { ClaimedOrdinal } from "../ledger/places.ts";
import type { PendingAct } from "../ledger/store.ts";
import { component, orNull, shape, word } from "./component.ts";
import {
  CoalitionLabel,
  ConfidenceShape,
  DateShape,
  PartyLabel,
  RangeShape,
  RoleShape,
  StandingShape,
  toCoalitionLabel,
  toDate,
  toDateOrNull,
  toPartyLabel,
} from "./schemas.ts";
import { SourceShape, toSource } from "./source.ts";

const PENDING = {
  act: word(ACTS),
  role: Type.Optional(RoleShape),
  declared: orNull(DateShape),
  effective: DateShape,
  declaration: Type.String(),
};

const PendingShape = component(
  "Pending",
  shape(PENDING, "An act that is declared for the party and not yet in effect on the day."),
);

export const ComingJoin = component(
  "ComingJoin",
  shape({ party: PartyLabel, ...PENDING }, "A join that is declared and not yet in effect on the day."),
);

const ClaimedOrdinalShape = component(
  "ClaimedOrdinal",
  shape(
    {
      claimed: Type.Integer(),
      reading: orNull(word(READINGS)),
      verdict: word(VERDICTS),
      source: SourceShape,
    },
    "What a source says of the party's place, and whether the ledger bears it out: by order of accession " +
      "or by size on joining, whichever reading fits.",
  ),
);

/** What the alternatives of a row may differ in. */
export const STRETCH = {
  role: RoleShape,
  standing: StandingShape,
  joined: DateShape,
  from: DateShape,
  to: orNull(DateShape),
  ended: Type.Boolean(),
  endedBy: orNull(word(ENDINGS)),
  confidence: ConfidenceShape,
  declarations: Type.Array(Type.String()),
};

const AlternativeShape = component(
  "Alternative",
  shape(STRETCH, "Another spell of the party that may hold on the day."),
);

export const SpellShape = component(
  "Spell",
  shape(
    {
      coalition: CoalitionLabel,
      party: PartyLabel,
      ...STRETCH,
      certainty: Type.Optional(word(["certain", "possible"])),
      ordinal: orNull(RangeShape),
      claimedOrdinals: Type.Array(ClaimedOrdinalShape),
      pending: Type.Array(PendingShape),
      alternatives: Type.Array(AlternativeShape),
    },
    "An unbroken stretch of one party in one coalition with one role and one standing, from the first day " +
      "of `from` up to, and not on, `to`. `certainty` and `pending` are given where a day is asked.",
  ),
);

/** A row of a roster carries more than a spell over time. */
export type Row = DressedSpell & {
  readonly certainty?: Certainty;
  readonly alternatives?: readonly Spell[];
};

export function toSpell(registry: Registry, row: Row): Static<typeof SpellShape> {
  const { spell, certainty, ordinal } = row;
  const { role, standing, confidence, declarations, ...stretch } = toStretch(spell);
  return {
    coalition: toCoalitionLabel(registry, spell.coalition),
    party: toPartyLabel(registry, spell.party),
    role,
    standing,
    ...(certainty === undefined ? {} : { certainty }),
    ...stretch,
    ordinal,
    claimedOrdinals: row.claimedOrdinals.map(toClaimedOrdinal),
    confidence,
    pending: row.pending.map(toPending),
    alternatives: (row.alternatives ?? []).map(toStretch),
    declarations,
  };
}

export function toComingJoin(registry: Registry, act: PendingAct): Static<typeof ComingJoin> {
  return { party: toPartyLabel(registry, act.declaration.party ?? ""), ...toPending(act) };
}

export function toStretch(spell: Spell): Static<typeof AlternativeShape> {
  return {
    role: spell.role,
    standing: spell.standing,
    joined: toDate(spell.joined),
    from: toDate(spell.from),
    to: toDateOrNull(spell.to),
    ended: spell.to !== null && spell.to.latest !== AFTER_ALL,
    endedBy: spell.endedBy,
    confidence: spell.confidence,
    declarations: [...spell.declarations],
  };
}

export function toClaimedOrdinal(claim: ClaimedOrdinal): Static<typeof ClaimedOrdinalShape> {
  const { claimed, reading, verdict, source } = claim;
  return { claimed, reading, verdict, source: toSource(source) };
}

export function toPending({ declaration, effective }: PendingAct): Static<typeof PendingShape> {
  const { act, role, declared } = declaration;
  const { edtf } = declaration.effective;
  return {
    act,
    ...(role === null ? {} : { role }),
    declared: toDateOrNull(declared),
    effective: { edtf, earliest: shown(effective.earliest), latest: shown(effective.latest) },
    declaration: declaration.id,
  };
}
