/** The ledger in memory while it is written: each line makes a new state of it, and nothing is kept up. */
import type { Projection } from "../../src/domain/projection.ts";
import type { Revision } from "../../src/ledger/command.ts";
import type { LedgerLine } from "../../src/ledger/ledger-line.ts";
import type { OpenLedger } from "../../src/ledger/open-ledger.ts";
import type { LedgerRevision } from "./memory-ledger.ts";
import { MemoryLedger } from "./memory-ledger.ts";

export class MemoryOpenLedger implements OpenLedger {
  ledger: readonly LedgerRevision[];
  #now: MemoryLedger;
  /** As it stood before the revision that is open. */
  #before: MemoryLedger;

  constructor(ledger: readonly LedgerRevision[]) {
    this.ledger = ledger;
    this.#now = new MemoryLedger(ledger, Number.POSITIVE_INFINITY);
    this.#before = this.#now;
  }

  #become(ledger: readonly LedgerRevision[]): void {
    this.ledger = ledger;
    this.#now = new MemoryLedger(ledger, Number.POSITIVE_INFINITY);
  }

  #withLast(last: (open: LedgerRevision) => LedgerRevision): void {
    this.#become([...this.ledger.slice(0, -1), last(this.ledger.at(-1) as LedgerRevision)]);
  }

  begin(revision: Revision): void {
    this.#become([...this.ledger, { revision, lines: [] }]);
  }

  add(line: LedgerLine): void {
    this.#withLast(({ revision, lines }) => ({ revision, lines: [...lines, line] }));
  }

  complete(revision: Revision): void {
    this.#withLast(({ lines }) => ({ revision, lines }));
    this.#before = this.#now;
  }

  placeIn(revision: number, declaration: string): number | null {
    const found = this.#now
      .declarations()
      .find((each) => each.revision.number === revision && each.declaration.id === declaration);
    return found?.place ?? null;
  }

  /** It is derived whenever it is asked for. */
  change(): void {}

  projection(coalition: string): Projection {
    return this.#before.projection(coalition);
  }

  coalitionsNaming(party: string): readonly string[] {
    return this.#before.coalitionsNaming(party);
  }

  newest = () => this.#now.newest();
  registry = () => this.#now.registry();
  declaration = (id: string) => this.#now.declaration(id);
  underRef = (ref: string) => this.#now.underRef(ref);
  withDigest = (digest: string) => this.#now.withDigest(digest);
  predecessor = (id: string) => this.#now.predecessor(id);
  successor = (id: string) => this.#now.successor(id);
  isRetracted = (id: string) => this.#now.isRetracted(id);
  claim = (id: string) => this.#now.claim(id);
  claimUnderRef = (ref: string) => this.#now.claimUnderRef(ref);
  claims = (coalition: string) => this.#now.claims(coalition);
  readWith = () => this.#now.readWith();
  inForce = (coalition: string) => this.#now.inForce(coalition);
}
