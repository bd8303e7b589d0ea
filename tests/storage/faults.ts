/** Faults to plant into the SQLite store: its own statements, a little wrong. */
import type { Connection } from "../../src/storage/sqlite/connection.ts";
import type { Tamper } from "./subjects.ts";

export interface Fault {
  readonly name: string;
  readonly in: "reader" | "writer";
  /** Makes the fault; `planted` is to be called where it took hold. */
  readonly plant: (connection: Connection, planted: () => void) => void;
}

/** Replaces part of every statement that has it. */
function restated(name: string, place: Fault["in"], right: string | RegExp, wrong: string): Fault {
  return {
    name,
    in: place,
    plant: ({ sqlite }, planted) => {
      const prepare = sqlite.prepare.bind(sqlite);
      sqlite.prepare = ((statement: string) => {
        const tampered = statement.replaceAll(right, wrong);
        if (tampered !== statement) planted();
        return prepare(tampered);
      }) as typeof sqlite.prepare;
    },
  };
}

const outsideTransactions: Fault = {
  name: "a write that is not in a transaction",
  in: "writer",
  plant: ({ sqlite }, planted) => {
    sqlite.transaction = ((write: () => unknown) => {
      planted();
      return { immediate: write, deferred: write };
    }) as unknown as typeof sqlite.transaction;
  },
};

const reading = (name: string, right: string | RegExp, wrong: string) =>
  restated(name, "reader", right, wrong);
const writing = (name: string, right: string | RegExp, wrong: string) =>
  restated(name, "writer", right, wrong);

export const FAULTS: readonly Fault[] = [
  reading("a row that still holds at the revision that closed it", /("\w+"\."known_to") > \?/g, "$1 >= ?"),
  reading(
    "a row that does not yet hold at the revision that opened it",
    /("\w+"\."known_from") <= \?/g,
    "$1 < ?",
  ),
  reading(
    "a spell without its first possible day",
    '"spells"."from_earliest" <= ?',
    '"spells"."from_earliest" < ?',
  ),
  reading("a spell with the day on which it ended", '"spells"."to_latest" > ?', '"spells"."to_latest" >= ?'),
  reading("a spell that goes on told as ended", `',"ended":false'`, `',"ended":true'`),
  reading(
    "a retraction of a declaration passed over",
    '"retractions"."declaration" = "declarations"."id"',
    "0",
  ),
  reading("a retraction of a claim passed over", '"retractions"."claim" = "claims"."id"', "0"),
  reading("an older claim under the same ref that still stands", '"newer"."ref" = "claims"."ref"', "0"),
  reading("a superseded declaration shown as in force", "'superseded')", "'in-force')"),
  reading("a rescinded declaration shown as in force", "else 'rescinded' end", "else 'in-force' end"),
  reading(
    "declarations of one revision out of their places",
    'order by "declarations"."revision" asc, "declarations"."place" asc',
    'order by "declarations"."revision" asc, "declarations"."id" asc',
  ),
  reading(
    "findings of the newest revision",
    '"findings"."known_from" <= ? and "findings"."known_to" > ?',
    '"findings"."known_from" <= ? + 1e9 and "findings"."known_to" > ? + 1e9',
  ),
  reading(
    "the registry of the newest revision",
    '_versions"."revision" <= ?',
    '_versions"."revision" <= ? + 1e9',
  ),
  reading("an instant that comes before its own revision", '"recorded_at" <= ?', '"recorded_at" < ?'),
  reading("an act still pending on its first day", '"effective_earliest" > ?', '"effective_earliest" >= ?'),
  reading("an act pending before it was declared", '"declared_latest" <= ?', '"declared_earliest" <= ?'),
  reading("an act pending though rescinded", '"rescinded_latest" > ?', '"rescinded_latest" >= ?'),
  reading("a predecessor not named", '"predecessors"."party" = ?', '"predecessors"."party" = ? and 0'),
  reading("a founding that `../b` does not begin with", "'$.founded.earliest'", "'$.founded.lost'"),
  reading("a page that begins one too late", "limit ? offset ?", "limit ? offset ? + 1"),
  reading("citations out of their places", '"citations"."place" asc', '"citations"."place" desc'),
  reading(
    "a history that knows what came later",
    "d.supersedes = newer.id WHERE d.revision <= :known",
    "d.supersedes = newer.id",
  ),
  writing("parties read apart from those that they succeed", `"act" = 'succeed'`, `"act" = 'nothing'`),
  writing("a coalition that ends derived in part", '"declarations"."party" is null', "0"),
  writing(
    "a coalition of which something is claimed derived in part",
    'from "claims" where "claims"."coalition" = ?',
    'from "claims" where ? is null',
  ),
  writing(
    "an ordinal that is claimed left out of account",
    'from "ordinal_claims" where "ordinal_claims"."coalition" = ?',
    'from "ordinal_claims" where ? is null',
  ),
  writing("a row closed one revision too late", 'set "known_to" = ?', 'set "known_to" = 1 + ?'),
  writing("coalitions that an edited party sits in forgotten", /^(select distinct .*)$/gs, "$1 and 0"),
  outsideTransactions,
];

/** The fault as it is done to a connection. */
export function tampering(
  fault: Fault,
  planted: () => void,
): { readonly reader?: Tamper; readonly writer?: Tamper } {
  return { [fault.in]: (connection: Connection) => fault.plant(connection, planted) };
}
