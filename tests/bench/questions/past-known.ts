/** A past state of a ledger in which as much was corrected as was declared, beside its newest state. */
import { ourReplies } from "../answers.ts";
import { corrected, made, SEED_NUMBER } from "../data-sets.ts";
import { ours } from "../programs.ts";
import { DifferentAnswers, type Question } from "../question.ts";
import { dice } from "../random.ts";
import { newestRevision } from "../revisions.ts";
import { everDifferentDays, ourPath, stretchesOf } from "../rosters.ts";
import { during, underLoad } from "../under-load.ts";

const MOST = 100_000;
const COMPARED = 200;

export const pastKnown: Question = {
  name: "past-known",
  title: "a past known in a ledger with 10,000 corrections (time of an answer)",
  ratios: [{ of: "half of them known", to: "newest", aim: { most: 1.3 } }],
  prepare: async (scale) => {
    const [before, after] = [await made(10_000), await corrected()];
    const [first, last] = [newestRevision(before.database), newestRevision(after.database)];
    const half = String(Math.round((first + last) / 2));
    const asked = everDifferentDays(dice(SEED_NUMBER), stretchesOf(after.database), MOST);
    const sample = asked.slice(0, COMPARED);
    const was = await during(ours(before.database), (server) =>
      ourReplies(
        server,
        sample.map((each) => ourPath(each)),
      ),
    );
    const is = await during(ours(after.database), (server) =>
      ourReplies(
        server,
        sample.map((each) => ourPath(each, String(first))),
      ),
    );
    for (const [at, { path, text }] of was.entries()) {
      if (withoutPresent(text) !== withoutPresent(is[at]?.text ?? "")) {
        throw new DifferentAnswers(`${path} is not what it was before the corrections.`);
      }
    }
    const program = ours(after.database);
    const value = ({ p50 }: { readonly p50: number }) => p50;
    const bearing = (known: string) => ({
      unit: "ms" as const,
      program,
      requests: asked.map((each) => ourPath(each, known)),
      value,
    });
    return [underLoad("newest", scale, bearing("")), underLoad("half of them known", scale, bearing(half))];
  },
};

/** The roster alone: what the revision was called may differ by how it was asked. */
function withoutPresent(text: string): string {
  const { known: _, ...roster } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(roster);
}
