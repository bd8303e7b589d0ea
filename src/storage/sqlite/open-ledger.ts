/** The ledger inside the transaction of a write, over one connection. */
import { eq, sql } from "drizzle-orm";
import type { Revision } from "../../ledger/command.ts";
import type { LedgerLine, ProjectionChange } from "../../ledger/ledger-line.ts";
import type { OpenLedger } from "../../ledger/open-ledger.ts";
import type { Connection } from "./connection.ts";
import { LedgerLines } from "./ledger-lines.ts";
import { declarations } from "./ledger-tables.ts";
import { SqlitePast } from "./past.ts";
import { Projections } from "./projections.ts";
import { Revisions } from "./revisions.ts";

export class SqliteOpenLedger extends SqlitePast implements OpenLedger {
  readonly #revisions;
  readonly #lines;
  readonly #projections;
  readonly #placeIn;
  #isOpen = false;

  constructor(connection: Connection) {
    super(connection);
    this.#revisions = new Revisions(connection);
    this.#lines = new LedgerLines(connection);
    this.#projections = new Projections(connection);
    this.#placeIn = connection.query
      .select({ revision: declarations.revision, place: declarations.place })
      .from(declarations)
      .where(eq(declarations.id, sql.placeholder("id")))
      .prepare();
  }

  /** Whether a revision is open: if it is not to be completed, what it added must be rolled back. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  begin(revision: Revision): void {
    this.#isOpen = true;
    this.#revisions.begin(revision);
  }

  add(line: LedgerLine, revision: number, place: number): void {
    this.#lines.add(line, revision, place);
    if (line.kind === "declaration") this.added(line.declaration);
  }

  placeIn(revision: number, declaration: string): number | null {
    const found = this.#placeIn.get({ id: declaration });
    return found?.revision === revision ? found.place : null;
  }

  change(change: ProjectionChange, revision: number): void {
    this.#projections.write(change, revision);
  }

  complete(revision: Revision): void {
    this.#revisions.complete(revision);
    this.completed(revision);
    this.#isOpen = false;
  }

  override forget(): void {
    super.forget();
    this.#isOpen = false;
  }
}
