/** Rosters of all coalitions: on ever different days of stretches asked before, and each stretch for the first time. */
import { join } from "node:path";
import { jsonServerParties, ourReplies, sameBytes, sameParties, soulParties } from "../answers.ts";
import { keepReplies } from "../captured.ts";
import { catalogue, type DataSet, made, SEED_NUMBER } from "../data-sets.ts";
import { bareHttp, jsonServer, ours, soul } from "../programs.ts";
import type { Contender, Question, Scale } from "../question.ts";
import { dice } from "../random.ts";
import {
  type Asked,
  everDifferentDays,
  everNewStretches,
  jsonServerPath,
  ourPath,
  soulPath,
  stretchesOf,
} from "../rosters.ts";
import { during, underLoad } from "../under-load.ts";

/** As many as are captured for the bare server, and compared with the peers. */
const SAMPLE = 500;
const COMPARED = 100;
const MOST = 100_000;

const NAMES = { ours: "accession", bare: "bare node:http", soul: "soul-cli", json: "json-server" };

export const rostersWarm: Question = {
  name: "rosters-warm",
  title: "rosters of all coalitions of the catalogue on ever different days, warm",
  ratios: [
    { of: NAMES.ours, to: NAMES.bare, aim: { least: 0.4 } },
    { of: NAMES.ours, to: NAMES.soul, aim: { least: 12 } },
  ],
  prepare: async (scale) => {
    const dataSet = await catalogue();
    const asked = everDifferentDays(dice(SEED_NUMBER), stretchesOf(dataSet.database), MOST);
    return ready(scale, dataSet, asked, false, false);
  },
};

export const rostersFirst: Question = {
  name: "rosters-first",
  title: "rosters of all coalitions, nothing kept (each stretch of days for the first time)",
  ratios: [
    { of: NAMES.ours, to: NAMES.bare, aim: { least: 0.12 } },
    { of: NAMES.ours, to: NAMES.soul, aim: { least: 3.5 } },
  ],
  prepare: async (scale) => {
    const dataSet = await made(scale.middle);
    const asked = everNewStretches(dice(SEED_NUMBER), stretchesOf(dataSet.database), MOST);
    return ready(scale, dataSet, asked, true, false);
  },
};

export const rostersJson: Question = {
  name: "rosters-json-server",
  title: "rosters of a small ledger, which is what json-server can hold",
  slow: true,
  ratios: [{ of: NAMES.ours, to: NAMES.json, aim: null }],
  prepare: async (scale) => {
    const dataSet = await made(10_000);
    const asked = everDifferentDays(dice(SEED_NUMBER), stretchesOf(dataSet.database), MOST);
    return ready(scale, dataSet, asked, false, true);
  },
};

async function ready(
  scale: Scale,
  dataSet: DataSet,
  asked: readonly Asked[],
  once: boolean,
  json: boolean,
): Promise<readonly Contender[]> {
  const program = ours(dataSet.database);
  const sample = asked.slice(0, SAMPLE);
  const replies = await during(program, (server) =>
    ourReplies(
      server,
      sample.map((each) => ourPath(each)),
    ),
  );
  const paths = (path: (asked: Asked) => string) => sample.slice(0, COMPARED).map(path);
  const mine = underLoad(NAMES.ours, scale, { program, requests: asked.map((each) => ourPath(each)), once });
  if (json) {
    await during(jsonServer(dataSet), (server) =>
      sameParties(NAMES.json, server, paths(jsonServerPath), jsonServerParties, replies),
    );
    const peer = { program: jsonServer(dataSet), requests: asked.map(jsonServerPath) };
    return [mine, underLoad(NAMES.json, scale, peer)];
  }
  const file = join(scale.folder, "rosters.json");
  keepReplies(file, replies);
  await during(bareHttp(file), (server) => sameBytes(NAMES.bare, server, replies));
  await during(soul(dataSet), (server) =>
    sameParties(NAMES.soul, server, paths(soulPath), soulParties, replies),
  );
  const bare = { program: bareHttp(file), requests: sample.map((each) => ourPath(each)) };
  const peer = { program: soul(dataSet), requests: asked.map(soulPath), once };
  return [mine, underLoad(NAMES.bare, scale, bare), underLoad(NAMES.soul, scale, peer)];
}
