/**
 * The whole panel of the seed as CSV, beside sqlite3 printing the same rows from a plain table, and what
 * light requests wait meanwhile. Rounds in turn, each in the other order; medians are told.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Drained, drained } from "./drain.ts";
import { type Latency, lightRequests } from "./latency.ts";
import { startService } from "./service.ts";

const ROUNDS = 5;
const IDLE_REQUESTS = 2000;
const folder = mkdtempSync(join(tmpdir(), "accession-bench-"));
const database = join(folder, "accession.sqlite");
// The first start seeds; what that took of memory is not the panel's.
(await startService(database)).stop();
const service = await startService(database);
const atRest = service.peak();
try {
  const year = new Date().getUTCFullYear();
  const panel = `${service.address}/v1/panel?from=1945&to=${year}&rule=jan1&format=csv`;
  const csv = join(folder, "panel.csv");
  const plain = join(folder, "plain.sqlite");
  await drained(csv, panel);
  const print = plainTable(csv, plain);

  const ours: Drained[] = [];
  const theirs: Drained[] = [];
  const idle: Latency[] = [];
  const busy: Latency[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const alone = async () => ours.push(await drained("", panel));
    const table = async () => theirs.push(await drained("", ...print.command));
    for (const measure of round % 2 === 0 ? [alone, table] : [table, alone]) await measure();
  }
  const peak = service.peak();
  for (let round = 0; round < ROUNDS; round += 1) {
    idle.push(await lightRequests(service.address, (asked) => asked < IDLE_REQUESTS));
    let streaming = true;
    const stream = drained("", panel).finally(() => {
      streaming = false;
    });
    busy.push(await lightRequests(service.address, () => streaming));
    await stream;
  }
  const speed = ({ bytes, seconds }: Drained) => bytes / 1e6 / seconds;
  const [first] = ours as [Drained];
  const [mine, other] = [median(ours.map(speed)), median(theirs.map(speed))];
  const p99 = { idle: median(idle.map((each) => each.p99)), busy: median(busy.map((each) => each.p99)) };
  console.log(`rows              ${first.lines - 1}, ${(first.bytes / 1e6).toFixed(1)} MB`);
  console.log(
    `panel             ${median(ours.map((each) => each.seconds)).toFixed(2)} s, ${mine.toFixed(1)} MB/s`,
  );
  console.log(
    `${print.name.padEnd(18)}${median(theirs.map((each) => each.seconds)).toFixed(2)} s, ${other.toFixed(1)} MB/s`,
  );
  console.log(`of its speed      ${(mine / other).toFixed(2)} (aim: 0.5 or more)`);
  console.log(`peak memory       ${inMb(peak)} (aim: at most 200), at rest ${inMb(atRest)}`);
  console.log(`with light ones   ${inMb(service.peak())}`);
  console.log(
    `light, idle       p50 ${median(idle.map((each) => each.p50)).toFixed(2)} ms, p99 ${p99.idle.toFixed(2)} ms`,
  );
  console.log(
    `light, meanwhile  p50 ${median(busy.map((each) => each.p50)).toFixed(2)} ms, p99 ${p99.busy.toFixed(2)} ms`,
  );
  console.log(`p99 to idle       ${(p99.busy / p99.idle).toFixed(1)} (aim: at most 3)`);
} finally {
  service.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The same rows in a table without index or type, and the command that prints it. */
function plainTable(csv: string, file: string): { name: string; command: [string, ...string[]] } {
  const made = spawnSync("sqlite3", [file, "-cmd", ".mode csv", `.import ${csv} panel`], {
    encoding: "utf8",
  });
  if (made.error === undefined) {
    if (made.status !== 0) throw new Error(made.stderr);
    return { name: "sqlite3 -csv", command: ["sqlite3", "-csv", file, "select * from panel"] };
  }
  throw new Error("There is no sqlite3 here to compare with: install it (Debian: sqlite3).");
}

function inMb(peak: number | null): string {
  return peak === null ? "not told here" : `${peak.toFixed(0)} MB`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
