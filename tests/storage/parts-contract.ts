/** What a write changes of a coalition, though only a part of it is derived anew: held against the oracle, which derives all. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { DeclarationContent } from "../../src/domain/declaration.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { LedgerEntry } from "../../src/ledger/command.ts";
import type { Store } from "../../src/ledger/store.ts";
import { type Check, command, type Rigour } from "./contract.ts";
import { clock, Pair, withSubject } from "./pair.ts";
import { citation, claim, content, FIRST } from "./scripts.ts";
import type { Open } from "./subjects.ts";

const COALITIONS = ["alliance", "union"];
const EVERYTHING = { offset: 0, limit: 1000 };
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2014-01-0${number}`);
const party = fc.constantFrom("AAA", "BBB", "CCC", "x-observer");

/** One act of one coalition: what one more act changes of it is best seen where nothing else is written. */
const act = fc.record({
  party,
  act: fc.constantFrom(
    "join",
    "join",
    "join",
    "succeed",
    "succeed",
    "withdraw",
    "suspend",
    "dissolve",
    "retract",
  ),
  days: fc.tuple(day, day).map((days) => [...new Set(days.sort())].join("/")),
  predecessor: party,
  /** The end of the coalition, and an ordinal that a source claims: then all of it is derived. */
  seldom: fc.integer({ max: 30, min: 0 }).map((number) => number === 0),
  pick: fc.nat(20),
  corrects: fc.constantFrom(false, false, false, true),
});
type Said = typeof act extends fc.Arbitrary<infer T> ? T : never;

function entryOf(said: Said, ids: readonly string[]): LedgerEntry {
  const picked = ids[said.pick % Math.max(ids.length, 1)];
  if (said.act === "retract") return { kind: "retraction", of: picked ?? "nothing", reason: "Mistaken" };
  const does = said.act as DeclarationContent["act"];
  const claims = said.seldom && does === "join" ? { ordinal: 2, effective: null } : null;
  return {
    kind: "declaration",
    content: content({
      coalition: "union",
      party: does === "dissolve" && said.seldom ? null : said.party,
      act: does,
      role: does === "join" ? "member" : null,
      predecessors: does === "succeed" && said.predecessor !== said.party ? [said.predecessor] : [],
      effective: parsePartialDate(said.days),
      supersedes: said.corrects && picked !== undefined ? picked : null,
      sources: [citation({ claims })],
    }),
  };
}

async function keepsUpByParts(open: Open, acts: readonly Said[]): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    await pair.append(FIRST);
    for (const each of acts) {
      const ids = pair.oracle
        .state()
        .declarations()
        .map(({ declaration }) => declaration.id);
      await pair.append(command([entryOf(each, ids)], { findings: "accept" }));
      const known = await pair.newest();
      assert.deepStrictEqual(await projected(store, known), await projected(pair.oracle, known));
    }
  });
}

async function projected(store: Store, known: number) {
  return {
    spells: await store.spells({ known, coalitions: COALITIONS }),
    accessions: await store.accessions(known, COALITIONS),
    findings: await store.findings({ known }, EVERYTHING),
    announced: await store.pending({ known, coalitions: COALITIONS }),
  };
}

/** Each case in which another party than that of the act is concerned. */
async function changesOthersToo(open: Open): Promise<void> {
  await withSubject(open, clock().now, async ({ store }) => {
    const pair = new Pair(store);
    const write = async (more: Partial<DeclarationContent>) => {
      const { role = more.act === undefined ? "member" : null } = more;
      const said = content({ coalition: "union", role, ...more });
      await pair.append(command([{ kind: "declaration", content: said }], { findings: "accept" }));
      const known = await pair.newest();
      assert.deepStrictEqual(await projected(store, known), await projected(pair.oracle, known));
    };
    const on = (date: string) => ({ effective: parsePartialDate(date) });
    await pair.append(FIRST);
    await write({ party: "AAA", ...on("2014-01-02") });
    await write({ party: "BBB", act: "succeed", predecessors: ["AAA"], ...on("2014-01-05") });
    await write({ party: "CCC", act: "succeed", predecessors: ["BBB"], ...on("2014-01-07") });
    // It leaves before it is succeeded, so nobody is in after it.
    await write({ party: "AAA", act: "withdraw", ...on("2014-01-03") });
    await write({
      party: "x-observer",
      ...on("2014-02-02"),
      sources: [citation({ claims: { ordinal: 2, effective: null } })],
    });
    // Now the other one is the third.
    await write({ party: "BBB", ...on("2014-01-20") });
    await write({ party: null, act: "dissolve", ...on("2014-03-01") });
    await write({ party: "CCC", ...on("2014-02-20") });
    // In another coalition a published total fits, until one more joins.
    await write({ coalition: "alliance", party: "AAA", ...on("2014-01-02") });
    const total = {
      kind: "claim" as const,
      content: claim({ on: parsePartialDate("2014-01-05"), total: 1 }),
    };
    await pair.append(command([total]));
    await write({ coalition: "alliance", party: "BBB", ...on("2014-01-03") });
  });
}

export const PART_CHECKS: readonly Check[] = [
  {
    name: "keeps up with one act after the other, whatever it derives for it",
    byChance: true,
    run: async (open, { runs, seed }: Rigour) => {
      const acts = fc.array(act, { minLength: 4, maxLength: 12, size: "max" });
      const property = fc.asyncProperty(acts, (each) => keepsUpByParts(open, each));
      await fc.assert(property, {
        numRuns: runs,
        ...(seed === undefined ? {} : { seed, endOnFailure: true }),
      });
    },
  },
  { name: "changes of others what one act changes of them", run: changesOthersToo },
];
