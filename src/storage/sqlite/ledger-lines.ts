/** The lines of the ledger: written once, and read back whole, as they came and in their order. */
import { asc, eq, sql } from "drizzle-orm";
import type { Coalition } from "../../domain/coalition.ts";
import type { Country, OtherParty } from "../../domain/party.ts";
import type { LedgerLine } from "../../ledger/decision.ts";
import type { LedgerRevision } from "../../ledger/rebuild.ts";
import { Claims } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { DeclarationRows } from "./declaration-rows.ts";
import { coalitionVersions, partyVersions, retractions, revisions } from "./ledger-tables.ts";
import { Revisions, revisionRow } from "./revisions.ts";
import { inserting } from "./statements.ts";

export class LedgerLines {
  readonly #revisions;
  readonly #declarations;
  readonly #claims;
  readonly #coalitionVersions;
  readonly #partyVersions;
  readonly #retractions;
  readonly #insert;

  constructor(connection: Connection) {
    const { query } = connection;
    this.#revisions = new Revisions(connection);
    this.#declarations = new DeclarationRows(connection);
    this.#claims = new Claims(connection);
    const ofRevision = <T extends typeof coalitionVersions | typeof partyVersions>(table: T) =>
      query
        .select({ place: table.place, entry: table.entry })
        .from(table)
        .where(eq(table.revision, sql.placeholder("revision")))
        .prepare();
    this.#coalitionVersions = ofRevision(coalitionVersions);
    this.#partyVersions = ofRevision(partyVersions);
    this.#retractions = query
      .select()
      .from(retractions)
      .where(eq(retractions.revision, sql.placeholder("revision")))
      .orderBy(asc(retractions.place))
      .prepare();
    this.#insert = {
      revision: inserting(connection, revisions),
      coalition: inserting(connection, coalitionVersions),
      party: inserting(connection, partyVersions),
      retraction: inserting(connection, retractions),
    };
  }

  /** All of the ledger, oldest first. */
  *all(): Iterable<LedgerRevision> {
    for (const revision of this.#revisions.inOrder()) {
      yield { revision, lines: this.#linesOf(revision.number) };
    }
  }

  #linesOf(revision: number): LedgerLine[] {
    const placed: (readonly [place: number, line: LedgerLine])[] = [
      ...this.#coalitionVersions
        .all({ revision })
        .map(
          ({ place, entry }) =>
            [place, { kind: "coalition", coalition: JSON.parse(entry) as Coalition }] as const,
        ),
      ...this.#partyVersions
        .all({ revision })
        .map(
          ({ place, entry }) =>
            [place, { kind: "party", party: JSON.parse(entry) as Country | OtherParty }] as const,
        ),
      ...this.#declarations
        .ofRevision(revision)
        .map(
          ({ place, declaration, digest }) => [place, { kind: "declaration", declaration, digest }] as const,
        ),
      ...this.#retractions
        .all({ revision })
        .map(
          ({ place, declaration, claim, reason }) =>
            [place, { kind: "retraction", of: (declaration ?? claim) as string, reason }] as const,
        ),
      ...this.#claims
        .ofRevision(revision)
        .map(({ place, claim, digest }) => [place, { kind: "claim", claim, digest }] as const),
    ];
    return placed.sort(([a], [b]) => a - b).map(([, line]) => line);
  }

  write({ revision, lines }: LedgerRevision): void {
    this.#insert.revision(revisionRow(revision));
    for (const [place, line] of lines.entries()) this.#writeLine(line, revision.number, place);
  }

  #writeLine(line: LedgerLine, revision: number, place: number): void {
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
