/** What every store must do with a write of any size: the same as with a command, in as many pieces as one likes. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type {
  Command,
  DatedFrame,
  EntryOutcome,
  LedgerEntry,
  Outcome,
  Summary,
} from "../../src/ledger/command.ts";
import type { PlacedLine } from "../../src/ledger/ledger-line.ts";
import { entryAgain } from "../../src/ledger/load.ts";
import { type Bulk, MOST_TOLD, type Store } from "../../src/ledger/store.ts";
import { type Check, command, joining } from "./contract.ts";
import { clock, Pair, withSubject } from "./pair.ts";
import { commandOf, country, FIRST, type Step, script } from "./scripts.ts";
import type { Open } from "./subjects.ts";

/** The whole command in pieces of this many entries. */
async function inPieces(store: Store, { entries, ...frame }: Command, size: number): Promise<Outcome> {
  const bulk = await store.bulk(frame);
  const outcomes: (EntryOutcome | null)[] = [];
  for (let at = 0; at < entries.length; at += size) {
    outcomes.push(...(await bulk.add(entries.slice(at, at + size))));
  }
  const summary = await bulk.finish();
  if (!summary.taken) return { taken: false, refusals: summary.refusals };
  const { findingCount, ...told } = summary;
  assert.equal(findingCount, told.findings.length);
  return { ...told, entries: outcomes.flatMap((outcome) => outcome ?? []) };
}

async function doesWhatCommandsDo(open: Open, steps: readonly Step[]): Promise<void> {
  const { time, now } = clock();
  await withSubject(open, now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.expect(FIRST, await inPieces(store, FIRST, 3));
    for (const [index, step] of steps.entries()) {
      time.now += step.tick;
      const whole = commandOf(step, pair.oracle.state());
      await pair.expect(whole, await inPieces(store, whole, 1 + (index % 3)));
    }
    await pair.compare();
    for (let number = 1; number <= (await pair.newest()); number += 1) {
      assert.deepStrictEqual(await linesOf(store, number, 2), await linesOf(pair.oracle, number, 1_000));
    }
    assert.deepStrictEqual(await store.verify(), []);
  });
}

/** All lines of a revision, so many at a time. */
async function linesOf(store: Store, revision: number, limit: number): Promise<PlacedLine[]> {
  const all: PlacedLine[] = [];
  for (let after = -1; ; after = all.at(-1)?.place ?? after) {
    const lines = await store.lines(revision, after, limit);
    if (lines.length === 0) return all;
    all.push(...lines);
  }
}

/** All that a ledger took in, taken in by another one, ids and instants kept. */
async function loadAgain(from: Store, into: Store): Promise<void> {
  const newest = (await from.newest())?.number ?? 0;
  let bulk: Bulk | null = null;
  for (let number = 1; number <= newest; number += 1) {
    const revision = await from.revision(number);
    assert.ok(revision !== null);
    const { recordedAt, recordedBy: author, message, imported } = revision;
    const frame: DatedFrame = {
      author,
      message,
      imported,
      recordedAt,
      findings: "accept",
      dryRun: false,
    };
    if (bulk === null) bulk = await into.bulk(frame);
    else assert.ok((await bulk.next(frame)).taken);
    for (let lines = await from.lines(number, -1, 2); lines.length > 0; ) {
      const entries = lines.map(({ line }) => entryAgain(line));
      const outcomes = await bulk.add(entries);
      assert.ok(outcomes.every((outcome) => outcome !== null && outcome.outcome !== "unchanged"));
      lines = await from.lines(number, lines.at(-1)?.place ?? 0, 2);
    }
  }
  assert.ok((await bulk?.finish())?.taken);
}

async function loadsWhatAnotherTookIn(open: Open, steps: readonly Step[]): Promise<void> {
  const { time, now } = clock();
  await withSubject(open, now, async ({ store }) => {
    const pair = new Pair(store);
    for (const step of steps) {
      if ((await pair.newest()) === 0) await pair.oracle.append(FIRST);
      time.now += step.tick;
      await pair.oracle.append(commandOf(step, pair.oracle.state()));
    }
    await loadAgain(pair.oracle, store);
    await pair.compare();
    assert.deepStrictEqual(await store.verify(), []);
  });
}

/** Nothing that was begun after the bulk write is done before it has ended. */
async function letsOthersWait(open: Open): Promise<void> {
  const { time, now } = clock();
  await withSubject(open, now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    const { entries, ...frame } = command([joining("AAA"), joining("BBB")]);
    const bulk = await store.bulk(frame);
    const order: string[] = [];
    const done = <T>(name: string, write: Promise<T>) =>
      write.then((value) => {
        order.push(name);
        return value;
      });
    await bulk.add(entries);
    const single = command([joining("CCC")]);
    const appended = done("append", store.append(single));
    const second = done("bulk", inPieces(store, command([joining("x-observer")]), 1));
    const checked = done("verify", store.verify());
    assert.equal((await store.newest())?.number, 1);
    assert.deepStrictEqual(await store.spells({ known: 2 }), []);
    assert.equal(order.length, 0);
    time.now += 60_000;
    const summary = await bulk.finish();
    order.unshift("first");
    // It is recorded when it is there to be seen, not when it was begun.
    const recordedAt = summary.taken ? (summary.revision?.recordedAt ?? "") : "";
    assert.ok(Date.parse(recordedAt) >= time.now);
    await pair.expect(command(entries), withEntries(summary, await pair.store.lines(2, -1, 10)));
    await pair.expect(single, await appended);
    await pair.expect(command([joining("x-observer")]), await second);
    assert.deepStrictEqual(await checked, []);
    assert.equal(order[0], "first");
    await pair.compare();
  });
}

function withEntries(summary: Summary, lines: Awaited<ReturnType<Store["lines"]>>): Outcome {
  assert.ok(summary.taken);
  const { findingCount: _count, ...told } = summary;
  const entries = lines.flatMap(({ line }) =>
    line.kind === "declaration" ? [{ id: line.declaration.id, outcome: "created" as const }] : [],
  );
  return { ...told, entries };
}

/** Whichever way it ends without being taken, nothing is left, and the next one is taken. */
async function leavesNothing(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store, breakWrites }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    const edit: LedgerEntry = { kind: "party", party: country("AAA", { capital: "Elsewhere" }) };
    const { entries, ...frame } = command([edit, joining("AAA", { ref: "a" }), joining("BBB")]);

    const aborted = await store.bulk(frame);
    await aborted.add(entries);
    await aborted.abort();
    await aborted.abort();
    await assert.rejects(aborted.add(entries), /ended/);
    await pair.compare();

    const tried = await store.bulk({ ...frame, dryRun: true });
    await tried.add(entries);
    const trial = await tried.finish();
    assert.ok(trial.taken && trial.revision === null && trial.created === 2 && trial.superseded === 1);
    await pair.compare();

    const mend = breakWrites();
    const broken = await store.bulk(frame);
    await broken.add(entries);
    await assert.rejects(broken.finish(), /broken/);
    await broken.abort();
    await pair.compare();
    mend();

    await pair.expect(command(entries), await inPieces(store, command(entries), 2));
    await pair.append(command([{ kind: "party", party: country("BBB", { capital: "There" }) }]));
    await pair.compare();
  });
}

/** Every refusal is counted, and the first are told; those of findings name the entry. */
async function tellsRefusals(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    const { entries: _none, ...frame } = command([]);
    const bulk = await store.bulk(frame);
    const wrong = Array.from({ length: 600 }, () => joining("ZZZ"));
    const outcomes = [...(await bulk.add([joining("AAA"), ...wrong])), ...(await bulk.add(wrong))];
    assert.equal(outcomes.filter((outcome) => outcome === null).length, 1_200);
    const summary = await bulk.finish();
    assert.ok(!summary.taken);
    assert.equal(summary.refusalCount, 1_200);
    assert.equal(summary.refusals.length, MOST_TOLD);
    assert.deepStrictEqual(
      summary.refusals.slice(0, 2).map(({ code, entry }) => [code, entry]),
      [
        ["unknown-party", 1],
        ["unknown-party", 2],
      ],
    );
    const leaving = joining("BBB", { act: "withdraw", role: null });
    const clashing = command([joining("AAA"), joining("CCC"), leaving]);
    const outcome = await inPieces(store, clashing, 1);
    assert.ok(!outcome.taken && outcome.refusals[0]?.entry === 2);
    await pair.expect(clashing, outcome);
    await pair.compare();
  });
}

/** A past is loaded whole or not at all, and only where there is none. */
async function loadsAPastWhole(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    const { entries, ...first } = FIRST;
    const at = (recordedAt: string): DatedFrame => ({ ...first, recordedAt });
    const refused = await store.bulk(at("2014-01-01T00:00:00Z"));
    await refused.add(entries);
    assert.ok((await refused.next(at("2014-01-02T00:00:00Z"))).taken);
    await refused.add([joining("ZZZ")]);
    assert.ok(!(await refused.next(at("2014-01-03T00:00:00Z"))).taken);
    await assert.rejects(refused.add([joining("AAA")]), /ended/);
    await pair.compare();

    const backwards = await store.bulk(at("2014-01-02T00:00:00Z"));
    await backwards.add(entries);
    await backwards.next(at("2014-01-01T00:00:00Z"));
    await assert.rejects(backwards.add([joining("AAA")]), /later instant/);
    await pair.compare();

    await pair.append(FIRST);
    await assert.rejects(store.bulk(at("2030-01-01T00:00:00Z")), /revisions already/);
    await pair.append(command([joining("AAA")]));
    await pair.compare();
  });
}

const byChance =
  (hold: (open: Open, steps: readonly Step[]) => Promise<void>): Check["run"] =>
  async (open, { runs, seed }) => {
    const property = fc.asyncProperty(script, (steps) => hold(open, steps));
    await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed, endOnFailure: true }) });
  };

export const BULK_CHECKS: readonly Check[] = [
  { name: "does what commands do, in pieces of any size", run: byChance(doesWhatCommandsDo) },
  { name: "takes in again what another ledger took in", run: byChance(loadsWhatAnotherTookIn) },
  { name: "lets other writes wait, and is not seen before its end", run: letsOthersWait },
  { name: "leaves nothing where it is not taken", run: leavesNothing },
  { name: "counts all refusals, and tells the first", run: tellsRefusals },
  { name: "loads a past whole, and into an empty ledger only", run: loadsAPastWhole },
];
