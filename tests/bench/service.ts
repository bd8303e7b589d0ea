/** The built service as a process of its own, over a fresh database with the seed. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Service {
  readonly address: string;
  /** The most memory that it ever had, in MB; null where the system does not tell. */
  readonly peak: () => number | null;
  readonly stop: () => void;
}

export async function startService(databaseFile: string): Promise<Service> {
  const { PATH = "", BODY_LIMIT = "" } = process.env;
  const env = { PATH, BODY_LIMIT, PORT: "0", LOG_LEVEL: "silent", DATABASE_FILE: databaseFile };
  const child = spawn(process.execPath, [PROGRAM, "serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const found = /listens on (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`The service ended with ${code}.`)));
  });
  const place = (file: string) => `/proc/${child.pid}/${file}`;
  return {
    address,
    peak: () => {
      try {
        const told = /VmHWM:\s+(\d+) kB/.exec(readFileSync(place("status"), "utf8"))?.[1];
        return told === undefined ? null : Number(told) / 1024;
      } catch {
        return null;
      }
    },
    stop: () => child.kill(),
  };
}
