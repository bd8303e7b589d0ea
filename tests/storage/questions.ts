/** Asks two stores every question, at every edge that the data has, and tells where they differ. */
import assert from "node:assert/strict";
import { AFTER_ALL, BEFORE_ALL, type Day, plusDays } from "../../src/domain/day.ts";
import { ACTS, ROLES } from "../../src/domain/declaration.ts";
import { FINDING_SEVERITIES, type FindingKind } from "../../src/domain/finding.ts";
import type { Registry } from "../../src/domain/registry.ts";
import { STANDINGS } from "../../src/domain/spell.ts";
import { DECLARATION_STATES, type Page, type Paged, type Store } from "../../src/ledger/store.ts";

const ALL: Page = { offset: 0, limit: 1000 };
const FINDING_KINDS = Object.keys(FINDING_SEVERITIES) as FindingKind[];

/** One question with its name, so that a difference says what was asked. */
type Question = readonly [asked: string, ask: (store: Store) => Promise<unknown>];

/** @throws AssertionError for the first question that the two answer differently. */
export async function expectSameAnswers(subject: Store, oracle: Store, knowns: readonly number[]) {
  for (const known of knowns) {
    const newest = (await oracle.newest())?.number ?? 0;
    for (const [asked, ask] of await questionsAt(oracle, known, newest)) {
      const [answer, expected] = [await ask(subject), await ask(oracle)];
      assert.deepStrictEqual(answer, expected, `${asked} at ${known}: ${difference(answer, expected)}`);
    }
  }
}

function difference(answer: unknown, expected: unknown): string {
  return `${JSON.stringify(answer)}\n  where it should be ${JSON.stringify(expected)}`;
}

/** All that a store answers for a revision, as one text. */
export async function answersAt(store: Store, known: number): Promise<string> {
  const answers: unknown[] = [];
  for (const [asked, ask] of await questionsAt(store, known, known)) answers.push([asked, await ask(store)]);
  return JSON.stringify(answers);
}

/** What does not name a revision: the log and its instants. */
export async function expectSameLog(subject: Store, oracle: Store) {
  const newest = (await oracle.newest())?.number ?? 0;
  const questions: Question[] = [["newest", async (store) => store.newest()]];
  for (let number = 0; number <= newest + 1; number += 1) {
    questions.push(
      [`revision ${number}`, (store) => store.revision(number)],
      [`lines of ${number}`, (store) => linesOf(store, number)],
    );
    const recordedAt = (await oracle.revision(number))?.recordedAt;
    if (recordedAt === undefined) continue;
    for (const milliseconds of [-1, 0, 1]) {
      const instant = new Date(Date.parse(recordedAt) + milliseconds);
      questions.push([
        `revisionAt ${instant.toISOString()}`,
        (store) => store.revisionAt(instant.toISOString()),
      ]);
    }
    const fine = recordedAt.replace("Z", "999+00:00");
    questions.push([`revisionAt ${fine}`, (store) => store.revisionAt(fine)]);
  }
  for (const [asked, ask] of questions) {
    const [answer, expected] = [await ask(subject), await ask(oracle)];
    assert.deepStrictEqual(answer, expected, `${asked}: ${difference(answer, expected)}`);
  }
}

/** The declarations asked for by name are those of `newest`, of which some may not be known yet. */
async function questionsAt(oracle: Store, known: number, newest: number): Promise<Question[]> {
  const registry = await oracle.registry(known);
  const coalitions = registry.coalitions.map(({ id }) => id);
  const parties = [...registry.partyIds()];
  const days = await edges(oracle, known);
  const questions: Question[] = [
    ["registry", async (store) => plain(await store.registry(known))],
    ["tally", (store) => store.tally(known)],
    ["revisions", inPages((store, page) => store.revisions(known, page))],
    ["spells", (store) => store.spells({ known })],
    ["spells of none", (store) => store.spells({ known, coalitions: [] })],
    ["spell pages", inPages((store, page) => store.spellPage({ known }, page))],
    ["accessions", (store) => store.accessions(known, coalitions)],
    ["claimed ordinals", (store) => store.ordinalClaims(known, coalitions)],
    ["claims", (store) => store.claims(known)],
    ["declarations", inPages((store, page) => store.declarations({ known }, page))],
    ["sources", inPages((store, page) => store.sources({ known }, page))],
    ["findings", inPages((store, page) => store.findings({ known }, page))],
  ];
  for (const coalition of [...coalitions, "nothing"]) {
    const own = [coalition];
    questions.push(
      [`spells of ${coalition}`, (store) => store.spells({ known, coalitions: own })],
      [`accessions of ${coalition}`, (store) => store.accessions(known, own)],
      [`claimed ordinals of ${coalition}`, (store) => store.ordinalClaims(known, own)],
      [`roll of ${coalition}`, (store) => store.roll(known, coalition)],
      [`announced in ${coalition}`, (store) => store.pending({ known, coalitions: own })],
      [`sources of ${coalition}`, (store) => store.sources({ known, coalition }, ALL)],
      [`claims of ${coalition}`, (store) => store.claims(known, coalition)],
      [`findings of ${coalition}`, (store) => store.findings({ known, coalition }, ALL)],
      [`declarations of ${coalition}`, (store) => store.declarations({ known, coalition }, ALL)],
    );
    for (const role of ROLES) {
      for (const standing of STANDINGS) {
        const question = { known, coalitions: own, roles: [role], standings: [standing] };
        questions.push([`${standing} ${role}s of ${coalition}`, (store) => store.spells(question)]);
      }
    }
  }
  for (const party of parties) {
    questions.push(
      [`spells of ${party}`, (store) => store.spells({ known, party })],
      [`declarations of ${party}`, (store) => store.declarations({ known, party }, ALL)],
    );
  }
  for (const kind of FINDING_KINDS) {
    questions.push([`findings ${kind}`, (store) => store.findings({ known, kind }, ALL)]);
  }
  for (const act of ACTS) {
    questions.push([`declarations to ${act}`, (store) => store.declarations({ known, act }, ALL)]);
  }
  for (const state of DECLARATION_STATES) {
    questions.push(
      [`declarations ${state}`, inPages((store, page) => store.declarations({ known, state }, page))],
      [
        `declarations ${state} of alliance`,
        (store) => store.declarations({ known, state, coalition: "alliance", party: "AAA" }, ALL),
      ],
    );
  }
  return [...questions, ...daily(known, days), ...(await named(oracle, known, newest))];
}

/** What is asked of a day, or of a stretch of days. */
function daily(known: number, days: readonly Day[]): Question[] {
  return days.flatMap((on, index): Question[] => {
    const to = days[(index * 3 + 2) % days.length] as Day;
    const during = { from: on < to ? on : to, to: on < to ? to : plusDays(on, 1) };
    const asked = `from ${during.from} to ${during.to}`;
    return [
      [`spells on ${on}`, (store) => store.spells({ known, on })],
      [
        `spell page on ${on}`,
        (store) => store.spellPage({ known, on, party: "BBB" }, { offset: 0, limit: 1 }),
      ],
      [
        `lower roles of alliance on ${on}`,
        (store) => store.spells({ known, coalitions: ["alliance"], on, roles: ["observer", "associate"] }),
      ],
      [`pending on ${on}`, (store) => store.pending({ known, on })],
      [`pending on ${on} in alliance`, (store) => store.pending({ known, on, coalitions: ["alliance"] })],
      [`pending on ${on} for AAA`, (store) => store.pending({ known, on, party: "AAA" })],
      [`spells ${asked}`, (store) => store.spells({ known, during, coalitions: ["alliance", "union"] })],
      [`declarations ${asked}`, (store) => store.declarations({ known, during }, ALL)],
    ];
  });
}

/** What is asked of one declaration. */
async function named(oracle: Store, known: number, newest: number): Promise<Question[]> {
  const { items } = await oracle.declarations({ known: newest }, ALL);
  const ids = [...items.map(({ declaration }) => declaration.id), "nothing"].reverse();
  const cited = (await oracle.sources({ known: newest }, ALL)).items.map(({ id }) => id);
  return [
    ...[...cited, "nothing"].map((id): Question => [`source ${id}`, (store) => store.source(id, known)]),
    ["declarations by id", (store) => store.declarationsById(ids, known)],
    ...ids.flatMap((id): Question[] => [
      [`declaration ${id}`, (store) => store.declaration(id, known)],
      [`history of ${id}`, (store) => store.history(id, known)],
    ]),
  ];
}

/** Every first and last day that the data has, with the day before and the day after. */
async function edges(oracle: Store, known: number): Promise<Day[]> {
  const { items } = await oracle.declarations({ known }, ALL);
  const bounds = [
    ...items.flatMap(({ declaration: { declared }, effective }) => [
      effective,
      ...(declared === null ? [] : [declared]),
    ]),
    ...(await oracle.spells({ known })).flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]),
  ];
  const days = bounds
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((day) => day !== BEFORE_ALL && day !== AFTER_ALL)
    .flatMap((day) => [plusDays(day, -1), day, plusDays(day, 1)]);
  return [...new Set(days)].sort();
}

/** The lines of a revision, two at a time, and then all that come after the first. */
async function linesOf(store: Store, revision: number): Promise<unknown> {
  const parts = [await store.lines(revision, -1, 2)];
  for (let last = parts[0]?.at(-1); last !== undefined; last = parts.at(-1)?.at(-1)) {
    parts.push(await store.lines(revision, last.place, 2));
  }
  return [parts, await store.lines(revision, 0, 1000)];
}

/** All pages of a list, two items each and one page too many. */
function inPages<T>(ask: (store: Store, page: Page) => Promise<Paged<T>>) {
  return async (store: Store): Promise<unknown> => {
    const pages = [await ask(store, { offset: 0, limit: 2 })];
    const total = pages[0]?.total ?? 0;
    for (let offset = 2; offset < total + 2; offset += 2) pages.push(await ask(store, { offset, limit: 2 }));
    return pages;
  };
}

/** What a registry holds; its look-ups are functions of that. */
function plain({ coalitions, countries, others }: Registry) {
  return { coalitions, countries, others };
}
