/** A program as a process of its own: how long it took, and the most memory that it ever had. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const LOOK_EVERY_MS = 100;

export interface Measured {
  readonly seconds: number;
  /** In MB; null where the system does not tell. */
  readonly peak: number | null;
  readonly out: string;
}

/** The command line. */
export function command(...args: readonly string[]): Promise<Measured> {
  return measured(process.execPath, [PROGRAM, ...args]);
}

/** Sends a file to an address, as another machine would. @returns what it answered. */
export function posted(
  url: string,
  file: string,
  headers: Readonly<Record<string, string>>,
): Promise<Measured> {
  const program = `
    import { createReadStream } from "node:fs";
    const [url, file, headers] = process.argv.slice(1);
    const body = createReadStream(file);
    const reply = await fetch(url, { method: "POST", headers: JSON.parse(headers), body, duplex: "half" });
    const text = await reply.text();
    if (!reply.ok) throw new Error(reply.status + ": " + text.slice(0, 1000));
    console.log(text.slice(0, 200));`;
  return measured(process.execPath, [
    "--input-type=module",
    "-e",
    program,
    url,
    file,
    JSON.stringify(headers),
  ]);
}

function measured(program: string, args: readonly string[]): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  let [out, peak]: [string, number | null] = ["", null];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  const look = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, LOOK_EVERY_MS);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      clearInterval(look);
      if (code !== 0) reject(new Error(`${args.join(" ")} ended with ${code}.`));
      else resolve({ seconds: (performance.now() - begun) / 1000, peak, out });
    });
  });
}

function peakOf(pid: number | undefined): number | null {
  try {
    const told = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return told === undefined ? null : Number(told) / 1024;
  } catch {
    return null;
  }
}
