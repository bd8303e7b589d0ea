/** What clients send, as OpenAPI describes it; the body itself is read by `formats`, which tells every fault. */
import { type TSchema, Type } from "typebox";
import { COUNTINGS } from "../domain/claim.ts";
import { COALITION_KINDS, COVERAGES } from "../domain/coalition.ts";
import { ACTS, CONFIDENCES, ROLES } from "../domain/declaration.ts";
import { CODE_STATUSES } from "../domain/party.ts";
import { STANDINGS } from "../domain/spell.ts";
import { component, orNull, shape, word } from "./component.ts";
import { Day } from "./schemas.ts";

const Text = Type.String({ minLength: 1 });
const Edtf = Type.String({
  minLength: 1,
  description: "EDTF: 2014, 2014-09, 2014-09-05, 2014-09~, a/b, ../b or a/..",
});

/** A field that may be left out, or be null, which is the same. */
function maybe<T extends TSchema>(type: T) {
  return Type.Optional(orNull(type));
}

const SentSource = component(
  "SentSource",
  shape(
    {
      url: maybe(Text),
      title: Text,
      publisher: maybe(Text),
      published: maybe(Edtf),
      accessed: maybe(Day),
      claims: maybe(shape({ ordinal: maybe(Type.Integer({ minimum: 1 })), effective: maybe(Edtf) })),
    },
    "What a declaration or a claim stands on.",
  ),
);

const DECLARATION = {
  ref: maybe(
    Type.String({
      minLength: 1,
      description:
        "Your own stable key, which belongs to the name of your key. The same content sent again under it " +
        "changes nothing, other content supersedes what stands for it.",
    }),
  ),
  coalition: Text,
  party: maybe(Type.String({ minLength: 1, description: "Left out only with `dissolve`." })),
  act: word(ACTS),
  role: maybe(
    Type.Enum([...ROLES], { type: "string", description: "With `join` only; `member` if left out." }),
  ),
  predecessors: maybe(Type.Array(Text, { description: "With `succeed` only." })),
  declared: maybe(Edtf),
  effective: Edtf,
  rescinds: maybe(
    Type.String({ minLength: 1, description: "With `rescind` only: an id, or a ref of yours." }),
  ),
  supersedes: maybe(
    Type.String({ minLength: 1, description: "What it replaces: an id, or a ref of yours." }),
  ),
  title: maybe(Text),
  scope: maybe(Type.Array(Text)),
  confidence: maybe(word(CONFIDENCES)),
  note: maybe(Text),
  sources: Type.Array(SentSource, { minItems: 1 }),
};

export const SentDeclaration = component(
  "SentDeclaration",
  shape(DECLARATION, "A source says that a party did an act in a coalition, on a date."),
);

export const SentDeclarations = component(
  "SentDeclarations",
  shape(
    { message: maybe(Text), declarations: Type.Array(SentDeclaration) },
    "Several declarations as one revision, with the reason.",
  ),
);

export const SentRetraction = component(
  "SentRetraction",
  shape({ reason: Type.String({ minLength: 1, description: "What was mistaken." }) }),
);

const CLAIM = {
  ref: maybe(Text),
  on: Edtf,
  total: Type.Integer({ minimum: 0 }),
  role: maybe(word(ROLES)),
  standing: maybe(word(STANDINGS)),
  counting: maybe(word(COUNTINGS)),
  except: maybe(Type.Array(Text)),
  source: SentSource,
  note: maybe(Text),
};

export const SentClaim = component(
  "SentClaim",
  shape(
    CLAIM,
    "A published total. `role` is `member` and `counting` is `members` if left out; any standing counts.",
  ),
);

/** As lines of the ledger have them. */
export const FedDeclaration = component(
  "FedDeclaration",
  shape({ id: Text, ...DECLARATION }, "A declaration as a line of the ledger has it."),
);
export const FedClaim = component(
  "FedClaim",
  shape({ id: Text, coalition: Text, ...CLAIM }, "A published total as a line of the ledger has it."),
);

const SPAN = { from: maybe(Day), until: maybe(Day) };
const NAMES = {
  name: Text,
  names: maybe(
    Type.Unsafe<Record<string, string>>({
      type: "object",
      additionalProperties: { type: "string", minLength: 1 },
    }),
  ),
  aliases: maybe(Type.Array(shape({ name: Text, lang: maybe(Text), ...SPAN }))),
  note: maybe(Text),
  retired: maybe(Type.Boolean()),
};

const COALITION = {
  kind: word(COALITION_KINDS),
  ...NAMES,
  shortName: maybe(Text),
  founded: maybe(Edtf),
  website: maybe(Text),
  coverage: maybe(word(COVERAGES)),
  coverageNote: maybe(Text),
};
const CODES = {
  codeStatus: maybe(word(CODE_STATUSES)),
  alpha2: maybe(Text),
  numeric: maybe(Text),
  codesFrom: maybe(Day),
  otherCodes: maybe(Type.Array(shape({ code: Text, ...SPAN }))),
  region: maybe(Text),
  subregion: maybe(Text),
  independent: maybe(Type.Boolean()),
  capital: maybe(Text),
  flag: maybe(Text),
  position: maybe(shape({ latitude: Type.Number(), longitude: Type.Number() })),
  predecessors: maybe(Type.Array(Text)),
  successors: maybe(Type.Array(Text)),
  ...SPAN,
};
const COUNTRY = { kind: maybe(Type.Literal("country")), ...NAMES, ...CODES };

export const SentCoalition = component(
  "SentCoalition",
  shape({ id: Type.String({ description: "A slug that is no country code." }), ...COALITION }),
);
export const SentCountry = component(
  "SentCountry",
  shape({ id: Type.String({ description: "ISO 3166, or `x-` and a slug where ISO has none." }), ...COUNTRY }),
);
export const SentParty = component(
  "SentParty",
  shape({
    id: Type.String({ description: "`x-` and a slug." }),
    kind: word(["unidentified", "other"]),
    ...NAMES,
  }),
);

/** A merge patch: any of the fields, null to take one away. */
function patch<P extends Record<string, TSchema>>(name: string, fields: P) {
  const each = Object.entries(fields).map(([field, type]) => [field, Type.Optional(type)]);
  const description = "A merge patch (RFC 7396): what is given replaces, null takes away.";
  return component(name, shape(Object.fromEntries(each) as Record<string, TSchema>, description));
}

export const CoalitionPatch = patch("CoalitionPatch", COALITION);
export const CountryPatch = patch("CountryPatch", COUNTRY);
export const PartyPatch = patch("PartyPatch", { ...NAMES, ...CODES });
