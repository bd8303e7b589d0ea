/**
 * The ledger with lines added that are not written yet: reads through to the past beneath, and derives
 * anew the coalitions that the lines touch. Over no past at all it is the ledger replayed from its lines.
 */
import type { Claim } from "../domain/claim.ts";
import type { Coalition } from "../domain/coalition.ts";
import type { Declaration } from "../domain/declaration.ts";
import { derive } from "../domain/derivation.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Projection } from "../domain/projection.ts";
import { type Entry, Registry } from "../domain/registry.ts";
import { type Lines, standingOf } from "../domain/supersession.ts";
import type { LedgerLine, ProjectionChange } from "./decision.ts";
import { difference, NOTHING } from "./difference.ts";
import type { Past } from "./past.ts";

type Underneath = Omit<Past, "newest">;

export class Draft implements Lines {
  readonly #past: Underneath | null;
  readonly #declarations = new Map<string, Declaration>();
  readonly #successors = new Map<string, string>();
  readonly #retracted = new Set<string>();
  readonly #declarationRefs = new Map<string, { declaration: Declaration; author: string }>();
  readonly #digests = new Map<string, Declaration>();
  readonly #claimsById = new Map<string, Claim>();
  readonly #claimRefs = new Map<string, { claim: Claim; author: string }>();
  readonly #inForce = new Map<string, Map<string, Declaration>>();
  readonly #claims = new Map<string, Map<string, Claim>>();
  readonly #projections = new Map<string, Projection>();
  readonly #coalitionEdits = new Map<string, Entry<Coalition>>();
  readonly #partyEdits = new Map<string, Entry<Country> | Entry<OtherParty>>();
  readonly #touched = new Set<string>();
  #registry: Registry | null = null;

  constructor(past: Underneath | null) {
    this.#past = past;
  }

  registry(): Registry {
    if (this.#registry === null) {
      const before = this.#past?.registry();
      const coalitions = new Map((before?.coalitions ?? []).map((entry) => [entry.id, entry]));
      const parties = new Map(
        [...(before?.countries ?? []), ...(before?.others ?? [])].map((entry) => [entry.id, entry]),
      );
      for (const [id, entry] of this.#coalitionEdits) coalitions.set(id, entry);
      for (const [id, entry] of this.#partyEdits) parties.set(id, entry);
      this.#registry = new Registry([...coalitions.values()], [...parties.values()]);
    }
    return this.#registry;
  }

  declaration(id: string): Declaration | null {
    return this.#declarations.get(id) ?? this.#past?.declaration(id) ?? null;
  }

  underRef(ref: string): { readonly declaration: Declaration; readonly author: string } | null {
    return this.#declarationRefs.get(ref) ?? this.#past?.underRef(ref) ?? null;
  }

  withDigest(digest: string): Declaration | null {
    return this.#digests.get(digest) ?? this.#past?.withDigest(digest) ?? null;
  }

  predecessor = (id: string): string | null => this.declaration(id)?.supersedes ?? null;

  successor = (id: string): string | null => this.#successors.get(id) ?? this.#past?.supersededBy(id) ?? null;

  isRetracted = (id: string): boolean => this.#retracted.has(id) || (this.#past?.isRetracted(id) ?? false);

  claim(id: string): Claim | null {
    return this.#claimsById.get(id) ?? this.#past?.claim(id) ?? null;
  }

  claimUnderRef(ref: string): { readonly claim: Claim; readonly author: string } | null {
    return this.#claimRefs.get(ref) ?? this.#past?.claimUnderRef(ref) ?? null;
  }

  /** Adds one line, written by `author` in the revision with this number. */
  take(line: LedgerLine, author: string, revision: number): void {
    switch (line.kind) {
      case "coalition":
        this.#takeCoalition({ ...line.coalition, edited: revision });
        break;
      case "party":
        this.#takeParty({ ...line.party, edited: revision });
        break;
      case "declaration":
        this.#takeDeclaration(line.declaration, line.digest, author);
        break;
      case "claim":
        this.#takeClaim(line.claim, author);
        break;
      case "retraction":
        this.#takeRetraction(line.of);
        break;
    }
  }

  #takeCoalition(entry: Entry<Coalition>): void {
    this.#coalitionEdits.set(entry.id, entry);
    this.#registry = null;
    this.#touched.add(entry.id);
  }

  #takeParty(entry: Entry<Country> | Entry<OtherParty>): void {
    this.#partyEdits.set(entry.id, entry);
    this.#registry = null;
    for (const coalition of this.#coalitionsNaming(entry.id)) this.#touched.add(coalition);
  }

  #takeDeclaration(declaration: Declaration, digest: string, author: string): void {
    const { id, ref, supersedes } = declaration;
    const stood = supersedes === null ? null : standingOf(supersedes, this);
    if (stood !== null) this.#standing(this.declaration(stood)?.coalition).delete(stood);
    this.#declarations.set(id, declaration);
    this.#digests.set(digest, declaration);
    if (ref !== null) this.#declarationRefs.set(ref, { declaration, author });
    if (supersedes !== null) this.#successors.set(supersedes, id);
    this.#standing(declaration.coalition).set(id, declaration);
  }

  #takeClaim(claim: Claim, author: string): void {
    const before = claim.ref === null ? null : this.claimUnderRef(claim.ref);
    if (before !== null) this.#claimsOf(before.claim.coalition).delete(before.claim.id);
    this.#claimsById.set(claim.id, claim);
    if (claim.ref !== null) this.#claimRefs.set(claim.ref, { claim, author });
    this.#claimsOf(claim.coalition).set(claim.id, claim);
  }

  #takeRetraction(of: string): void {
    const claim = this.claim(of);
    const declaration = this.declaration(of);
    if (claim !== null) this.#claimsOf(claim.coalition).delete(of);
    if (declaration === null) {
      this.#retracted.add(of);
      return;
    }
    const stood = standingOf(of, this);
    this.#retracted.add(of);
    const stands = standingOf(of, this);
    if (stood === stands) return;
    this.#standing(declaration.coalition).delete(of);
    const restored = stands === null ? null : this.declaration(stands);
    if (restored !== null) this.#standing(restored.coalition).set(restored.id, restored);
  }

  /** The declarations in force of a coalition, which is touched by whoever asks for them. */
  #standing(coalition: string | undefined): Map<string, Declaration> {
    const id = coalition as string;
    this.#touched.add(id);
    return this.#inForceOf(id);
  }

  #inForceOf(coalition: string): Map<string, Declaration> {
    let standing = this.#inForce.get(coalition);
    if (standing === undefined) {
      standing = new Map(this.#past?.inForce(coalition).map((each) => [each.id, each]));
      this.#inForce.set(coalition, standing);
    }
    return standing;
  }

  #claimsOf(coalition: string): Map<string, Claim> {
    this.#touched.add(coalition);
    let claims = this.#claims.get(coalition);
    if (claims === undefined) {
      claims = new Map(this.#past?.claims(coalition).map((each) => [each.id, each]));
      this.#claims.set(coalition, claims);
    }
    return claims;
  }

  #coalitionsNaming(party: string): Set<string> {
    const coalitions = new Set(this.#past?.coalitionsNaming(party));
    for (const [coalition, standing] of this.#inForce) {
      for (const each of standing.values()) {
        if (each.party === party || each.predecessors.includes(party)) coalitions.add(coalition);
      }
    }
    return coalitions;
  }

  /** Derives the coalitions touched since the last time, and tells how their projections differ. */
  changes(): ProjectionChange[] {
    const changes = [...this.#touched].sort().flatMap((coalition) => {
      const before = this.#projections.get(coalition) ?? this.#past?.projection(coalition) ?? NOTHING;
      const now = this.#derive(coalition);
      this.#projections.set(coalition, now);
      return difference(coalition, before, now);
    });
    this.#touched.clear();
    return changes;
  }

  #derive(coalition: string): Projection {
    const registry = this.registry();
    const declarations = [...this.#inForceOf(coalition).values()].map((each) =>
      each.rescinds === null ? each : { ...each, rescinds: standingOf(each.rescinds, this) },
    );
    return derive({
      coalition,
      founded: registry.coalition(coalition)?.founded ?? null,
      declarations,
      claims: [...this.#claimsOf(coalition).values()],
      party: (id) => ({ ...registry.lifetime(id), kind: registry.label(id)?.kind ?? "other" }),
    });
  }
}
