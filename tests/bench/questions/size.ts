/** A roster asked for the first time, in a large ledger and in a small one. */
import { ourReplies } from "../answers.ts";
import { made, SEED_NUMBER } from "../data-sets.ts";
import { ours } from "../programs.ts";
import { DifferentAnswers, type Question } from "../question.ts";
import { dice } from "../random.ts";
import { everNewStretches, ourPath, type Stretches, stretchesOf } from "../rosters.ts";
import { during, underLoad } from "../under-load.ts";

const MOST = 100_000;
const COMPARED = 100;
/** Coalitions of the large ledger for each one of the small. */
const LIKE_IT = 20;

export const size: Question = {
  name: "size",
  title: "first-touch roster in a large ledger against a small one (time of an answer)",
  // Two thousand coalitions are not warm in a second.
  slow: true,
  ratios: [{ of: "large", to: "small", aim: { most: 1.3 } }],
  prepare: async (scale) => {
    const small = await made(scale.small);
    const large = await made(scale.large);
    const few = stretchesOf(small.database);
    const all = stretchesOf(large.database);
    const contender = (name: string, database: string, stretches: readonly Stretches[]) => {
      const requests = everNewStretches(dice(SEED_NUMBER), stretches, MOST).map((each) => ourPath(each));
      return underLoad(name, scale, {
        program: ours(database),
        requests,
        once: true,
        unit: "ms",
        value: ({ p50 }) => p50,
      });
    };
    await sameInBoth(small.database, large.database, few);
    return [contender("small", small.database, few), contender("large", large.database, alike(few, all))];
  },
};

/** So that rosters of the same lengths are asked: those of the large ledger with as many spells. */
function alike(few: readonly Stretches[], all: readonly Stretches[]): Stretches[] {
  const sorted = [...all].sort((a, b) => a.spells - b.spells);
  const chosen = new Set<Stretches>();
  for (const { spells } of few) {
    let at = sorted.findIndex((each) => each.spells >= spells);
    if (at < 0) at = sorted.length - 1;
    const from = Math.max(0, at - LIKE_IT / 2);
    for (const each of sorted.slice(from, from + LIKE_IT)) chosen.add(each);
  }
  return [...chosen];
}

/** The first coalitions of both are the same ones. */
async function sameInBoth(small: string, large: string, few: readonly Stretches[]): Promise<void> {
  // The last one may have been cut off where the number of declarations was reached.
  const whole = few.filter(({ coalition }) => coalition !== `made-${few.length - 1}`);
  const paths = everNewStretches(dice(SEED_NUMBER + 1), whole, COMPARED).map((each) => ourPath(each));
  const [mine, other] = [
    await during(ours(small), (server) => ourReplies(server, paths)),
    await during(ours(large), (server) => ourReplies(server, paths)),
  ];
  for (const [at, { path, text }] of mine.entries()) {
    const items = (of: string) => JSON.stringify((JSON.parse(of) as { items: unknown }).items);
    if (items(text) !== items(other[at]?.text ?? "")) {
      throw new DifferentAnswers(`${path} differs between the small ledger and the large one.`);
    }
  }
}
