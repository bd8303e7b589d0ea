/** A process that reads all that is printed into it, so that nobody else's loop is kept busy by that. */
import { spawn } from "node:child_process";

export interface Drained {
  readonly bytes: number;
  readonly lines: number;
  readonly seconds: number;
}

/** Counts what a command prints, or what an address answers, and may keep it in a file. */
const PROGRAM = `
  import { spawn } from "node:child_process";
  import { createWriteStream } from "node:fs";
  import { get } from "node:http";
  const [file, what, ...args] = process.argv.slice(1);
  const out = file === "" ? null : createWriteStream(file);
  const begun = performance.now();
  const source = what.startsWith("http")
    ? await new Promise((resolve, reject) => get(what, resolve).on("error", reject))
    : spawn(what, args, { stdio: ["ignore", "pipe", "inherit"] }).stdout;
  let [bytes, lines] = [0, 0];
  for await (const piece of source) {
    bytes += piece.length;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
    if (out !== null && !out.write(piece)) await new Promise((resolve) => out.once("drain", resolve));
  }
  console.log(JSON.stringify({ bytes, lines, seconds: (performance.now() - begun) / 1000 }));
`;

/** @param file where it is kept; not at all if empty. */
export function drained(file: string, what: string, ...args: readonly string[]): Promise<Drained> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM, file, what, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`Reading ended with ${code}.`)),
    );
  });
}
