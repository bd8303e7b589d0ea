/**
 * Writing at size: a million declarations of ten thousand coalitions by import, a hundred thousand by HTTP with
 * reads meanwhile, each beside a bare loop that inserts the same rows. Smaller: `npm run bench:bulk -- 10000 100`.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { bareLoop } from "./bare-loop.ts";
import {
  coalitionTable,
  countryTable,
  csvLines,
  declarations,
  ndjsonLines,
  writeLines,
} from "./bulk-files.ts";
import { command, type Measured, posted } from "./measured-process.ts";
import { pacedReads } from "./paced-reads.ts";
import { startService } from "./service.ts";

const [imported = 1_000_000, coalitions = 10_000, sent = imported / 10] = process.argv.slice(2).map(Number);
const IDLE_SECONDS = 20;

const folder = mkdtempSync(join(tmpdir(), "accession-bulk-"));
const file = (name: string) => join(folder, name);
const say = (line: string) => console.log(line);

try {
  writeFileSync(file("countries.csv"), countryTable());
  writeFileSync(file("coalitions.csv"), coalitionTable(coalitions));
  await byImport();
  await byHttp();
} finally {
  rmSync(folder, { recursive: true });
}

async function byImport(): Promise<void> {
  const database = file("import.sqlite");
  await writeLines(file("declarations.csv"), csvLines(declarations(imported, coalitions)));
  await registry(database);
  const taken = await command("import", file("declarations.csv"), "--database", database, "--json");
  const { created, revision } = JSON.parse(taken.out);
  if (created !== imported) throw new Error(`${created} of ${imported} were created.`);
  say(
    `import of ${imported} declarations over ${coalitions} coalitions (${inMb(file("declarations.csv"))} MB of CSV):`,
  );
  tell(taken, taken.seconds, database, revision.number);
}

async function byHttp(): Promise<void> {
  const database = file("http.sqlite");
  const seeding = await startService(database);
  seeding.stop();
  await registry(database);
  const key = await command(
    "key",
    "create",
    "--name",
    "bench",
    "--scope",
    "declare",
    "--database",
    database,
    "--json",
  );
  const { token } = JSON.parse(key.out);
  await writeLines(file("declarations.ndjson"), ndjsonLines(declarations(sent, coalitions)));
  process.env["BODY_LIMIT"] = String(1024 ** 3);
  const service = await startService(database);
  try {
    await pacedReads(service.address, until(3));
    const idle = await pacedReads(service.address, until(IDLE_SECONDS));
    let done = false;
    const reads = pacedReads(service.address, () => !done);
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" };
    const url = `${service.address}/v1/declarations?message=bench`;
    const taken = await posted(url, file("declarations.ndjson"), headers).finally(() => {
      done = true;
    });
    const meanwhile = await reads;
    const revision = Number(/"revision":(\d+)/.exec(taken.out)?.[1]);
    say(`${sent} declarations by HTTP (${inMb(file("declarations.ndjson"))} MB of NDJSON):`);
    tell({ ...taken, peak: service.peak() }, taken.seconds, database, revision);
    say(`  reads, 200 a second over 8 connections, idle: ${waits(idle)}`);
    say(
      `  reads meanwhile: ${waits(meanwhile)}; p99 is ${times(meanwhile.p99 / idle.p99)} that of an idle service`,
    );
  } finally {
    service.stop();
    await setTimeout(1_000);
  }
}

async function registry(database: string): Promise<void> {
  await command("import", file("countries.csv"), file("coalitions.csv"), "--database", database);
}

function tell({ peak }: Measured, seconds: number, database: string, revision: number): void {
  say(
    `  ${seconds.toFixed(1)} s, at most ${peak === null ? "?" : peak.toFixed(0)} MB, database of ${inMb(database)} MB`,
  );
  for (const guarded of [true, false]) {
    const target = file("bare.sqlite");
    const bare = bareLoop(database, target, revision, guarded);
    const what = guarded ? "bare loop, same schema" : "bare loop, without triggers and foreign keys";
    say(
      `  ${what}: ${bare.seconds.toFixed(1)} s for ${bare.rows} rows; ours is ${times(seconds / bare.seconds)}`,
    );
    for (const part of ["", "-wal", "-shm", "-lock"]) rmSync(`${target}${part}`, { force: true });
  }
}

function until(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
}

function waits({ requests, p50, p99, worst }: Awaited<ReturnType<typeof pacedReads>>): string {
  return `${requests} with p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`;
}

function times(factor: number): string {
  return `${factor.toFixed(2)} times`;
}

function inMb(path: string): string {
  return (statSync(path).size / 1e6).toFixed(0);
}
