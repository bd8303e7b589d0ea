/** The lines of the ledger: written once, and read back whole, as they came and in their order. */
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Coalition } from "../../domain/coalition.ts";
import type { Country, OtherParty } from "../../domain/party.ts";
import type { LedgerLine, PlacedLine } from "../../ledger/ledger-line.ts";
import { Claims } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { DeclarationRows } from "./declaration-rows.ts";
import { coalitionVersions, partyVersions, retractions } from "./ledger-tables.ts";
import { inserting } from "./statements.ts";

export class LedgerLines {
  readonly #declarations;
  readonly #claims;
  readonly #coalitionVersions;
  readonly #partyVersions;
  readonly #retractions;
  readonly #insert;

  constructor(connection: Connection) {
    const { query } = connection;
    this.#declarations = new DeclarationRows(connection);
    this.#claims = new Claims(connection);
    const following = <T extends typeof coalitionVersions | typeof partyVersions | typeof retractions>(
      table: T,
    ) => ({
      condition: and(
        eq(table.revision, sql.placeholder("revision")),
        gt(table.place, sql.placeholder("after")),
      ),
      order: asc(table.place),
    });
    const versions = <T extends typeof coalitionVersions | typeof partyVersions>(table: T) =>
      query
        .select({ place: table.place, entry: table.entry })
        .from(table)
        .where(following(table).condition)
        .orderBy(following(table).order)
        .limit(sql.placeholder("limit"))
        .prepare();
    this.#coalitionVersions = versions(coalitionVersions);
    this.#partyVersions = versions(partyVersions);
    this.#retractions = query
      .select()
      .from(retractions)
      .where(following(retractions).condition)
      .orderBy(following(retractions).order)
      .limit(sql.placeholder("limit"))
      .prepare();
    this.#insert = {
      coalition: inserting(connection, coalitionVersions),
      party: inserting(connection, partyVersions),
      retraction: inserting(connection, retractions),
    };
  }

  /** The lines of a revision that come after a place, in their order. */
  after(revision: number, place: number, limit: number): PlacedLine[] {
    const values = { revision, after: place, limit };
    const placed: PlacedLine[] = [
      ...this.#coalitionVersions.all(values).map(({ place, entry }): PlacedLine => {
        return { place, line: { kind: "coalition", coalition: JSON.parse(entry) as Coalition } };
      }),
      ...this.#partyVersions.all(values).map(({ place, entry }): PlacedLine => {
        return { place, line: { kind: "party", party: JSON.parse(entry) as Country | OtherParty } };
      }),
      ...this.#declarations
        .after(revision, place, limit)
        .map(({ place, declaration, digest }): PlacedLine => {
          return { place, line: { kind: "declaration", declaration, digest } };
        }),
      ...this.#retractions.all(values).map(({ place, declaration, claim, reason }): PlacedLine => {
        return { place, line: { kind: "retraction", of: (declaration ?? claim) as string, reason } };
      }),
      ...this.#claims.after(revision, place, limit).map(({ place, claim, digest }): PlacedLine => {
        return { place, line: { kind: "claim", claim, digest } };
      }),
    ];
    return placed.sort((a, b) => a.place - b.place).slice(0, limit);
  }

  add(line: LedgerLine, revision: number, place: number): void {
    switch (line.kind) {
      case "coalition": {
        const { coalition } = line;
        this.#insert.coalition({ revision, place, id: coalition.id, entry: JSON.stringify(coalition) });
        break;
      }
      case "party": {
        const { party } = line;
        this.#insert.party({ revision, place, id: party.id, entry: JSON.stringify(party) });
        break;
      }
      case "declaration":
        this.#declarations.insert(line.declaration, line.digest, place);
        break;
      case "retraction": {
        const claim = this.#claims.byId(line.of) !== null;
        const of = claim ? { claim: line.of } : { declaration: line.of };
        this.#insert.retraction({ revision, place, ...of, reason: line.reason });
        break;
      }
      case "claim":
        this.#claims.insert(line.claim, line.digest, place);
        break;
    }
  }
}
