/**
 * The load generator, a process of its own. Each connection has one request under way, sent as soon as the
 * reply before it is whole. It reads of a reply what it must, so that the server is the slower of the two.
 */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import type { Load, LoadJob } from "./load-job.ts";

const HEAD_END = "\r\n\r\n";
const READ_AT_ONCE = 256 * 1024;
/** Of the lines, where each is asked once: a fast server must not run out of them before it is measured. */
const WARM_SHARE = 0.3;
const job = JSON.parse(process.argv[2] ?? "") as LoadJob;
const lines = readFileSync(job.requests, "utf8").trimEnd().split("\n").map(requestOf);

let next = 0;
let under = 0;
let answered = 0;
let bytes = 0;
const waits: number[] = [];
const begun = performance.now();
const warm = begun + job.warmSeconds * 1000;
const end = warm + job.seconds * 1000;
let measuredFrom = 0;
let last = 0;
let busyBefore = { server: 0, generator: process.cpuUsage() };

for (let at = 0; at < job.connections; at += 1) open();

function requestOf(line: string): Buffer {
  const [path = "", body = ""] = line.split("\t");
  const headers = { Host: `127.0.0.1:${job.port}`, ...job.headers };
  const length = job.method === "POST" ? { "Content-Length": String(Buffer.byteLength(body)) } : {};
  const head = Object.entries({ ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${job.method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${body}`);
}

function open(): void {
  const onread = { buffer: Buffer.allocUnsafe(READ_AT_ONCE), callback: read };
  const socket = connect({ host: "127.0.0.1", port: job.port, noDelay: true, onread });
  let sent = 0;
  /** What is still to come of the reply; unknown until its head is whole. */
  let left = -1;
  let head: Buffer | null = null;
  let waiting = false;
  const send = () => {
    const request = job.once ? lines[next] : lines[next % lines.length];
    if (request === undefined || performance.now() > end) {
      socket.end();
      under -= 1;
      if (under === 0) tell();
      return;
    }
    next += 1;
    left = -1;
    waiting = true;
    sent = performance.now();
    socket.write(request);
  };
  const whole = () => {
    waiting = false;
    answered += 1;
    const now = performance.now();
    if (now >= warm || (job.once && next > lines.length * WARM_SHARE)) {
      if (measuredFrom === 0) begin(now);
      else {
        waits.push(now - sent);
        last = now;
      }
    }
    send();
  };
  socket.on("connect", send).on("error", fail);
  socket.on("close", () => {
    if (waiting) fail(new Error("The server closed a connection before its reply was whole."));
  });
  under += 1;

  /** Always into the same buffer: a new one for each piece would cost more than all else here. */
  function read(length: number, buffer: Uint8Array): boolean {
    if (measuredFrom !== 0) bytes += length;
    if (left >= 0) {
      left -= length;
    } else {
      const piece = Buffer.from(buffer.buffer, buffer.byteOffset, length);
      const text: Buffer = head === null ? piece : Buffer.concat([head, piece]);
      const ended = text.indexOf(HEAD_END);
      if (ended < 0) {
        head = Buffer.from(text);
        return true;
      }
      head = null;
      left = lengthOf(text.toString("latin1", 0, ended + 2)) - (text.length - ended - HEAD_END.length);
    }
    if (left < 0) fail(new Error("More came than the reply said."));
    else if (left === 0) {
      left = -1;
      whole();
    }
    return true;
  }
}

function lengthOf(head: string): number {
  const status = Number(head.slice(9, 12));
  if (status !== job.status) throw new Error(`Answered ${status} instead of ${job.status}: ${head}`);
  if (status === 304) return 0;
  const length = /\r\ncontent-length: *(\d+)\r/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`A reply without Content-Length: ${head}`);
  return Number(length);
}

/** The first reply after the warm-up begins the time that counts. */
function begin(now: number): void {
  measuredFrom = now;
  busyBefore = { server: serverSeconds(), generator: process.cpuUsage() };
}

function tell(): void {
  const seconds = (last - measuredFrom) / 1000;
  const { user, system } = process.cpuUsage(busyBefore.generator);
  const server = serverSeconds() - busyBefore.server;
  const sorted = Float64Array.from(waits).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const load: Load = {
    answered,
    requests: waits.length,
    seconds,
    rate: waits.length / seconds,
    bytes,
    p50: at(0.5),
    p99: at(0.99),
    serverBusy: Number.isNaN(server) ? null : server / seconds,
    generatorBusy: (user + system) / 1e6 / seconds,
  };
  console.log(JSON.stringify(load));
}

/** The time that all threads of the server have had; a clock tick of Linux is a hundredth of a second. */
function serverSeconds(): number {
  try {
    const fields = readFileSync(`/proc/${job.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function fail(error: Error): never {
  console.error(error.message);
  process.exit(1);
}
