/** Findings: the table's rows and the question about them. */
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Finding } from "../../domain/finding.ts";
import type { FindingQuestion, Page, Paged } from "../../ledger/store.ts";
import type { Connection } from "./connection.ts";
import { findings, OPEN } from "./projection-tables.ts";
import { heldAt, Shapes } from "./statements.ts";

type Row = typeof findings.$inferSelect;

export function findingOf({ kind, coalition, party, detail, declarations }: Row): Finding {
  return { kind, coalition, party, detail, declarations };
}

/** The row of a finding that opens at a revision; SQLite gives it its id. */
export function findingRow(finding: Finding, knownFrom: number): Omit<Row, "id"> {
  const { coalition, party, kind, declarations, detail } = finding;
  return { coalition, party, kind, declarations, detail, knownFrom, knownTo: OPEN };
}

const CONDITIONS = {
  coalition: eq(findings.coalition, sql.placeholder("coalition")),
  kind: eq(findings.kind, sql.placeholder("kind")),
};

export class Findings {
  readonly #page;
  readonly #count;

  constructor({ query }: Connection) {
    this.#page = new Shapes(CONDITIONS, (conditions: readonly SQL[]) =>
      query
        .select()
        .from(findings)
        .where(and(...conditions, heldAt(findings)))
        .orderBy(asc(findings.coalition), asc(findings.party), asc(findings.kind), asc(findings.declarations))
        .limit(sql.placeholder("limit"))
        .offset(sql.placeholder("offset"))
        .prepare(),
    );
    this.#count = new Shapes(CONDITIONS, (conditions: readonly SQL[]) =>
      query
        .select({ total: sql<number>`count(*)` })
        .from(findings)
        .where(and(...conditions, heldAt(findings)))
        .prepare(),
    );
  }

  page(question: FindingQuestion, page: Page): Paged<Finding> {
    const items = this.#page
      .for(question)
      .all({ ...question, ...page })
      .map(findingOf);
    return { items, total: this.count(question) };
  }

  count(question: FindingQuestion): number {
    return this.#count.for(question).get({ ...question })?.total ?? 0;
  }
}
