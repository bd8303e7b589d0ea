/** All that answers questions over one connection, each made when it is first asked: preparing statements takes time. */
import { Accessions } from "./accessions.ts";
import { Claims } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { Declarations } from "./declarations.ts";
import { Findings } from "./findings.ts";
import { Histories } from "./history.ts";
import { Pending } from "./in-force.ts";
import { LedgerLines } from "./ledger-lines.ts";
import { Newest } from "./newest.ts";
import { Registries } from "./registry.ts";
import { Revisions } from "./revisions.ts";
import { Rolls } from "./roll.ts";
import { Sources } from "./sources.ts";
import { Spells } from "./spells.ts";
import { type Counted, Tallies } from "./tally.ts";

const MAKERS = {
  revisions: (connection: Connection) => new Revisions(connection),
  newest: (connection: Connection, asked: { readonly revisions: Revisions }) =>
    new Newest(connection, asked.revisions),
  registries: (connection: Connection) => new Registries(connection),
  spells: (connection: Connection) => new Spells(connection),
  rolls: (connection: Connection) => new Rolls(connection),
  accessions: (connection: Connection) => new Accessions(connection),
  pending: (connection: Connection) => new Pending(connection),
  declarations: (connection: Connection) => new Declarations(connection),
  histories: (connection: Connection) => new Histories(connection),
  claims: (connection: Connection) => new Claims(connection),
  findings: (connection: Connection) => new Findings(connection),
  sources: (connection: Connection) => new Sources(connection),
  tallies: (connection: Connection, asked: Counted) => new Tallies(connection, asked),
  lines: (connection: Connection) => new LedgerLines(connection),
};

export type Asked = { readonly [K in keyof typeof MAKERS]: ReturnType<(typeof MAKERS)[K]> };

export function askedOf(connection: Connection): Asked {
  const asked = {} as Asked;
  for (const [name, make] of Object.entries(MAKERS)) {
    const get = () => {
      const value = make(connection, asked);
      Object.defineProperty(asked, name, { value });
      return value;
    };
    Object.defineProperty(asked, name, { get, configurable: true });
  }
  return asked;
}
