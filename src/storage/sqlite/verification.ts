/** Holds the projection kept up against the one derived anew from the ledger, row for row. */
import { eq, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { Projection } from "../../domain/projection.ts";
import { retold } from "../../ledger/rebuild.ts";
import type { Discrepancy } from "../../ledger/store.ts";
import { accessionRow } from "./accessions.ts";
import type { Connection } from "./connection.ts";
import { findingRow } from "./findings.ts";
import { inForceRow } from "./in-force.ts";
import { accessions, findings, inForce, OPEN, spells } from "./projection-tables.ts";
import { spellRow } from "./spells.ts";
import { Stories } from "./stories.ts";

/** A table, and the rows that a projection has in it. */
const TABLES = [
  { table: spells, rowsOf: ({ spells }: Projection) => spells.map((row) => spellRow(row, 0)) },
  {
    table: accessions,
    rowsOf: ({ accessions }: Projection) => accessions.map((row) => accessionRow(row, 0)),
  },
  { table: findings, rowsOf: ({ findings }: Projection) => findings.map((row) => findingRow(row, 0)) },
  { table: inForce, rowsOf: ({ inForce }: Projection) => inForce.map((row) => inForceRow(row, 0)) },
] as const;

type Kept = (typeof TABLES)[number];

/** Tables that differ, and by how many rows; none if all is well. */
export function discrepancies(connection: Connection): Discrepancy[] {
  const tables = TABLES.map((kept) => ({ name: getTableName(kept.table), kept, missing: 0, surplus: 0 }));
  const keptRows = TABLES.map(({ table }) =>
    connection.query
      .select()
      .from(table)
      .where(eq(table.coalition, sql.placeholder("coalition")))
      .prepare(),
  );
  for (const story of new Stories(connection).all()) {
    const derived = TABLES.map((kept) => new DerivedRows(kept));
    for (const { revision, change } of retold(story)) {
      for (const rows of derived) rows.change(revision, change.close, change.open);
    }
    for (const [index, each] of tables.entries()) {
      const missing = (derived[index] as DerivedRows).all();
      for (const row of keptRows[index]?.all({ coalition: story.coalition }) ?? []) {
        if (!missing.delete(textOf(each.kept.table, row, row.knownFrom, row.knownTo))) each.surplus += 1;
      }
      each.missing += missing.size;
    }
  }
  return tables.flatMap(({ name: table, missing, surplus }) =>
    missing + surplus === 0 ? [] : [{ table, missing, surplus }],
  );
}

/** The rows of one table, of one coalition, as they are derived. */
class DerivedRows {
  readonly #kept: Kept;
  readonly #closed = new Set<string>();
  /** The revision from which each open row holds. */
  readonly #open = new Map<string, { row: object; knownFrom: number }>();

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  change(revision: number, close: Projection, open: Projection): void {
    const { table, rowsOf } = this.#kept;
    for (const row of rowsOf(close)) {
      const key = textOf(table, row, 0, 0);
      const held = this.#open.get(key);
      if (held !== undefined) this.#closed.add(textOf(table, row, held.knownFrom, revision));
      this.#open.delete(key);
    }
    for (const row of rowsOf(open)) this.#open.set(textOf(table, row, 0, 0), { row, knownFrom: revision });
  }

  all(): Set<string> {
    const { table } = this.#kept;
    const open = [...this.#open.values()].map(({ row, knownFrom }) => textOf(table, row, knownFrom, OPEN));
    return new Set([...this.#closed, ...open]);
  }
}

/** A row as text, its columns in the order of the table; a number that only SQLite gives is left out. */
function textOf(table: Kept["table"], row: object, knownFrom: number, knownTo: number): string {
  const values: Readonly<Record<string, unknown>> = { ...row, id: null, knownFrom, knownTo };
  return JSON.stringify(Object.keys(getTableColumns(table)).map((name) => values[name]));
}
