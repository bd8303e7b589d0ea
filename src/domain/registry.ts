/** The registry as it stood at one revision: who and what the ledger speaks of, looked up by id, code and name. */
import type { Coalition } from "./coalition.ts";
import { AFTER_ALL, BEFORE_ALL, type Day } from "./day.ts";
import type { Country, Lifetime, OtherCode, OtherParty, PartyKind } from "./party.ts";

/** One entry with the revision of its last edit. */
export type Entry<T> = T & { readonly edited: number };

/** What a code leads to: one country, or those that bore it on other days (none: nobody ever did). */
export type CodeBearer = { readonly found: Entry<Country> } | { readonly several: readonly string[] };

interface CodeSpan {
  readonly country: Entry<Country>;
  readonly from: Day;
  readonly until: Day;
}

/** All entries, each list in the order of the ids. */
interface Lists {
  readonly coalitions: readonly Entry<Coalition>[];
  readonly countries: readonly Entry<Country>[];
  readonly others: readonly Entry<OtherParty>[];
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

export class Registry {
  readonly #coalitionById = new Map<string, Entry<Coalition>>();
  readonly #partyById = new Map<string, Entry<Country> | Entry<OtherParty>>();
  readonly #spansByCode = new Map<string, CodeSpan[]>();
  #lists: Lists | null = null;

  constructor(coalitions: Iterable<Entry<Coalition>>, parties: Iterable<Entry<Country> | Entry<OtherParty>>) {
    for (const coalition of coalitions) this.takeCoalition(coalition);
    for (const party of parties) this.takeParty(party);
  }

  /** The same entries, for whoever takes in others without those who share this one seeing them. */
  copy(): Registry {
    return new Registry(this.#coalitionById.values(), this.#partyById.values());
  }

  /** Takes in an entry that is new or was edited. */
  takeCoalition(coalition: Entry<Coalition>): void {
    this.#lists = null;
    this.#coalitionById.set(coalition.id.toLowerCase(), coalition);
  }

  /** Takes in an entry that is new or was edited. */
  takeParty(party: Entry<Country> | Entry<OtherParty>): void {
    this.#lists = null;
    const before = this.party(party.id);
    if (before?.kind === "country") this.#forgetCodes(before);
    this.#partyById.set(party.id.toLowerCase(), party);
    if (party.kind === "country") this.#indexCodes(party);
  }

  #forgetCodes(country: Entry<Country>): void {
    for (const { code } of codesOf(country)) {
      const key = code.toLowerCase();
      const spans = this.#spansByCode.get(key)?.filter((span) => span.country !== country) ?? [];
      this.#spansByCode.set(key, spans);
    }
  }

  #indexCodes(country: Entry<Country>): void {
    for (const { code, from, until } of codesOf(country)) {
      const span = { country, from: from ?? BEFORE_ALL, until: until ?? AFTER_ALL };
      const spans = [...(this.#spansByCode.get(code.toLowerCase()) ?? []), span];
      this.#spansByCode.set(
        code.toLowerCase(),
        spans.sort((a, b) => byId(a.country, b.country)),
      );
    }
  }

  get coalitions(): Lists["coalitions"] {
    return this.#inOrder().coalitions;
  }

  get countries(): Lists["countries"] {
    return this.#inOrder().countries;
  }

  get others(): Lists["others"] {
    return this.#inOrder().others;
  }

  #inOrder(): Lists {
    if (this.#lists !== null) return this.#lists;
    const parties = [...this.#partyById.values()];
    this.#lists = {
      coalitions: [...this.#coalitionById.values()].sort(byId),
      countries: parties.filter((party) => party.kind === "country").sort(byId),
      others: parties.filter((party) => party.kind !== "country").sort(byId),
    };
    return this.#lists;
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

/** The codes that a country bears or bore; its present ones from the day on which they became its own. */
function codesOf({ alpha2, numeric, codesFrom, otherCodes }: Country): readonly OtherCode[] {
  const from = codesFrom === null ? {} : { from: codesFrom };
  return [
    ...(alpha2 === null ? [] : [{ code: alpha2, ...from }]),
    ...(numeric === null ? [] : [{ code: numeric }]),
    ...otherCodes,
  ];
}
