/** Every page: its path, and what its address may say besides the day and the state of the ledger. */
import { COALITION_KINDS } from "../../domain/coalition.ts";
import { ROLES } from "../../domain/declaration.ts";
import { PARTY_KINDS } from "../../domain/party.ts";
import { STANDINGS } from "../../domain/spell.ts";
import { day, type Field, ids, text, type ValueOf, word } from "./field.ts";

/** More than five sets cannot be told apart in one picture. */
export const MOST_COMPARED = 5;

/** The first of the words is meant where the address has none. */
const role = word(["member", "any", ...ROLES.filter((each) => each !== "member")]);

/** In this order they stand in an address. */
export const PAGES = {
  home: { path: "/", query: { kind: word(["any", ...COALITION_KINDS]) } },
  coalition: {
    path: "/coalitions/:id",
    query: {
      role,
      standing: word(["any", ...STANDINGS]),
      partyKind: word(["any", ...PARTY_KINDS]),
      q: text,
      sort: word(["name", "ordinal", "from", "standing"]),
      order: word(["up", "down"]),
      from: day,
      to: day,
    },
  },
  party: {
    path: "/parties/:id",
    /** The kind is that of the coalition. */
    query: { role: word(["any", ...ROLES]), kind: word(["any", ...COALITION_KINDS]) },
  },
  compare: {
    path: "/compare",
    query: {
      coalitions: ids(MOST_COMPARED),
      role,
      /** Only the parties that are in these and in no other of those compared. */
      exactly: ids(MOST_COMPARED),
      /** Whose common parties the curve shows; of all compared where the address has none. */
      together: ids(MOST_COMPARED),
      q: text,
      /** By how many a party is in; or `name`, or the id of a coalition. */
      sort: text,
      order: word(["up", "down"]),
    },
  },
  declaration: { path: "/declarations/:id", query: {} },
} as const satisfies Record<string, { path: string; query: Record<string, Field<unknown>> }>;

export type PageName = keyof typeof PAGES;

/** What the address of a page may say of its own. */
export type QueryOf<P extends PageName> = {
  readonly [K in keyof (typeof PAGES)[P]["query"]]: ValueOf<(typeof PAGES)[P]["query"][K]>;
};
