/** The same roster of 90, again and again: how near it comes to Node sending ready bytes. */
import { join } from "node:path";
import { ourParties, ourReplies, sameBytes } from "../answers.ts";
import { keepReplies } from "../captured.ts";
import { catalogue } from "../data-sets.ts";
import { bareHttp, ours } from "../programs.ts";
import type { Question } from "../question.ts";
import { ourPath } from "../rosters.ts";
import { during, inTurn } from "../under-load.ts";

const NINETY = ourPath({ coalition: "global-coalition-against-daesh", on: "2025-11-12" });

export const rosterHot: Question = {
  name: "roster-hot",
  title: "the same roster of 90 again and again",
  ratios: [{ of: "accession", to: "bare node:http", aim: { least: 0.9 } }],
  prepare: async (scale) => {
    const { database } = await catalogue();
    const replies = await during(ours(database), (server) => ourReplies(server, [NINETY]));
    const listed = ourParties(JSON.parse(replies[0]?.text ?? "")).length;
    if (listed !== 90) throw new Error(`${NINETY} lists ${listed} instead of 90.`);
    const file = join(scale.folder, "roster-hot.json");
    keepReplies(file, replies);
    await during(bareHttp(file), (server) => sameBytes("bare node:http", server, replies));
    const requests = [NINETY];
    return [
      inTurn(scale, [
        { name: "accession", program: ours(database), requests },
        { name: "bare node:http", program: bareHttp(file), requests },
      ]),
    ];
  },
};
