/** The registry as it stood at one revision: who and what the ledger speaks of, looked up by id, code and name. */
import type { Coalition } from "./coalition.ts";
import { AFTER_ALL, BEFORE_ALL, type Day } from "./day.ts";
import type { Country, Lifetime, OtherParty, PartyKind } from "./party.ts";

/** One entry with the revision of its last edit. */
export type Entry<T> = T & { readonly edited: number };

/** What a code leads to: one country, or those that bore it on other days (none: nobody ever did). */
export type CodeBearer = { readonly found: Entry<Country> } | { readonly several: readonly string[] };

interface CodeSpan {
  readonly country: Entry<Country>;
  readonly from: Day;
  readonly until: Day;
}

export class Registry {
  readonly coalitions: readonly Entry<Coalition>[];
  readonly countries: readonly Entry<Country>[];
  readonly others: readonly Entry<OtherParty>[];
  readonly #coalitionById = new Map<string, Entry<Coalition>>();
  readonly #partyById = new Map<string, Entry<Country> | Entry<OtherParty>>();
  readonly #spansByCode = new Map<string, CodeSpan[]>();

  constructor(
    coalitions: readonly Entry<Coalition>[],
    parties: readonly (Entry<Country> | Entry<OtherParty>)[],
  ) {
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    this.coalitions = [...coalitions].sort(byId);
    this.countries = parties.filter((party) => party.kind === "country").sort(byId);
    this.others = parties.filter((party) => party.kind !== "country").sort(byId);
    for (const coalition of this.coalitions) this.#coalitionById.set(coalition.id.toLowerCase(), coalition);
    for (const party of parties) this.#partyById.set(party.id.toLowerCase(), party);
    for (const country of this.countries) this.#indexCodes(country);
  }

  #indexCodes(country: Entry<Country>): void {
    const add = (code: string, from: Day | null | undefined, until: Day | null | undefined) => {
      const spans = this.#spansByCode.get(code.toLowerCase()) ?? [];
      spans.push({ country, from: from ?? BEFORE_ALL, until: until ?? AFTER_ALL });
      this.#spansByCode.set(code.toLowerCase(), spans);
    };
    if (country.alpha2 !== null) add(country.alpha2, country.codesFrom, null);
    if (country.numeric !== null) add(country.numeric, null, null);
    for (const other of country.otherCodes) add(other.code, other.from, other.until);
  }

  /** The coalition with this id, whatever its case. */
  coalition(id: string): Entry<Coalition> | null {
    return this.#coalitionById.get(id.toLowerCase()) ?? null;
  }

  /** The country or other party with this id, whatever its case. */
  party(id: string): Entry<Country> | Entry<OtherParty> | null {
    return this.#partyById.get(id.toLowerCase()) ?? null;
  }

  /**
   * The country that a code or id means: its bearer on that day, or with no day its present one. An id
   * is never reused, so it is asked first.
   */
  country(code: string, on: Day | null): CodeBearer {
    const byId = this.party(code);
    if (byId?.kind === "country") return { found: byId };
    const spans = this.#spansByCode.get(code.toLowerCase()) ?? [];
    const bearers = spans.filter((span) =>
      on === null ? span.until === AFTER_ALL : span.from <= on && on < span.until,
    );
    const [bearer] = bearers;
    if (bearer !== undefined) return { found: bearer.country };
    const former = [...new Set(spans.map((span) => span.country))];
    if (on === null && former.length === 1) return { found: former[0] as Entry<Country> };
    return { several: former.map((country) => country.id) };
  }

  /** Id, kind and name of any party, as every list gives it. */
  label(id: string): { readonly id: string; readonly kind: PartyKind; readonly name: string } | null {
    const party = this.party(id);
    if (party !== null) return { id: party.id, kind: party.kind, name: party.name };
    const coalition = this.coalition(id);
    return coalition === null ? null : { id: coalition.id, kind: "coalition", name: coalition.name };
  }

  /** The lifetime of a party; a party without one was always there. */
  lifetime(id: string): Lifetime {
    const party = this.party(id);
    return party?.kind === "country" ? { from: party.from, until: party.until } : { from: null, until: null };
  }

  /** Every id that a declaration may name as its party. */
  *partyIds(): Iterable<string> {
    for (const party of this.countries) yield party.id;
    for (const party of this.others) yield party.id;
    for (const coalition of this.coalitions) yield coalition.id;
  }
}
