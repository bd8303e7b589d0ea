/**
 * A revision in the making: each line is added to the ledger as it comes, and the coalitions that the
 * lines touch are remembered, to be derived once at the end.
 */
import type { Claim } from "../domain/claim.ts";
import type { Declaration } from "../domain/declaration.ts";
import { derive } from "../domain/derivation.ts";
import type { Projection } from "../domain/projection.ts";
import type { Registry } from "../domain/registry.ts";
import { type Lines, rescindingWhatStands } from "../domain/supersession.ts";
import { difference } from "./difference.ts";
import type { LedgerLine, ProjectionChange } from "./ledger-line.ts";
import type { OpenLedger } from "./open-ledger.ts";
import type { Told } from "./past.ts";
import { touchedBy } from "./touch.ts";

export class Draft implements Lines {
  readonly #ledger: OpenLedger;
  readonly #revision: number;
  readonly #touched = new Set<string>();
  #registry: Registry;
  #edited = false;

  /** @param revision the number that the revision has or will have. */
  constructor(ledger: OpenLedger, revision: number) {
    this.#ledger = ledger;
    this.#revision = revision;
    this.#registry = ledger.registry();
  }

  registry(): Registry {
    return this.#registry;
  }

  declaration(id: string): Declaration | null {
    return this.#ledger.declaration(id);
  }

  underRef(ref: string): Told | null {
    return this.#ledger.underRef(ref);
  }

  withDigest(digest: string): Told | null {
    return this.#ledger.withDigest(digest);
  }

  predecessor = (id: string): string | null => this.#ledger.predecessor(id);

  successor = (id: string): string | null => this.#ledger.successor(id);

  isRetracted = (id: string): boolean => this.#ledger.isRetracted(id);

  claim(id: string): Claim | null {
    return this.#ledger.claim(id);
  }

  claimUnderRef(ref: string): { readonly claim: Claim; readonly author: string } | null {
    return this.#ledger.claimUnderRef(ref);
  }

  coalitionsNaming(party: string): readonly string[] {
    return this.#ledger.coalitionsNaming(party);
  }

  /** Adds one line, at its place in the revision. @returns the coalitions that it touches. */
  take(line: LedgerLine, place: number): readonly string[] {
    const touched = touchedBy(line, this.#ledger);
    for (const coalition of touched) this.#touched.add(coalition);
    this.#ledger.add(line, this.#revision, place);
    const edited = this.#revision;
    if (line.kind === "coalition") this.#ownRegistry().takeCoalition({ ...line.coalition, edited });
    if (line.kind === "party") this.#ownRegistry().takeParty({ ...line.party, edited });
    return touched;
  }

  /** The ledger's may be shared with whoever asks at that revision. */
  #ownRegistry(): Registry {
    if (!this.#edited) this.#registry = this.#registry.copy();
    this.#edited = true;
    return this.#registry;
  }

  /** Derives the coalitions touched, one after the other, and tells how their projections differ. */
  *changes(): Iterable<ProjectionChange> {
    for (const coalition of [...this.#touched].sort()) {
      yield* difference(coalition, this.#ledger.projection(coalition), this.#derive(coalition));
    }
  }

  #derive(coalition: string): Projection {
    const registry = this.#registry;
    return derive({
      coalition,
      founded: registry.coalition(coalition)?.founded ?? null,
      declarations: rescindingWhatStands(this.#ledger.inForce(coalition), this),
      claims: this.#ledger.claims(coalition),
      party: (id) => ({ ...registry.lifetime(id), kind: registry.label(id)?.kind ?? "other" }),
    });
  }
}
