/** A large file of declarations imported, beside a bare loop that inserts the rows which that came to. */
import { join } from "node:path";
import { bareWrites } from "../bare-writes.ts";
import { accession } from "../cli.ts";
import { copyOf } from "../copies.ts";
import { SEED_NUMBER } from "../data-sets.ts";
import { writeMadeFiles } from "../made-files.ts";
import { type Contender, DifferentAnswers, type Question } from "../question.ts";
import { newestRevision } from "../revisions.ts";
import { timedAccession } from "../timed-command.ts";

const NAMES = {
  ours: "accession import",
  memory: "most memory of the import",
  bare: "bare loop, same schema",
  unguarded: "bare loop, nothing guarded",
};

export const importing: Question = {
  name: "import",
  title: "many declarations imported from a file",
  ratios: [
    { of: NAMES.ours, to: NAMES.bare, aim: { most: 3 } },
    { of: NAMES.ours, to: NAMES.unguarded, aim: null },
  ],
  prepare: async ({ folder, imported }) => {
    const files = writeMadeFiles(folder, SEED_NUMBER, imported);
    const file = (name: string) => join(folder, `${name}.sqlite`);
    const [registry, mine, bare] = [file("registry"), file("import"), file("import-bare")];
    await accession(registry, "migrate");
    await accession(registry, "import", files.countries, files.coalitions);
    const from = newestRevision(registry) + 1;
    const ours: Contender = {
      measure: async () => {
        const database = await copyOf(registry, mine);
        const { seconds, peak, out } = await timedAccession(database, "import", files.declarations, "--json");
        const { created } = JSON.parse(out) as { created: number };
        if (created !== files.declared) {
          throw new DifferentAnswers(`${created} of ${files.declared} declarations were created.`);
        }
        const raw = { created, aSecond: created / seconds };
        return [
          { name: NAMES.ours, value: seconds, unit: "s", raw },
          { name: NAMES.memory, value: peak ?? Number.NaN, unit: "MB", raw: {} },
        ];
      },
    };
    const loop = (name: string, guarded: boolean): Contender => ({
      measure: async () => {
        const target = await copyOf(registry, bare);
        const { seconds, ...raw } = await bareWrites({ source: mine, target, from, each: false, guarded });
        return [{ name, value: seconds, unit: "s", raw }];
      },
    });
    return [ours, loop(NAMES.bare, true), loop(NAMES.unguarded, false)];
  },
};
