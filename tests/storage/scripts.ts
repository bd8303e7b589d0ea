/** Ledgers by chance: commands with all acts, corrections, retractions, registry edits and claims. */
import fc from "fast-check";
import type { ClaimContent } from "../../src/domain/claim.ts";
import type { Coalition } from "../../src/domain/coalition.ts";
import { ACTS, type Declaration, type DeclarationContent, ROLES } from "../../src/domain/declaration.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { Country, OtherParty } from "../../src/domain/party.ts";
import type { Citation } from "../../src/domain/source.ts";
import type { Command, LedgerEntry } from "../../src/ledger/command.ts";
import type { MemoryLedger } from "../support/memory-ledger.ts";

const COALITIONS = ["alliance", "union", "accord"] as const;
const COUNTRIES = ["AAA", "BBB", "CCC"] as const;
const PARTIES = [...COUNTRIES, "x-observer", "accord"] as const;

/** One write, of which the names of earlier lines are still numbers. */
export interface Step {
  readonly tick: number;
  readonly author: string;
  readonly findings: "accept" | "refuse";
  readonly dryRun: boolean;
  readonly entries: readonly Said[];
}

/** What a step says, as plain data so that a counterexample can be read. */
type Said =
  | ({ readonly kind: "declaration" } & SaidDeclaration)
  | { readonly kind: "retraction"; readonly pick: number }
  | { readonly kind: "entry"; readonly entry: LedgerEntry };

interface SaidDeclaration {
  readonly content: Omit<DeclarationContent, "predecessors" | "rescinds" | "supersedes" | "title">;
  readonly predecessor: string;
  /** Whether a dissolution is that of the coalition. */
  readonly whole: boolean;
  /** Which earlier declaration is rescinded, or superseded where `corrects`. */
  readonly pick: number;
  readonly corrects: boolean;
}

export function coalition(id: string, more: Partial<Coalition> = {}): Coalition {
  return {
    id,
    kind: "alliance",
    name: `The ${id}`,
    shortName: null,
    names: {},
    aliases: [],
    founded: null,
    website: null,
    coverage: "complete",
    coverageNote: null,
    note: null,
    retired: false,
    ...more,
  };
}

export function country(id: string, more: Partial<Country> = {}): Country {
  return {
    id,
    kind: "country",
    name: `Land of ${id}`,
    names: {},
    aliases: [],
    note: null,
    retired: false,
    codeStatus: "official",
    alpha2: null,
    numeric: null,
    codesFrom: null,
    otherCodes: [],
    region: null,
    subregion: null,
    independent: true,
    capital: null,
    flag: null,
    position: null,
    predecessors: [],
    successors: [],
    from: null,
    until: null,
    ...more,
  };
}

const observer: OtherParty = {
  id: "x-observer",
  kind: "other",
  name: "Observers’ office “X”",
  names: { fr: "Bureau" },
  aliases: [],
  note: null,
  retired: false,
};

/** The write that every ledger begins with. */
export const FIRST: Command = {
  author: "seed",
  message: "The registry",
  findings: "refuse",
  dryRun: false,
  imported: true,
  entries: [
    ...COALITIONS.map((id): LedgerEntry => ({ kind: "coalition", coalition: coalition(id) })),
    ...COUNTRIES.map((id): LedgerEntry => ({ kind: "party", party: country(id) })),
    { kind: "party", party: observer },
  ],
};

/** A declaration that every check lets pass. */
export function content(more: Partial<DeclarationContent> = {}): DeclarationContent {
  return {
    ref: null,
    coalition: "alliance",
    party: "AAA",
    act: "join",
    role: "member",
    predecessors: [],
    declared: null,
    effective: parsePartialDate("2014-01-02"),
    rescinds: null,
    supersedes: null,
    title: null,
    scope: [],
    confidence: null,
    note: null,
    sources: [citation()],
    ...more,
  };
}

export function citation(more: Partial<Citation> = {}): Citation {
  const nothing = { publisher: null, published: null, accessed: null, claims: null };
  return { url: "https://example.org/a", title: "A source", ...nothing, ...more };
}

export function claim(more: Partial<ClaimContent> = {}): ClaimContent {
  return {
    ref: null,
    coalition: "alliance",
    on: parsePartialDate("2014"),
    total: 2,
    role: "member",
    standing: null,
    counting: "members",
    except: [],
    source: citation(),
    note: null,
    ...more,
  };
}

const day = fc.integer({ min: 1, max: 6 }).map((number) => `2014-01-0${number}`);
const date = fc
  .oneof(
    { weight: 6, arbitrary: day },
    { weight: 3, arbitrary: fc.tuple(day, day).map((days) => days.sort().join("/")) },
    { weight: 1, arbitrary: day.map((end) => `../${end}`) },
    { weight: 1, arbitrary: day.map((start) => `${start}/..`) },
    { weight: 1, arbitrary: fc.constantFrom("2014", "2014-01", "2014-01~") },
  )
  .map(parsePartialDate);
const ref = fc.option(fc.constantFrom("r1", "r2", "r3"), { freq: 2 });
const party = fc.constantFrom(...PARTIES);
const coalitionId = fc.constantFrom("alliance", "alliance", "union");
const source: fc.Arbitrary<Citation> = fc.record({
  url: fc.option(fc.constantFrom("https://example.org/a", "https://example.org/b")),
  title: fc.constantFrom("A source", 'Ein "Zitat", Größe 1'),
  publisher: fc.option(fc.constant("Publisher")),
  published: fc.option(fc.constant("2014")),
  accessed: fc.option(fc.constant("2014-02-01")),
  claims: fc.option(
    fc.record({ ordinal: fc.option(fc.integer({ min: 1, max: 4 })), effective: fc.constant(null) }),
  ),
});

const declaration: fc.Arbitrary<Said> = fc.record({
  kind: fc.constant("declaration" as const),
  content: fc.record({
    ref,
    coalition: coalitionId,
    party,
    act: fc.constantFrom(...ACTS, "join" as const, "join" as const, "withdraw" as const),
    role: fc.constantFrom(...ROLES, "member" as const, "member" as const),
    declared: fc.option(date, { freq: 2 }),
    effective: date,
    scope: fc.constantFrom([], ["political"]),
    confidence: fc.constantFrom(null, "high" as const, "low" as const),
    note: fc.constantFrom(null, "A note, with a comma\nand a line", "=1+1"),
    sources: fc.array(source, { minLength: 1, maxLength: 2 }),
  }),
  predecessor: party,
  whole: fc.boolean(),
  pick: fc.nat(30),
  corrects: fc.constantFrom(false, false, false, false, true),
});

const saidClaim: fc.Arbitrary<Said> = fc
  .record({
    ref: fc.option(fc.constantFrom("c1", "c2")),
    coalition: coalitionId,
    on: date,
    total: fc.nat(4),
    role: fc.constantFrom("member" as const, "observer" as const),
    standing: fc.constantFrom(null, "active" as const, "suspended" as const),
    counting: fc.constantFrom("members" as const, "countries" as const),
    except: fc.constantFrom([], ["AAA"]),
    source,
    note: fc.constantFrom(null, "Counts signatures"),
  })
  .map((content) => ({ kind: "entry", entry: { kind: "claim", content } }));

const retraction: fc.Arbitrary<Said> = fc.record({
  kind: fc.constant("retraction" as const),
  pick: fc.nat(40),
});

const edit: fc.Arbitrary<Said> = fc
  .oneof(
    fc
      .record({ id: fc.constantFrom(...COALITIONS), founded: fc.option(date, { freq: 2 }) })
      .map(({ id, founded }): LedgerEntry => ({ kind: "coalition", coalition: coalition(id, { founded }) })),
    fc
      .record({ id: fc.constantFrom(...COUNTRIES), until: fc.option(day, { freq: 2 }) })
      .map(
        ({ id, until }): LedgerEntry => ({ kind: "party", party: country(id, { until, capital: "A town" }) }),
      ),
  )
  .map((entry) => ({ kind: "entry", entry }));

const entry = fc.oneof(
  { weight: 8, arbitrary: declaration },
  { weight: 2, arbitrary: retraction },
  { weight: 2, arbitrary: saidClaim },
  { weight: 2, arbitrary: edit },
);

const step: fc.Arbitrary<Step> = fc.record({
  tick: fc.constantFrom(-5_000, 0, 1, 1, 86_400_000),
  author: fc.constantFrom("ann", "ann", "ann", "ben"),
  findings: fc.constantFrom("accept" as const, "accept" as const, "accept" as const, "refuse" as const),
  dryRun: fc.constantFrom(false, false, false, false, false, false, false, true),
  entries: fc.array(entry, { minLength: 1, maxLength: 3 }),
});

export const script = fc.array(step, { minLength: 4, maxLength: 10, size: "max" });

/** The command of a step, its picks resolved against the ledger as it stands. */
export function commandOf({ author, findings, dryRun, entries }: Step, state: MemoryLedger): Command {
  // A copy has plain objects, which fast-check's own are not always.
  return structuredClone({
    author,
    message: `By ${author}`,
    findings,
    dryRun,
    imported: false,
    entries: entries.map((said) => entryOf(said, state)),
  });
}

function entryOf(said: Said, state: MemoryLedger): LedgerEntry {
  if (said.kind === "entry") return said.entry;
  const declarations = state.declarations().map(({ declaration }) => declaration);
  if (said.kind === "declaration") return { kind: "declaration", content: contentOf(said, declarations) };
  const ids = [...declarations, ...state.allClaims().map(({ claim }) => claim)].map(({ id }) => id);
  return { kind: "retraction", of: picked(ids, said.pick) ?? "nothing", reason: "Mistaken" };
}

function contentOf(said: SaidDeclaration, declarations: readonly Declaration[]): DeclarationContent {
  const { content, predecessor, whole, pick, corrects } = said;
  const told = picked(declarations, pick);
  const rescinded = content.act === "rescind" && told?.act !== "rescind" ? told : undefined;
  const act = content.act === "rescind" && rescinded === undefined ? "join" : content.act;
  const aim = rescinded && { coalition: rescinded.coalition, party: rescinded.party, rescinds: rescinded.id };
  return {
    ...content,
    act,
    role: act === "join" ? content.role : null,
    party: act === "dissolve" && whole ? null : content.party,
    predecessors: act === "succeed" && predecessor !== content.party ? [predecessor] : [],
    rescinds: null,
    supersedes: corrects && told !== undefined ? told.id : null,
    title: null,
    ...aim,
  };
}

function picked<T>(all: readonly T[], pick: number): T | undefined {
  return all[pick % Math.max(all.length, 1)];
}
