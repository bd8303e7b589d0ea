/** `npm run bench`: the service beside its limits and its peers, on one machine, in one run. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { install } from "./install.ts";
import { machine } from "./machine.ts";
import { KEPT, ROOT } from "./places.ts";
import { DifferentAnswers, type Question } from "./question.ts";
import { generator } from "./questions/generator.ts";
import { importing } from "./questions/importing.ts";
import { importingHttp } from "./questions/importing-http.ts";
import { notModified } from "./questions/not-modified.ts";
import { panel } from "./questions/panel.ts";
import { pastKnown } from "./questions/past-known.ts";
import { posts } from "./questions/posts.ts";
import { rosterHot } from "./questions/roster-hot.ts";
import { rostersFirst, rostersJson, rostersWarm } from "./questions/rosters.ts";
import { size } from "./questions/size.ts";
import { memory, starting } from "./questions/starting.ts";
import { report, verdicts } from "./report.ts";
import { rounds } from "./rounds.ts";
import { QUICK, WHOLE } from "./scales.ts";
import { selftest } from "./selftest.ts";

const QUESTIONS: readonly Question[] = [
  generator,
  rosterHot,
  notModified,
  rostersWarm,
  rostersFirst,
  rostersJson,
  pastKnown,
  size,
  posts,
  importing,
  importingHttp,
  starting,
  memory,
  panel,
];
const NAMES = QUESTIONS.map(({ name }) => name);

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    rounds: { type: "string" },
    selftest: { type: "boolean", default: false },
  },
});
const { quick, only } = values;
const unknown = only.filter((name) => !NAMES.includes(name));
const count = Number(values.rounds ?? (quick ? QUICK : WHOLE).rounds);
if (unknown.length > 0 || !Number.isInteger(count) || count < 1) {
  console.error(
    `bench [--quick] [--rounds N] [--only QUESTION]… | --selftest\nQuestions: ${NAMES.join(", ")}.`,
  );
  process.exit(2);
}

install();
mkdirSync(KEPT, { recursive: true });
const folder = mkdtempSync(join(KEPT, "run-"));
if (values.selftest) {
  const missed = await selftest(folder).finally(() => rmSync(folder, { recursive: true }));
  process.exit(missed === 0 ? 0 : 1);
}
const file = join(KEPT, `${new Date().toISOString().replaceAll(":", "-").slice(0, 19)}.jsonl`);
const keep = (line: object) => appendFileSync(file, `${JSON.stringify(line)}\n`);
try {
  const scale = { ...(quick ? QUICK : WHOLE), rounds: count };
  const about = { at: new Date().toISOString(), ...machine(), ...scale };
  keep({ kind: "run", ...about });
  console.log(`${about.processors}, ${about.memoryInGb} GB, Node ${about.node}, SQLite ${about.sqlite}`);
  const asked = QUESTIONS.filter(({ name, slow }) =>
    only.length > 0 ? only.includes(name) : !(quick && slow),
  );
  for (const question of asked) await answer(question, { ...scale, folder });
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`\nRaw rounds: ${relative(ROOT, file)}`);

async function answer(question: Question, scale: Parameters<Question["prepare"]>[0]): Promise<void> {
  try {
    const measured = await rounds(question, await question.prepare(scale), scale, keep);
    for (const verdict of verdicts(measured)) keep({ kind: "verdict", ...verdict });
    console.log(`\n${report(measured)}`);
  } catch (error) {
    // The other questions are still worth their answers.
    const { message } = error as Error;
    const kind = error instanceof DifferentAnswers ? "different-answers" : "failed";
    keep({ kind, question: question.name, detail: message });
    console.error(`\n${question.name}: ${kind === "failed" ? "FAILED" : "THE ANSWERS DIFFER"}. ${message}`);
    process.exitCode = 1;
  }
}
