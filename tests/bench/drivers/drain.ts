/** Reads all that a command prints, or an address answers, and prints how much and how long that took. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import type { Drained } from "../drained.ts";

const [file = "", what = "", ...args] = process.argv.slice(2);
const LINE_END = 10;
const out = file === "" ? null : createWriteStream(file);
const begun = performance.now();
const source = what.startsWith("http")
  ? await new Promise<IncomingMessage>((resolve, reject) => get(what, resolve).on("error", reject))
  : spawn(what, args, { stdio: ["ignore", "pipe", "inherit"] }).stdout;
let [bytes, lines] = [0, 0];
for await (const piece of source as AsyncIterable<Buffer>) {
  bytes += piece.length;
  for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) lines += 1;
  if (out !== null && !out.write(piece)) await once(out, "drain");
}
const drained: Drained = { bytes, lines, seconds: (performance.now() - begun) / 1000 };
console.log(JSON.stringify(drained));
