/** A panel: parties over periods in several coalitions, one party at a time, so that its length does not matter. */
import type { Role } from "../domain/declaration.ts";
import { type PanelRow, type PanelRule, panelRows } from "../domain/panel.ts";
import type { Period } from "../domain/period.ts";
import type { Registry } from "../domain/registry.ts";
import type { Page, Paged, Store } from "./store.ts";

export interface PanelQuestion {
  readonly known: number;
  readonly coalitions: readonly string[];
  readonly roles: readonly Role[];
  readonly periods: readonly Period[];
  readonly rule: PanelRule;
}

export interface PartyPanel {
  readonly party: string;
  readonly rows: Iterable<PanelRow>;
}

export class Panel {
  readonly #store: Store;
  readonly #registry: Registry;
  readonly #question: PanelQuestion;

  constructor(store: Store, registry: Registry, question: PanelQuestion) {
    this.#store = store;
    this.#registry = registry;
    this.#question = question;
  }

  /** Every country, and every other party that ever was in one of the coalitions, by id. */
  async *parties(): AsyncGenerator<PartyPanel> {
    for (const party of this.#candidates()) {
      const rows = await this.#rowsOf(party);
      if (rows !== null) yield { party, rows };
    }
  }

  /** Rows with their party, in the same order. */
  async page({ offset, limit }: Page): Promise<Paged<{ readonly party: string; readonly row: PanelRow }>> {
    const items: { readonly party: string; readonly row: PanelRow }[] = [];
    let total = 0;
    for (const party of this.#candidates()) {
      const before = total;
      total += await this.#lengthOf(party);
      if (total <= offset || before >= offset + limit) continue;
      for (const [place, row] of [...((await this.#rowsOf(party)) ?? [])].entries()) {
        if (before + place >= offset && items.length < limit) items.push({ party, row });
      }
    }
    return { items, total };
  }

  #candidates(): readonly string[] {
    return [...this.#registry.partyIds()].sort();
  }

  async #rowsOf(party: string): Promise<Iterable<PanelRow> | null> {
    const { known, coalitions, roles, periods, rule } = this.#question;
    const spells = await this.#store.spells({ known, coalitions, roles, party });
    if (spells.length === 0 && this.#registry.party(party)?.kind !== "country") return null;
    return panelRows(spells, this.#registry.lifetime(party), coalitions, periods, rule);
  }

  async #lengthOf(party: string): Promise<number> {
    const { from, until } = this.#registry.lifetime(party);
    const always = from === null && until === null && this.#registry.party(party)?.kind === "country";
    if (always) return this.#question.periods.length;
    const rows = await this.#rowsOf(party);
    return rows === null ? 0 : [...rows].length;
  }
}
