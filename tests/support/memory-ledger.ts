/**
 * The ledger as it stood at one revision, worked out from the bare lines each time it is asked: no rows
 * are kept, no revision remembers what it changed. Slow, and too simple to be wrong in the same way.
 */
import type { Claim } from "../../src/domain/claim.ts";
import type { Coalition } from "../../src/domain/coalition.ts";
import type { Declaration } from "../../src/domain/declaration.ts";
import { derive } from "../../src/domain/derivation.ts";
import type { Country, OtherParty } from "../../src/domain/party.ts";
import type { Projection } from "../../src/domain/projection.ts";
import { type Entry, Registry } from "../../src/domain/registry.ts";
import type { Revision } from "../../src/ledger/command.ts";
import type { LedgerLine } from "../../src/ledger/ledger-line.ts";
import type { Past, Told } from "../../src/ledger/past.ts";

/** One revision with its lines, in their places. */
export interface LedgerRevision {
  readonly revision: Revision;
  readonly lines: readonly LedgerLine[];
}

interface Taken {
  readonly revision: Revision;
  readonly place: number;
  readonly line: LedgerLine;
}

export class MemoryLedger implements Past {
  readonly revisions: readonly Revision[];
  readonly #taken: readonly Taken[];
  readonly #projections = new Map<string, Projection>();

  constructor(ledger: readonly LedgerRevision[], known: number) {
    const held = ledger.filter(({ revision }) => revision.number <= known);
    this.revisions = held.map(({ revision }) => revision);
    this.#taken = held.flatMap(({ revision, lines }) =>
      lines.map((line, place) => ({ revision, place, line })),
    );
  }

  newest(): Revision | null {
    return this.revisions.at(-1) ?? null;
  }

  /** Every declaration and claim with the revision that took it in, in the order of the ledger. */
  declarations(): { declaration: Declaration; digest: string; revision: Revision; place: number }[] {
    return this.#taken.flatMap(({ line, ...at }) =>
      line.kind === "declaration" ? [{ declaration: line.declaration, digest: line.digest, ...at }] : [],
    );
  }

  allClaims(): { claim: Claim; revision: Revision; place: number }[] {
    return this.#taken.flatMap(({ line, ...at }) =>
      line.kind === "claim" ? [{ claim: line.claim, ...at }] : [],
    );
  }

  retractions(): { of: string; reason: string; revision: Revision; place: number }[] {
    return this.#taken.flatMap(({ line, ...at }) =>
      line.kind === "retraction" ? [{ of: line.of, reason: line.reason, ...at }] : [],
    );
  }

  registry(): Registry {
    const coalitions = new Map<string, Entry<Coalition>>();
    const parties = new Map<string, Entry<Country | OtherParty>>();
    for (const { revision, line } of this.#taken) {
      const edited = revision.number;
      if (line.kind === "coalition") coalitions.set(line.coalition.id, { ...line.coalition, edited });
      if (line.kind === "party") parties.set(line.party.id, { ...line.party, edited });
    }
    return new Registry([...coalitions.values()], [...parties.values()]);
  }

  declaration(id: string): Declaration | null {
    return this.declarations().find(({ declaration }) => declaration.id === id)?.declaration ?? null;
  }

  underRef(ref: string): Told | null {
    return this.#told(({ declaration }) => declaration.ref === ref);
  }

  withDigest(digest: string): Told | null {
    return this.#told((taken) => taken.digest === digest);
  }

  #told(fits: (taken: { readonly declaration: Declaration; readonly digest: string }) => boolean) {
    const found = this.declarations().findLast(fits);
    if (found === undefined) return null;
    const { id, revision, supersedes } = found.declaration;
    return { id, revision, supersedes, digest: found.digest, author: found.revision.recordedBy };
  }

  predecessor = (id: string): string | null => this.declaration(id)?.supersedes ?? null;

  successor = (id: string): string | null => this.supersededBy(id);

  supersededBy(id: string): string | null {
    return (
      this.declarations().find(({ declaration }) => declaration.supersedes === id)?.declaration.id ?? null
    );
  }

  isRetracted = (id: string): boolean => this.retractions().some(({ of }) => of === id);

  claim(id: string): Claim | null {
    return this.allClaims().find(({ claim }) => claim.id === id)?.claim ?? null;
  }

  claimUnderRef(ref: string) {
    const found = this.allClaims().findLast(({ claim }) => claim.ref === ref);
    return found === undefined ? null : { claim: found.claim, author: found.revision.recordedBy };
  }

  /** Not retracted, and the newest under its ref. */
  claims(coalition: string | null): readonly Claim[] {
    return this.allClaims()
      .map(({ claim }) => claim)
      .filter((claim) => coalition === null || claim.coalition === coalition)
      .filter(
        ({ id, ref }) => !this.isRetracted(id) && (ref === null || this.claimUnderRef(ref)?.claim.id === id),
      );
  }

  /** The whole line of supersessions of a declaration, oldest first. */
  lineOf(id: string): readonly Declaration[] {
    const line = [this.declaration(id)].filter((found) => found !== null);
    for (let at = line[0]; at?.supersedes != null; at = line[0]) {
      line.unshift(this.declaration(at.supersedes) as Declaration);
    }
    for (let next = this.supersededBy(id); next !== null; next = this.supersededBy(next)) {
      line.push(this.declaration(next) as Declaration);
    }
    return line;
  }

  /** The newest of the line that is not retracted. */
  standing(id: string): string | null {
    return this.lineOf(id).findLast((declaration) => !this.isRetracted(declaration.id))?.id ?? null;
  }

  /** A coalition is always derived whole. */
  readWith(): null {
    return null;
  }

  inForce(coalition: string): readonly Declaration[] {
    return this.declarations()
      .map(({ declaration }) => declaration)
      .filter((declaration) => declaration.coalition === coalition)
      .filter(({ id }) => this.standing(id) === id);
  }

  projection(coalition: string): Projection {
    const projection = this.#projections.get(coalition) ?? this.#derive(coalition);
    this.#projections.set(coalition, projection);
    return projection;
  }

  #derive(coalition: string): Projection {
    const registry = this.registry();
    const kindOf = (id: string) => registry.label(id)?.kind ?? "other";
    return derive({
      coalition,
      founded: registry.coalition(coalition)?.founded ?? null,
      declarations: this.inForce(coalition).map((declaration) =>
        declaration.rescinds === null
          ? declaration
          : { ...declaration, rescinds: this.standing(declaration.rescinds) },
      ),
      claims: this.claims(coalition),
      party: (id) => ({ ...registry.lifetime(id), kind: kindOf(id) }),
    });
  }

  /** Those of all coalitions, in the order of their ids. */
  projections(): readonly Projection[] {
    return this.registry().coalitions.map(({ id }) => this.projection(id));
  }

  coalitionsNaming(party: string): readonly string[] {
    const naming = this.registry().coalitions.filter(({ id }) =>
      this.inForce(id).some((each) => each.party === party || each.predecessors.includes(party)),
    );
    return naming.map(({ id }) => id);
  }
}
