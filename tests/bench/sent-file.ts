/** Sends a file to an address from a process of its own, as another machine would. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { driver } from "./places.ts";

export interface SentFile {
  readonly seconds: number;
  readonly text: string;
}

export async function sentFile(
  url: string,
  file: string,
  headers: Readonly<Record<string, string>>,
): Promise<SentFile> {
  const args = [driver("sender"), url, file, JSON.stringify(headers)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as SentFile;
}
