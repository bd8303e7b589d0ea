/**
 * A revision in the making: each line is added to the ledger as it comes, and what the lines touch is
 * remembered, to be derived once at the end.
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
import { type Touch, touchedBy } from "./touch.ts";

/** Of more parties in one coalition each by itself takes longer than all at once. */
const MOST_APART = 8;

export class Draft implements Lines {
  readonly #ledger: OpenLedger;
  readonly #revision: number;
  /** Of each coalition the parties whose acts changed; null where it is to be derived whole. */
  readonly #touched = new Map<string, Set<string> | null>();
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

  /** Adds one line, at its place in the revision. */
  take(line: LedgerLine, place: number): void {
    for (const touch of touchedBy(line, this.#ledger)) this.#touch(touch);
    this.#ledger.add(line, this.#revision, place);
    const edited = this.#revision;
    if (line.kind === "coalition") this.#ownRegistry().takeCoalition({ ...line.coalition, edited });
    if (line.kind === "party") this.#ownRegistry().takeParty({ ...line.party, edited });
  }

  #touch({ coalition, parties }: Touch): void {
    const before = this.#touched.get(coalition);
    if (before === null) return;
    const touched = parties === null ? null : new Set([...(before ?? []), ...parties]);
    this.#touched.set(coalition, touched === null || touched.size > MOST_APART ? null : touched);
  }

  /** The ledger's may be shared with whoever asks at that revision. */
  #ownRegistry(): Registry {
    if (!this.#edited) this.#registry = this.#registry.copy();
    this.#edited = true;
    return this.#registry;
  }

  /** Derives what was touched, one coalition after the other, and tells how their projections differ. */
  *changes(): Iterable<ProjectionChange> {
    for (const [coalition, touched] of [...this.#touched].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const parties = touched === null ? null : this.#ledger.readWith(coalition, [...touched]);
      const before = this.#ledger.projection(coalition, parties);
      yield* difference(coalition, before, this.#derive(coalition, parties));
    }
  }

  #derive(coalition: string, parties: readonly string[] | null): Projection {
    const registry = this.#registry;
    return derive({
      coalition,
      founded: registry.coalition(coalition)?.founded ?? null,
      declarations: rescindingWhatStands(this.#ledger.inForce(coalition, parties), this),
      claims: parties === null ? this.#ledger.claims(coalition) : [],
      party: (id) => ({ ...registry.lifetime(id), kind: registry.label(id)?.kind ?? "other" }),
    });
  }
}
