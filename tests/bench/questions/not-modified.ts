/** A conditional request where nothing has changed, beside bare Fastify answering `{}`. */
import { capture } from "../captured.ts";
import { catalogue } from "../data-sets.ts";
import { bareFastify, ours } from "../programs.ts";
import { DifferentAnswers, type Question } from "../question.ts";
import { ourPath } from "../rosters.ts";
import { during, inTurn } from "../under-load.ts";

const PATH = ourPath({ coalition: "global-coalition-against-daesh", on: "2025-11-12" });

export const notModified: Question = {
  name: "not-modified",
  title: "conditional request, nothing changed",
  ratios: [{ of: "accession", to: "bare Fastify", aim: { least: 1 } }],
  prepare: async (scale) => {
    const { database } = await catalogue();
    const tag = await during(ours(database), async ({ port }) => {
      const [whole] = await capture(port, [PATH]);
      const found = whole?.headers.find((_, at, all) => all[at - 1]?.toLowerCase() === "etag") ?? "";
      const [fresh] = await capture(port, [PATH], { "if-none-match": found });
      const [stale] = await capture(port, [PATH], { "if-none-match": '"another"' });
      if (fresh?.status !== 304 || fresh.text !== "" || stale?.text !== whole?.text) {
        throw new DifferentAnswers(`${PATH}: what the client has is not told from what it has not.`);
      }
      return found;
    });
    const [requests, headers] = [[PATH], { "If-None-Match": tag }];
    return [
      inTurn(scale, [
        { name: "accession", program: ours(database), requests, headers, status: 304 },
        { name: "bare Fastify", program: bareFastify(false), requests, headers },
      ]),
    ];
  },
};
