/** Files as a script would send them: coalitions, countries, and declarations of who joined and left when. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

const COUNTRIES = 200;
const FIRST_DAY = Date.UTC(1900, 0, 1);
const DAY_IN_MS = 86_400_000;

const letters = (n: number) => String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 81);

export function countryTable(): string {
  const lines = Array.from({ length: COUNTRIES }, (_, n) => `x-${letters(n).toLowerCase()},Country ${n}`);
  return `id,name\n${lines.join("\n")}\n`;
}

export function coalitionTable(coalitions: number): string {
  const lines = Array.from({ length: coalitions }, (_, n) => `bench-${n},Coalition ${n},alliance,complete`);
  return `id,name,kind,coverage\n${lines.join("\n")}\n`;
}

export interface BenchDeclaration {
  readonly ref: string;
  readonly coalition: string;
  readonly party: string;
  readonly act: "join" | "withdraw";
  readonly effective: string;
}

/** One coalition after the other says who joined or left next, so that neighbours in a file are of different ones. */
export function* declarations(count: number, coalitions: number): Generator<BenchDeclaration> {
  for (let at = 0; at < count; at += 1) {
    const [coalition, turn] = [at % coalitions, Math.floor(at / coalitions)];
    const [party, round] = [Math.floor(turn / 2) % COUNTRIES, Math.floor(turn / 2 / COUNTRIES)];
    const leaves = turn % 2 === 1;
    const day =
      FIRST_DAY + (party * 31 + round * 9_000 + (leaves ? 4_000 : 0) + (coalition % 365)) * DAY_IN_MS;
    yield {
      ref: `bench/${at}`,
      coalition: `bench-${coalition}`,
      party: `x-${letters(party).toLowerCase()}`,
      act: leaves ? "withdraw" : "join",
      effective: new Date(day).toISOString().slice(0, 10),
    };
  }
}

const SOURCE = {
  url: "https://example.org/register",
  title: "The register of the coalition",
  accessed: "2026-11-22",
};

export function csvLines(all: Iterable<BenchDeclaration>): Generator<string> {
  const header = "ref,coalition,party,act,effective,source_url,source_title,source_accessed\n";
  const source = `${SOURCE.url},${SOURCE.title},${SOURCE.accessed}`;
  return (function* () {
    yield header;
    for (const { ref, coalition, party, act, effective } of all) {
      yield `${ref},${coalition},${party},${act},${effective},${source}\n`;
    }
  })();
}

export function* ndjsonLines(all: Iterable<BenchDeclaration>): Generator<string> {
  for (const each of all) yield `${JSON.stringify({ ...each, sources: [SOURCE] })}\n`;
}

export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const line of lines) if (!stream.write(line)) await once(stream, "drain");
  stream.end();
  await finished(stream);
}
