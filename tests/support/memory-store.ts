/** The port in memory, as an oracle for other stores: it keeps the lines and answers each question from them. */
import { sinceFounding } from "../../src/domain/partial-date.ts";
import type { InForce, Projection } from "../../src/domain/projection.ts";
import { append } from "../../src/ledger/append.ts";
import type { Command, DatedCommand, DatedFrame, Frame, Outcome } from "../../src/ledger/command.ts";
import type { PlacedLine } from "../../src/ledger/ledger-line.ts";
import { sourceId } from "../../src/ledger/source-id.ts";
import {
  type Bulk,
  type DeclarationQuestion,
  type DeclarationRecord,
  type FindingQuestion,
  type HistoryStep,
  MOST_TOLD,
  type Page,
  type Paged,
  type PendingAct,
  type PendingQuestion,
  type SourceQuestion,
  type SourceRecord,
  type SpellQuestion,
  type Store,
  type Tally,
} from "../../src/ledger/store.ts";
import { Taking } from "../../src/ledger/taking.ts";
import { writtenSpell } from "../../src/ledger/written-spell.ts";
import { historyOf } from "./memory-history.ts";
import { type LedgerRevision, MemoryLedger } from "./memory-ledger.ts";
import { MemoryOpenLedger } from "./memory-open-ledger.ts";

export class MemoryStore implements Store {
  readonly #now: () => number;
  #ledger: LedgerRevision[] = [];
  readonly #states = new Map<number, MemoryLedger>();

  /** `now` in milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A past state never changes, so it is worked out once. */
  #at(known: number): MemoryLedger {
    const number = Math.min(known, this.#ledger.length);
    const state = this.#states.get(number) ?? new MemoryLedger(this.#ledger, number);
    this.#states.set(number, state);
    return state;
  }

  /** The ledger as it stands. */
  state(): MemoryLedger {
    return this.#at(this.#ledger.length);
  }

  async newest() {
    return this.state().newest();
  }

  async revision(number: number) {
    return this.state().revisions.find((revision) => revision.number === number) ?? null;
  }

  async revisionAt(instant: string) {
    const at = Date.parse(instant);
    return this.state().revisions.findLast(({ recordedAt }) => Date.parse(recordedAt) <= at) ?? null;
  }

  async revisions(known: number, page: Page) {
    return paged(this.#at(known).revisions.toReversed(), page);
  }

  async registry(known: number) {
    return this.#at(known).registry();
  }

  async spells(question: SpellQuestion) {
    const { known, coalitions, party, roles, standings, on, during } = question;
    return this.#projected(known, "spells").filter(
      (spell) =>
        (coalitions === undefined || coalitions.includes(spell.coalition)) &&
        (party === undefined || spell.party === party) &&
        (roles === undefined || roles.includes(spell.role)) &&
        (standings === undefined || standings.includes(spell.standing)) &&
        (on === undefined || (spell.from.earliest <= on && (spell.to === null || on < spell.to.latest))) &&
        (during === undefined ||
          (spell.from.earliest < during.to && (spell.to === null || during.from < spell.to.latest))),
    );
  }

  async spellPage(question: SpellQuestion, page: Page) {
    return paged(await this.spells(question), page);
  }

  async roll(known: number, coalition: string) {
    return (await this.spells({ known, coalitions: [coalition] })).map(writtenSpell);
  }

  async accessions(known: number, coalitions: readonly string[]) {
    return this.#projected(known, "accessions").filter(({ coalition }) => coalitions.includes(coalition));
  }

  async pending({ known, on, coalitions, party }: PendingQuestion): Promise<readonly PendingAct[]> {
    return this.#announced(known).flatMap(({ declaration, declared, effective, rescinded }) => {
      const { id, coalition, act, role, predecessors } = declaration;
      if (coalitions !== undefined && !coalitions.includes(coalition)) return [];
      if (on !== undefined && (on < declared.latest || effective.earliest <= on)) return [];
      if (on !== undefined && rescinded !== null && rescinded.latest <= on) return [];
      if (party !== undefined && ![declaration.party, ...predecessors].includes(party)) return [];
      const told = { id, coalition, party: declaration.party, act, role, predecessors, declared };
      const announced = { ...told, effective: declaration.effective };
      return [{ declaration: announced, effective, rescinded: rescinded?.latest ?? null }];
    });
  }

  /** What stands and is pending on some day. */
  #announced(known: number) {
    const state = this.#at(known);
    const places = new Map(state.declarations().map(({ declaration }, index) => [declaration.id, index]));
    const placeOf = ({ declaration }: InForce) => places.get(declaration) ?? 0;
    return this.#projected(known, "inForce")
      .toSorted(
        (a, b) =>
          compare(a.coalition, b.coalition) ||
          compare(a.effective.earliest, b.effective.earliest) ||
          placeOf(a) - placeOf(b),
      )
      .flatMap(({ declaration: id, effective, rescinded }) => {
        const declaration = state.declaration(id);
        if (declaration?.declared == null) return [];
        const { declared } = declaration;
        if (declared.latest >= effective.earliest) return [];
        if (rescinded !== null && rescinded.latest <= declared.latest) return [];
        return [{ declaration, declared, effective, rescinded }];
      });
  }

  async ordinalClaims(known: number, coalitions: readonly string[]) {
    return this.#at(known)
      .declarations()
      .map(({ declaration }) => declaration)
      .filter(({ act, coalition }) => act === "join" && coalitions.includes(coalition))
      .filter(({ sources }) => sources.some(({ claims }) => claims !== null && claims.ordinal !== null));
  }

  async declarations(question: DeclarationQuestion, page: Page) {
    const { coalition, party, act, state, during } = question;
    const found = this.#records(question.known).filter(
      ({ declaration, effective, ...record }) =>
        (coalition === undefined || declaration.coalition === coalition) &&
        (party === undefined || [declaration.party, ...declaration.predecessors].includes(party)) &&
        (act === undefined || declaration.act === act) &&
        (state === undefined || record.state === state) &&
        (during === undefined || (effective.earliest < during.to && during.from <= effective.latest)),
    );
    return paged(found, page);
  }

  #records(known: number): DeclarationRecord[] {
    const state = this.#at(known);
    const registry = state.registry();
    const inForce = new Map(this.#projected(known, "inForce").map((each) => [each.declaration, each]));
    return state.declarations().map(({ declaration, revision: { recordedAt, recordedBy } }) => {
      const founded = registry.coalition(declaration.coalition)?.founded ?? null;
      const { earliest, latest } = sinceFounding(declaration.effective, founded);
      const stands = inForce.get(declaration.id);
      const gone = state.isRetracted(declaration.id) ? "retracted" : "superseded";
      const standing = stands?.rescinded == null ? "in-force" : "rescinded";
      const became = stands === undefined ? gone : standing;
      return { declaration, recordedAt, recordedBy, state: became, effective: { earliest, latest } };
    });
  }

  async declaration(id: string, known: number) {
    return this.#records(known).find(({ declaration }) => declaration.id === id) ?? null;
  }

  async declarationsById(ids: readonly string[], known: number) {
    return ids.flatMap((id) => this.#at(known).declaration(id) ?? []);
  }

  async history(id: string, known: number): Promise<readonly HistoryStep[]> {
    return historyOf(id, this.#at(known), this.#projected(known, "inForce"));
  }

  async claims(known: number, coalition?: string) {
    return this.#at(known)
      .claims(coalition ?? null)
      .toSorted(
        (a, b) =>
          compare(a.coalition, b.coalition) ||
          compare(a.on.earliest, b.on.earliest) ||
          compare(a.on.latest, b.on.latest) ||
          compare(a.id, b.id),
      );
  }

  async findings({ known, coalition, kind }: FindingQuestion, page: Page) {
    const found = this.#projected(known, "findings")
      .filter((finding) => coalition === undefined || finding.coalition === coalition)
      .filter((finding) => kind === undefined || finding.kind === kind)
      .toSorted(
        (a, b) =>
          compare(a.coalition, b.coalition) ||
          compare(a.party ?? "", b.party ?? "") ||
          compare(a.kind, b.kind) ||
          compare(JSON.stringify(a.declarations), JSON.stringify(b.declarations)),
      );
    return paged(found, page);
  }

  async sources({ known, coalition }: SourceQuestion, page: Page) {
    return paged(this.#sources(known, coalition), page);
  }

  async source(id: string, known: number) {
    return this.#sources(known, undefined).find((record) => record.id === id) ?? null;
  }

  #sources(known: number, coalition: string | undefined): SourceRecord[] {
    const state = this.#at(known);
    const cited = [
      ...state.declarations().map(({ declaration, ...at }) => {
        return { ...at, of: declaration, sources: declaration.sources, kind: "declarations" as const };
      }),
      ...state.allClaims().map(({ claim, ...at }) => {
        return { ...at, of: claim, sources: [claim.source], kind: "claims" as const };
      }),
    ]
      .filter(({ of }) => coalition === undefined || of.coalition === coalition)
      .sort((a, b) => a.revision.number - b.revision.number || a.place - b.place);
    const records = new Map<string, SourceRecord>();
    for (const { of, sources, kind } of cited) {
      for (const citation of sources) {
        const id = sourceId(citation);
        const none: readonly string[] = [];
        const before = records.get(id) ?? { accessed: null, declarations: none, claims: none };
        const { url, title, publisher, published, accessed } = citation;
        const owners = before[kind].includes(of.id) ? before[kind] : [...before[kind], of.id];
        const last = [before.accessed, accessed].filter((day) => day !== null).sort();
        const read = last.at(-1) ?? null;
        records.set(id, { ...before, id, url, title, publisher, published, accessed: read, [kind]: owners });
      }
    }
    return [...records.values()];
  }

  async tally(known: number): Promise<Tally> {
    const state = this.#at(known);
    const registry = state.registry();
    return {
      coalitions: registry.coalitions.length,
      countries: registry.countries.length,
      parties: registry.coalitions.length + registry.countries.length + registry.others.length,
      declarations: state.declarations().length,
      inForce: this.#projected(known, "inForce").length,
      spells: this.#projected(known, "spells").length,
      claims: state.claims(null).length,
      findings: this.#projected(known, "findings").length,
    };
  }

  /** The rows of one kind of all coalitions, in the order in which a derivation gives them. */
  #projected<K extends keyof Projection>(known: number, kind: K): Projection[K][number][] {
    return this.#at(known)
      .projections()
      .flatMap((projection): readonly Projection[K][number][] => projection[kind]);
  }

  async lines(revision: number, after: number, limit: number): Promise<readonly PlacedLine[]> {
    const held = this.#ledger.find((each) => each.revision.number === revision)?.lines ?? [];
    const placed = held.map((line, place) => ({ place, line }));
    return placed.filter(({ place }) => place > after).slice(0, limit);
  }

  async append(command: Command): Promise<Outcome> {
    const open = this.#opened();
    const outcome = append(open, command, this.#instants());
    if (outcome.taken && outcome.revision !== null) this.#keep(open);
    return outcome;
  }

  #opened(): MemoryOpenLedger {
    return new MemoryOpenLedger(this.#ledger);
  }

  #keep({ ledger }: MemoryOpenLedger): void {
    this.#ledger = [...ledger];
    this.#states.clear();
  }

  #instants(frame?: Frame | DatedFrame): () => string {
    if (frame !== undefined && "recordedAt" in frame) return () => new Date(frame.recordedAt).toISOString();
    const newest = this.state().newest();
    const earliest = newest === null ? 0 : Date.parse(newest.recordedAt) + 1;
    return () => new Date(Math.max(this.#now(), earliest)).toISOString();
  }

  async bulk(frame: Frame | DatedFrame): Promise<Bulk> {
    if ("recordedAt" in frame) this.#expectEmpty();
    const open = this.#opened();
    const begin = (frame: Frame | DatedFrame) => new Taking(open, frame, this.#instants(frame), MOST_TOLD);
    let taking = begin(frame);
    return {
      add: async (entries) => entries.map((entry) => taking.take(entry)),
      next: async (frame) => {
        const summary = taking.end();
        taking = begin(frame);
        return summary;
      },
      finish: async () => {
        const summary = taking.end();
        if (summary.taken && !taking.dryRun) this.#keep(open);
        return summary;
      },
      abort: async () => {},
    };
  }

  #expectEmpty(): void {
    if (this.#ledger.length > 0) throw new Error("The ledger has revisions already.");
  }

  async load(commands: readonly DatedCommand[]) {
    this.#expectEmpty();
    const open = this.#opened();
    const outcomes: Outcome[] = [];
    for (const command of commands) {
      const outcome = append(open, command, this.#instants(command));
      outcomes.push(outcome);
      if (!outcome.taken) return outcomes;
    }
    this.#keep(open);
    return outcomes;
  }

  /** Nothing is kept that could differ. */
  async verify() {
    return [];
  }

  async rebuild() {}

  async close() {}
}

function paged<T>(all: readonly T[], { offset, limit }: Page): Paged<T> {
  return { items: all.slice(offset, offset + limit), total: all.length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
