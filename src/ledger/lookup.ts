/** Rows of (party, day, coalition) as somebody's own table has them, answered one by one. */
import { type Certainty, partiesOn } from "../domain/certainty.ts";
import { isDay } from "../domain/day.ts";
import type { Role } from "../domain/declaration.ts";
import { grouped } from "../domain/grouping.ts";
import type { Registry } from "../domain/registry.ts";
import type { Spell, Standing } from "../domain/spell.ts";
import { type Resolution, Resolver } from "./name-resolution.ts";
import type { Store } from "./store.ts";

export interface LookupRow {
  readonly party: string;
  readonly day: string;
  readonly coalition: string;
}

/** Whether the row could be read: `no-roster` where the ledger does not hold who is in the coalition. */
export const LOOKUP_STATUSES = ["found", "ambiguous", "unknown", "bad-day", "no-roster"] as const;
export type LookupStatus = (typeof LOOKUP_STATUSES)[number];

export interface LookupAnswer {
  readonly status: LookupStatus;
  readonly partyId: string | null;
  readonly coalitionId: string | null;
  /** 1 or 0; null where the row could not be answered. */
  readonly certain: 0 | 1 | null;
  readonly possible: 0 | 1 | null;
  readonly role: Role | null;
  readonly standing: Standing | null;
  /** What an ambiguous text may mean, or what comes near an unknown one. */
  readonly candidates: readonly string[];
  /** What is wrong, in one sentence; null where nothing is. */
  readonly detail: string | null;
}

const NOTHING = {
  partyId: null,
  coalitionId: null,
  certain: null,
  possible: null,
  role: null,
  standing: null,
} as const;

/** Answers at one state of the ledger; asks for each coalition once. */
export class Lookup {
  readonly #store: Store;
  readonly #registry: Registry;
  readonly #known: number;
  readonly #roles: readonly Role[];
  readonly #resolver: Resolver;
  readonly #spells = new Map<string, Map<string, Spell[]>>();

  constructor(store: Store, registry: Registry, known: number, roles: readonly Role[]) {
    this.#store = store;
    this.#registry = registry;
    this.#known = known;
    this.#roles = roles;
    this.#resolver = new Resolver(registry);
  }

  async answer({ party, day, coalition }: LookupRow): Promise<LookupAnswer> {
    const ofCoalition = this.#resolver.coalition(coalition);
    const coalitionId = idOf(ofCoalition);
    if (!isDay(day)) {
      const detail = `"${day}" is no day: write it like 2025-11-12.`;
      return { ...NOTHING, coalitionId, status: "bad-day", candidates: [], detail };
    }
    const ofParty = this.#resolver.party(party, day);
    const partyId = idOf(ofParty);
    for (const [what, text, resolution] of [
      ["party", party, ofParty],
      ["coalition", coalition, ofCoalition],
    ] as const) {
      if (resolution.status === "found") continue;
      const { status, candidates } = resolution;
      return { ...NOTHING, partyId, coalitionId, status, candidates, detail: told(what, text, resolution) };
    }
    const found = { partyId, coalitionId, candidates: [] };
    if (this.#registry.coalition(coalitionId ?? "")?.coverage === "none") {
      const detail = `The ledger holds no roster of ${coalitionId} (coverage none).`;
      return { ...NOTHING, ...found, status: "no-roster", detail };
    }
    const spells = await this.#spellsOf(coalitionId ?? "", partyId ?? "");
    const [row] = partiesOn(spells, day);
    const is: Certainty | null = row?.certainty ?? null;
    return {
      status: "found",
      ...found,
      certain: is === "certain" ? 1 : 0,
      possible: is === "possible" ? 1 : 0,
      role: row?.spells[0].role ?? null,
      standing: row?.spells[0].standing ?? null,
      detail: null,
    };
  }

  async #spellsOf(coalition: string, party: string): Promise<readonly Spell[]> {
    let ofCoalition = this.#spells.get(coalition);
    if (ofCoalition === undefined) {
      const question = { known: this.#known, coalitions: [coalition], roles: this.#roles };
      ofCoalition = grouped(await this.#store.spells(question), (spell) => spell.party);
      this.#spells.set(coalition, ofCoalition);
    }
    return ofCoalition.get(party) ?? [];
  }
}

function idOf(resolution: Resolution): string | null {
  return resolution.status === "found" ? resolution.id : null;
}

function told(
  what: string,
  text: string,
  { status, candidates }: Exclude<Resolution, { status: "found" }>,
): string {
  const which = candidates.join(", ");
  if (status === "ambiguous") return `"${text}" may be any of ${which}: write the id.`;
  if (text.trim() === "") return `The ${what} is missing.`;
  return candidates.length === 0
    ? `There is no ${what} "${text}".`
    : `There is no ${what} "${text}": did you mean ${which}?`;
}
