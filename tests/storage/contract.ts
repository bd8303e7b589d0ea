/** What every store must do, whatever it is made of; each check is held against the oracle in memory. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { ClaimContent } from "../../src/domain/claim.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { Command, DatedCommand, LedgerEntry } from "../../src/ledger/command.ts";
import { clock, Pair, withSubject } from "./pair.ts";
import {
  citation,
  claim,
  coalition,
  commandOf,
  content,
  country,
  FIRST,
  type Step,
  script,
} from "./scripts.ts";
import type { Open } from "./subjects.ts";

export interface Check {
  readonly name: string;
  /** Over ledgers by chance, which takes longer than all others. */
  readonly byChance?: true;
  readonly run: (open: Open, rigour: Rigour) => Promise<void>;
}

export interface Rigour {
  readonly runs: number;
  readonly seed?: number;
}

export function joining(party: string, more: Parameters<typeof content>[0] = {}): LedgerEntry {
  return { kind: "declaration", content: content({ party, ...more }) };
}

export function command(entries: readonly LedgerEntry[], more: Partial<Command> = {}): Command {
  return { author: "ann", message: "", findings: "refuse", dryRun: false, imported: false, entries, ...more };
}

async function answersLikeTheOracle(open: Open, steps: readonly Step[]): Promise<void> {
  const { time, now } = clock();
  await withSubject(open, now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    for (const step of steps) {
      time.now += step.tick;
      await pair.append(commandOf(step, pair.oracle.state()));
    }
    await pair.compare();
    assert.deepStrictEqual(await store.verify(), []);
    await store.rebuild();
    await pair.compare();
  });
}

async function takesAllOrNothing(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store, breakWrites }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    await pair.append(command([joining("AAA", { ref: "a" })]));
    const mend = breakWrites();
    const broken = command([
      { kind: "party", party: country("AAA", { capital: "Elsewhere" }) },
      joining("BBB", { ref: "b" }),
      joining("AAA", { ref: "a", effective: parsePartialDate("2014-01-03") }),
    ]);
    await assert.rejects(store.append(broken), /broken/);
    await pair.compare();
    mend();
    await pair.append(broken);
    await pair.compare();
  });
}

async function refusesWhole(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    await pair.append(command([joining("AAA"), joining("ZZZ"), joining("AAA", { act: "join", role: null })]));
    await pair.append(command([joining("AAA"), joining("BBB", { act: "withdraw", role: null })]));
    await pair.append(command([joining("AAA")], { dryRun: true }));
    assert.equal(await pair.newest(), 1);
    await pair.compare();
    await pair.append(command([joining("AAA")]));
    await pair.append(command([joining("AAA")]));
    assert.equal(await pair.newest(), 2);
    await pair.compare();
  });
}

/** An edit of the registry derives anew the spells that it touches. */
async function derivesEditsAnew(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    await pair.append(command([joining("AAA"), joining("BBB", { coalition: "union" })]));
    await pair.append(command([{ kind: "party", party: country("AAA", { until: "2014-01-04" }) }]));
    const founded = parsePartialDate("2014-01-03");
    const entry: LedgerEntry = { kind: "coalition", coalition: coalition("union", { founded }) };
    await pair.append(command([entry], { findings: "accept" }));
    assert.equal(await pair.newest(), 4);
    await pair.compare();
  });
}

/** What chance seldom makes: one ledger with each case, so that what is caught does not hang on luck. */
async function answersAboutEveryCase(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    const write = (...entries: LedgerEntry[]) => pair.append(command(entries, { findings: "accept" }));
    const date = parsePartialDate;
    const exit = { act: "withdraw", role: null } as const;
    const total = (more: Partial<ClaimContent>): LedgerEntry => ({ kind: "claim", content: claim(more) });
    await pair.append(FIRST);
    await write({ kind: "coalition", coalition: coalition("alliance", { founded: date("2014-01-03") }) });
    await write(
      joining("AAA", {
        ref: "a",
        effective: date("../2014-01-05"),
        sources: [citation(), citation({ url: null })],
      }),
      joining("BBB", { effective: date("2014-01-04") }),
      joining("CCC", { coalition: "union" }),
    );
    const [notice, effect] = [date("2014-01-04"), date("2014-02-01")];
    await write(joining("BBB", { ...exit, ref: "w", declared: notice, effective: effect }));
    const rescission = {
      act: "rescind",
      role: null,
      rescinds: "w",
      effective: date("2014-01-10/2014-01-12"),
    } as const;
    await write(joining("BBB", rescission));
    const succession = { act: "succeed", role: null, predecessors: ["CCC"], coalition: "union" } as const;
    await write(
      joining("x-observer", { ...succession, declared: date("2014-01-01/2014-01-03"), effective: effect }),
    );
    await write(joining("AAA", { ref: "a", effective: date("../2014-01-06") }));
    const newest = await write(
      joining("AAA", { ref: "a", effective: date("2014-01-04"), note: "Read again" }),
    );
    await write(total({ ref: "c", total: 1 }), total({ total: 3 }));
    await write(total({ ref: "c", total: 2 }));
    for (const id of [
      newest.taken ? (newest.entries[0]?.id ?? "") : "",
      pair.oracle.state().allClaims()[1]?.claim.id ?? "",
    ]) {
      await write({ kind: "retraction", of: id, reason: "Mistaken" });
    }
    assert.equal(await pair.newest(), 12);
    await pair.compare();
  });
}

const PAST: readonly DatedCommand[] = [
  { ...FIRST, recordedAt: "2014-01-01T00:00:00Z" },
  { ...command([joining("AAA", { ref: "a" })]), recordedAt: "2014-01-02T12:00:00Z" },
  {
    ...command([
      joining("AAA", { ref: "a", effective: parsePartialDate("2014-01-01/2014-01-03") }),
      joining("BBB", { sources: [citation({ claims: { ordinal: 2, effective: null } })] }),
    ]),
    recordedAt: "2014-02-01T00:00:00.500Z",
  },
];

async function loadsAPast(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store, breakWrites }) => {
    const pair = new Pair(store);
    const refused = [...PAST, { ...command([joining("ZZZ")]), recordedAt: "2014-03-01T00:00:00Z" }];
    const outcomes = await store.load(refused);
    assert.deepStrictEqual(outcomes, await pair.oracle.load(refused));
    assert.equal(outcomes.at(-1)?.taken, false);
    await pair.compare();
    const mend = breakWrites();
    await assert.rejects(store.load(PAST), /broken/);
    await pair.compare();
    mend();
    assert.deepStrictEqual(await store.load(PAST), await pair.oracle.load(PAST));
    await pair.compare();
    await assert.rejects(store.load(PAST), /revisions already/);
    await pair.compare();
    await pair.append(command([joining("CCC")]));
    await pair.compare();
  });
}

/** The store gives the instants: they increase, however the clock goes. */
async function givesInstants(open: Open): Promise<void> {
  const { time, now } = clock();
  await withSubject(open, now, async ({ store }) => {
    const instants: number[] = [];
    await store.append(FIRST);
    for (const tick of [0, -3_600_000, 0, 7_200_000]) {
      time.now += tick;
      const entry = { kind: "party", party: country("AAA", { note: `${instants.length}` }) } as const;
      const outcome = await store.append(command([entry]));
      assert.ok(outcome.taken && outcome.revision !== null);
      instants.push(Date.parse(outcome.revision.recordedAt));
    }
    assert.ok(instants.every((instant, index) => instant > (instants[index - 1] ?? 0)));
    const newest = await store.newest();
    assert.ok(newest !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(newest.recordedAt));
  });
}

/** Writes that wait together are taken one after the other, each for itself. */
async function takesManyAtOnce(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    const commands = [
      command([joining("AAA")]),
      command([joining("ZZZ")]),
      command([joining("BBB")]),
      command([joining("AAA", { act: "withdraw", role: null, effective: parsePartialDate("2014-01-05") })]),
    ];
    const outcomes = await Promise.all(commands.map((each) => store.append(each)));
    for (const [index, outcome] of outcomes.entries()) {
      await pair.expect(commands[index] as Command, outcome);
    }
    assert.deepStrictEqual(
      outcomes.map((outcome) => outcome.taken && outcome.revision?.number),
      [2, false, 3, 4],
    );
    await pair.compare();
  });
}

export const CHECKS: readonly Check[] = [
  {
    name: "answers every question like the oracle, at every edge and every revision",
    byChance: true,
    run: async (open, { runs, seed }) => {
      const property = fc.asyncProperty(script, (steps) => answersLikeTheOracle(open, steps));
      await fc.assert(property, {
        numRuns: runs,
        ...(seed === undefined ? {} : { seed, endOnFailure: true }),
      });
    },
  },
  { name: "takes all of a command, or nothing where it breaks half-way", run: takesAllOrNothing },
  { name: "writes nothing of what is refused, tried or already there", run: refusesWhole },
  { name: "answers about every case", run: answersAboutEveryCase },
  { name: "derives anew what an edit of the registry touches", run: derivesEditsAnew },
  { name: "loads a past whole, and into an empty ledger only", run: loadsAPast },
  { name: "gives instants that strictly increase", run: givesInstants },
  { name: "takes writes that wait together, each as its own revision", run: takesManyAtOnce },
];
