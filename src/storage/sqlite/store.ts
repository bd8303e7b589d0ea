/** The store over one SQLite file: questions are read in this thread, writes go to the writer. */
import type { Claim } from "../../domain/claim.ts";
import type { Declaration } from "../../domain/declaration.ts";
import type { Finding } from "../../domain/finding.ts";
import { Registry } from "../../domain/registry.ts";
import type { Accession, Spell } from "../../domain/spell.ts";
import type { Command, DatedCommand, DatedFrame, Frame, Outcome, Revision } from "../../ledger/command.ts";
import type { PlacedLine } from "../../ledger/ledger-line.ts";
import type {
  Bulk,
  DeclarationQuestion,
  DeclarationRecord,
  Discrepancy,
  FindingQuestion,
  HistoryStep,
  Page,
  Paged,
  PendingAct,
  PendingQuestion,
  SourceQuestion,
  SourceRecord,
  SpellQuestion,
  Store,
  Tally,
} from "../../ledger/store.ts";
import type { WrittenSpell } from "../../ledger/written-spell.ts";
import { type Asked, askedOf } from "./asked.ts";
import { appendInSlices, openBulk, SLICE } from "./bulk.ts";
import type { Connection } from "./connection.ts";
import { Turns } from "./turns.ts";
import type { Writing } from "./writing.ts";

export class SqliteStore implements Store {
  readonly #connection: Connection;
  readonly #begin: () => Writing;
  #begun: Writing | null = null;
  readonly #turns = new Turns(() => this.#asked.newest.askAgain());
  readonly #asked: Asked;

  #lastRegistry = { known: Number.NaN, registry: new Registry([], []) };

  /** @param begin is called when something is to be written for the first time: many stores are only read. */
  constructor(connection: Connection, begin: () => Writing) {
    this.#connection = connection;
    this.#begin = begin;
    this.#asked = askedOf(connection);
  }

  newest(): Revision | null {
    return this.#asked.newest.get();
  }

  async revision(number: number): Promise<Revision | null> {
    return this.#asked.revisions.byNumber(number);
  }

  async revisionAt(instant: string): Promise<Revision | null> {
    return this.#asked.revisions.at(instant);
  }

  async revisions(known: number, page: Page): Promise<Paged<Revision>> {
    return this.#asked.revisions.page(known, page);
  }

  async registry(known: number): Promise<Registry> {
    // A revision that is there never changes, and one after the other asks about the same.
    if (this.#lastRegistry.known !== known) {
      this.#lastRegistry = { known, registry: this.#asked.registries.at(known) };
    }
    return this.#lastRegistry.registry;
  }

  async spells(question: SpellQuestion): Promise<readonly Spell[]> {
    return this.#asked.spells.all(question);
  }

  async spellPage(question: SpellQuestion, page: Page): Promise<Paged<Spell>> {
    return this.#asked.spells.page(question, page);
  }

  async roll(known: number, coalition: string): Promise<readonly WrittenSpell[]> {
    return this.#asked.rolls.of(known, coalition);
  }

  async accessions(known: number, coalitions: readonly string[]): Promise<readonly Accession[]> {
    return this.#asked.accessions.at(known, coalitions);
  }

  async pending(question: PendingQuestion): Promise<readonly PendingAct[]> {
    return this.#asked.pending.at(question);
  }

  async ordinalClaims(known: number, coalitions: readonly string[]): Promise<readonly Declaration[]> {
    return this.#asked.declarations.claimingOrdinals(known, coalitions);
  }

  async declarations(question: DeclarationQuestion, page: Page): Promise<Paged<DeclarationRecord>> {
    return this.#asked.declarations.page(question, page);
  }

  async declaration(id: string, known: number): Promise<DeclarationRecord | null> {
    return this.#asked.declarations.one(id, known);
  }

  async declarationsById(ids: readonly string[], known: number): Promise<readonly Declaration[]> {
    return this.#asked.declarations.byIds(ids, known);
  }

  async history(id: string, known: number): Promise<readonly HistoryStep[]> {
    return this.#asked.histories.of(id, known);
  }

  async claims(known: number, coalition?: string): Promise<readonly Claim[]> {
    return this.#asked.claims.standing(known, coalition);
  }

  async findings(question: FindingQuestion, page: Page): Promise<Paged<Finding>> {
    return this.#asked.findings.page(question, page);
  }

  async sources(question: SourceQuestion, page: Page): Promise<Paged<SourceRecord>> {
    return this.#asked.sources.page(question, page);
  }

  async source(id: string, known: number): Promise<SourceRecord | null> {
    return this.#asked.sources.one(id, known);
  }

  async tally(known: number): Promise<Tally> {
    return this.#asked.tallies.at(known);
  }

  async lines(revision: number, after: number, limit: number): Promise<readonly PlacedLine[]> {
    return this.#asked.lines.after(revision, after, limit);
  }

  append(command: Command): Promise<Outcome> {
    if (command.entries.length > SLICE) return appendInSlices(this.#writing, this.#turns, command);
    return this.#turns.together(() => this.#writing.append(command));
  }

  bulk(frame: Frame | DatedFrame): Promise<Bulk> {
    return openBulk(this.#writing, this.#turns, frame);
  }

  load(commands: readonly DatedCommand[]): Promise<readonly Outcome[]> {
    return this.#turns.together(() => this.#writing.load(commands));
  }

  verify(): Promise<readonly Discrepancy[]> {
    return this.#turns.together(() => this.#writing.verify());
  }

  rebuild(): Promise<void> {
    return this.#turns.together(() => this.#writing.rebuild());
  }

  get #writing(): Writing {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  async close(): Promise<void> {
    await this.#begun?.close();
    this.#connection.sqlite.close();
  }
}
