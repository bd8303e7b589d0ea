/** The projection of each coalition, kept up: rows are closed at a revision and others opened. */
import { type AnyColumn, and, asc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { Projection } from "../../domain/projection.ts";
import type { ProjectionChange } from "../../ledger/ledger-line.ts";
import { accessionOf, accessionRow } from "./accessions.ts";
import type { Connection } from "./connection.ts";
import { findingOf, findingRow } from "./findings.ts";
import { inForceOf, inForceRow } from "./in-force.ts";
import { declarations } from "./ledger-tables.ts";
import { accessions, findings, inForce, OPEN, spells } from "./projection-tables.ts";
import { spellOf, spellRow } from "./spells.ts";
import { among, asking, changing, heldAt, inserting } from "./statements.ts";

type Table = typeof spells | typeof accessions | typeof findings | typeof inForce;

export class Projections {
  readonly #read;
  readonly #open;
  readonly #close;
  readonly #empty;

  constructor(connection: Connection) {
    const { query } = connection;
    const coalition = sql.placeholder("coalition");
    const held = <T extends Table>(table: T, ofParties: SQL, ...order: readonly AnyColumn[]) => {
      const asked = (condition: SQL) =>
        asking(
          connection,
          getTableColumns(table),
          query
            .select()
            .from(table as Table)
            .where(and(condition, heldAt(table)))
            .orderBy(...order.map((column) => asc(column))),
        );
      return { whole: asked(eq(table.coalition, coalition)), ofParties: asked(ofParties) };
    };
    const parties = (table: typeof spells | typeof accessions | typeof findings | typeof declarations) =>
      and(eq(table.coalition, coalition), among(table.party, "parties")) as SQL;
    const own = query.select({ id: declarations.id }).from(declarations).where(parties(declarations));
    this.#read = {
      spells: held(spells, parties(spells), spells.party, spells.position),
      accessions: held(accessions, parties(accessions), accessions.party),
      findings: held(findings, parties(findings), findings.party, findings.kind, findings.declarations),
      inForce: held(
        inForce,
        // Not by the coalition: the few declarations of the parties shall lead to the rows.
        inArray(inForce.declaration, own),
        ...[inForce.effectiveEarliest, inForce.declaration],
      ),
    };
    this.#open = {
      spell: inserting(connection, spells),
      accession: inserting(connection, accessions),
      finding: inserting(connection, findings),
      inForce: inserting(connection, inForce),
    };
    this.#close = {
      spell: closing(connection, spells, ["coalition", "party", "position"]),
      accession: closing(connection, accessions, ["coalition", "party"]),
      finding: closing(connection, findings, ["coalition", "party", "kind", "declarations", "detail"]),
      inForce: closing(connection, inForce, ["coalition", "effectiveEarliest", "declaration"]),
    };
    this.#empty = [spells, accessions, findings, inForce].map((table) => query.delete(table).prepare());
  }

  /** @param parties of which; null for all. */
  at(known: number, coalition: string, parties: readonly string[] | null): Projection {
    const which = parties === null ? "whole" : "ofParties";
    const values = { known, coalition, parties: JSON.stringify(parties) };
    const { spells, accessions, findings, inForce } = this.#read;
    return {
      spells: spells[which].all(values).map(spellOf),
      accessions: accessions[which].all(values).map(accessionOf),
      findings: findings[which].all(values).map(findingOf),
      inForce: inForce[which].all(values).map(inForceOf),
    };
  }

  /** What a revision changed: rows that held before it hold no longer, and others do. */
  write({ close, open }: ProjectionChange, revision: number): void {
    for (const spell of close.spells) this.#close.spell(spellRow(spell, revision), revision);
    for (const accession of close.accessions) {
      this.#close.accession(accessionRow(accession, revision), revision);
    }
    for (const finding of close.findings) this.#close.finding(findingRow(finding, revision), revision);
    for (const standing of close.inForce) this.#close.inForce(inForceRow(standing, revision), revision);
    for (const spell of open.spells) this.#open.spell(spellRow(spell, revision));
    for (const accession of open.accessions) this.#open.accession(accessionRow(accession, revision));
    for (const finding of open.findings) this.#open.finding(findingRow(finding, revision));
    for (const standing of open.inForce) this.#open.inForce(inForceRow(standing, revision));
  }

  /** Only a rebuild, which writes all of it anew, takes rows away. */
  empty(): void {
    for (const statement of this.#empty) statement.run();
  }
}

/** Closes the open row that agrees in these columns. That there is none would be a fault of the projection. */
function closing<T extends Table>(connection: Connection, table: T, key: readonly (keyof T & string)[]) {
  const columns = table as unknown as Record<string, (typeof table)["knownTo"]>;
  const same = key.map((name) => sql`${columns[name]} is ${sql.param(sql.placeholder(name), columns[name])}`);
  const close = changing(
    connection,
    connection.query
      .update(table as Table)
      .set({ knownTo: sql`${sql.placeholder("revision")}` })
      .where(and(...same, eq(table.knownTo, OPEN))),
  );
  return (row: Omit<T["$inferSelect"], "id">, revision: number): void => {
    const changes = close({ ...row, revision });
    if (changes === 1) return;
    const named = JSON.stringify(key.map((name) => (row as Record<string, unknown>)[name]));
    throw new Error(`The projection holds ${changes} open rows ${named} where one should close.`);
  };
}
