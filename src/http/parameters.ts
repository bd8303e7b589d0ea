/** The query and path parameters that many paths take. */
import { type TSchema, Type } from "typebox";
import { ROLES, type Role } from "../domain/declaration.ts";
import { PARTY_KINDS } from "../domain/party.ts";
import { STANDINGS, type Standing } from "../domain/spell.ts";
import { word } from "./component.ts";
import { type Format, LIST_FORMATS } from "./format.ts";

export const MAXIMUM_LIMIT = 1000;
export const LONGEST_TEXT = 200;

/** A query parameter that may be left out, with an example. */
function optional<T extends TSchema>(type: T, description: string, example: unknown) {
  return Type.Optional(Object.assign(type, { description, examples: [example] }));
}

function choice<const V extends string>(values: readonly V[], description: string, example: V) {
  return optional(word(values), description, example);
}

function text(description: string, example: string) {
  return optional(Type.String({ minLength: 1, maxLength: LONGEST_TEXT }), description, example);
}

function day(description: string, example: string) {
  return optional(Type.String({ format: "date" }), description, example);
}

function flag(description: string, example: boolean) {
  return optional(Type.Boolean(), description, example);
}

export const param = { word: choice, text, day, flag };

/** A query that takes these parameters and no others. */
export function query<P extends Record<string, TSchema>>(parameters: P) {
  return Type.Object(parameters, { additionalProperties: false });
}

/** The ids in a path. Any case will do; replies carry the canonical one. */
export function path<const N extends string>(name: N, description: string, example: string) {
  return Type.Object({ [name]: Type.String({ description, examples: [example] }) } as Record<
    N,
    ReturnType<typeof Type.String>
  >);
}

/** What every reading path takes: which state of the ledger, and names in which language. */
export const KNOWN = {
  known: text(
    "The state of the ledger that is asked: an RFC 3339 instant or a revision number. The newest if left out.",
    "2026-01-01T00:00:00Z",
  ),
  lang: text("Names in this language (BCP 47) where the registry has them, in English otherwise.", "fr"),
};

export function formats<const F extends Format>(offered: readonly F[]) {
  return {
    format: choice(offered, "The format of the reply. It goes before the `Accept` header.", offered[0] as F),
  };
}

/** For answers about a day. */
export const ON_TODAY = {
  on: day("The day in the world that is asked. Today (UTC) if left out.", "2025-11-12"),
};

/** For answers over time, that a day may narrow. */
export const ON = { on: day("The day in the world that is asked. Any day if left out.", "2025-11-12") };

export const DURING = {
  from: day("The first day of those that count.", "2014-01-01"),
  to: day("The day after the last of those that count.", "2015-01-01"),
};

export const PAGING = {
  ...formats(LIST_FORMATS),
  limit: optional(
    Type.Integer({ minimum: 1, maximum: MAXIMUM_LIMIT, default: MAXIMUM_LIMIT }),
    "The most items of a page. CSV and NDJSON come whole, without pages.",
    100,
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1000,
      description: "The `next` of the page before. It keeps the day and the state of the ledger.",
      examples: ["WyJrZXkiLCIyMDI1LTExLTEyIiwyOCwxMDBd"],
    }),
  ),
};

export const ROLE = {
  role: choice([...ROLES, "any"], "Only this role; `any` for all.", "member"),
};

/** For answers about who is in, which are about members unless asked otherwise. */
export const MEMBERS = {
  role: choice([...ROLES, "any"], "Only this role; `any` for all. `member` if left out.", "member"),
};

export const STANDING = {
  standing: choice([...STANDINGS, "any"], "Only this standing.", "suspended"),
};

export const PARTY_KIND = {
  kind: choice([...PARTY_KINDS, "any"], "Only this kind of party.", "country"),
};

/** What `role` and `standing` restrict to; nothing where `any` was asked or they were left out. */
export function onlyRole(role: Role | "any" | undefined): { readonly roles?: readonly Role[] } {
  return role === undefined || role === "any" ? {} : { roles: [role] };
}

export function onlyStanding(standing: Standing | "any" | undefined): {
  readonly standings?: readonly Standing[];
} {
  return standing === undefined || standing === "any" ? {} : { standings: [standing] };
}
