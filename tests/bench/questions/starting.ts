/** From the start of the process to its first reply, and the memory that the service then rests at. */
import { setTimeout } from "node:timers/promises";
import { ourReplies } from "../answers.ts";
import { catalogue } from "../data-sets.ts";
import { type Program, residentMemory, start } from "../processes.ts";
import { bareFastify, ours } from "../programs.ts";
import type { Contender, Question } from "../question.ts";
import { ourPath } from "../rosters.ts";
import { during } from "../under-load.ts";

const ROSTER = ourPath({ coalition: "global-coalition-against-daesh", on: "2025-11-12" });
/** A start is short: each round starts several times, and the fastest counts least disturbed. */
const STARTS = 3;

export const starting: Question = {
  name: "start",
  title: "start on a seeded database to the first roster",
  ratios: [{ of: "accession", to: "bare Fastify with swagger", aim: { most: 2 } }],
  prepare: async () => {
    const { database } = await catalogue();
    await during(ours(database), (server) => ourReplies(server, [ROSTER]));
    return [
      started("accession", ours(database, ROSTER)),
      started("bare Fastify with swagger", bareFastify(true)),
    ];
  },
};

function started(name: string, program: Program): Contender {
  return {
    measure: async () => {
      const times: number[] = [];
      for (let at = 0; at < STARTS; at += 1) {
        const server = await start(program);
        times.push(server.started);
        await server.stop();
      }
      return [{ name, value: Math.min(...times), unit: "ms", raw: { times } }];
    },
  };
}

export const memory: Question = {
  name: "memory",
  title: "memory at rest with the full catalogue, resident",
  ratios: [{ of: "accession", to: "", aim: { most: 130 } }],
  prepare: async ({ settleSeconds }) => {
    const { database } = await catalogue();
    const measure = () =>
      during(ours(database), async (server) => {
        await ourReplies(server, [ROSTER]);
        await setTimeout(settleSeconds * 1000);
        const value = residentMemory(server.pid) ?? Number.NaN;
        return [{ name: "accession", value, unit: "MB" as const, raw: { settleSeconds } }];
      });
    return [{ measure }];
  },
};
