/** Many declarations sent over HTTP in one body, and how long others who read meanwhile have to wait. */
import { join } from "node:path";
import { bareWrites } from "../bare-writes.ts";
import { accession, newKey } from "../cli.ts";
import { copyOf } from "../copies.ts";
import { catalogue, SEED_NUMBER } from "../data-sets.ts";
import { writeMadeFiles } from "../made-files.ts";
import { mostMemory } from "../processes.ts";
import { ours } from "../programs.ts";
import { type Contender, DifferentAnswers, type Question } from "../question.ts";
import { newestRevision } from "../revisions.ts";
import { sentFile } from "../sent-file.ts";
import { readsBeside } from "../steady-reads.ts";
import { during } from "../under-load.ts";

const BODY_LIMIT = 1024 ** 3;
const IDLE_SECONDS = 8;
const NAMES = {
  ours: "accession by HTTP",
  memory: "most memory of the service",
  idle: "p99 of reads, idle",
  meanwhile: "p99 of reads, meanwhile",
  bare: "bare loop, same schema",
};

export const importingHttp: Question = {
  name: "import-http",
  title: "many declarations sent over HTTP at once, and 200 reads a second meanwhile",
  slow: true,
  ratios: [
    { of: NAMES.ours, to: NAMES.bare, aim: null },
    { of: NAMES.meanwhile, to: NAMES.idle, aim: { most: 3 } },
  ],
  prepare: async ({ folder, sent }) => {
    const files = writeMadeFiles(folder, SEED_NUMBER, sent);
    const file = (name: string) => join(folder, `${name}.sqlite`);
    const [registry, mine, bare] = [file("registry"), file("import-http"), file("import-http-bare")];
    await copyOf((await catalogue()).database, registry);
    await accession(registry, "import", files.countries, files.coalitions);
    const from = newestRevision(registry) + 1;
    const service: Contender = {
      measure: async () => {
        const database = await copyOf(registry, mine);
        const headers = {
          authorization: `Bearer ${await newKey(database)}`,
          "content-type": "application/x-ndjson",
        };
        return during(
          ours(database, "/healthz", { BODY_LIMIT: String(BODY_LIMIT) }),
          async ({ port, pid }) => {
            const { idle, meanwhile, done } = await readsBeside(port, IDLE_SECONDS, () =>
              sentFile(`http://127.0.0.1:${port}/v1/declarations?message=bench`, files.ndjson, headers),
            );
            const { created } = JSON.parse(done.text) as { created: number };
            if (created !== files.declared) {
              throw new DifferentAnswers(`${created} of ${files.declared} declarations were created.`);
            }
            return [
              { name: NAMES.ours, value: done.seconds, unit: "s", raw: { created } },
              { name: NAMES.memory, value: mostMemory(pid) ?? Number.NaN, unit: "MB", raw: {} },
              { name: NAMES.idle, value: idle.p99, unit: "ms", raw: { ...idle } },
              { name: NAMES.meanwhile, value: meanwhile.p99, unit: "ms", raw: { ...meanwhile } },
            ];
          },
        );
      },
    };
    const loop: Contender = {
      measure: async () => {
        const target = await copyOf(registry, bare);
        const job = { source: mine, target, from, each: false, guarded: true };
        const { seconds, ...raw } = await bareWrites(job);
        return [{ name: NAMES.bare, value: seconds, unit: "s", raw }];
      },
    };
    return [service, loop];
  },
};
