/** The command line as a person runs it: the built program, as a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../dist/service/accession.js", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], environment: Environment = {}): ChildProcessWithoutNullStreams {
  const { PATH = "" } = process.env;
  return spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env: { PATH, ...environment } });
}

/** Waits for the end of a program that was started. */
async function ended(program: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [out, err] = ["", ""];
  program.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  program.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const [code] = (await once(program, "close")) as [number | null];
  return { code, out, err };
}

/** @param input what standard input gives. */
export function run(
  args: readonly string[],
  environment: Environment = {},
  input: string | null = null,
): Promise<Ended> {
  const program = start(args, environment);
  if (input !== null) program.stdin.end(input);
  return ended(program);
}

/** A command that can be ended half-way. */
export function startCommand(args: readonly string[], environment: Environment = {}) {
  const program = start(args, environment);
  running.add(program);
  const end = ended(program).finally(() => running.delete(program));
  return { stop: (signal: NodeJS.Signals) => program.kill(signal), ended: end };
}

/** What is still running; a test that fails half-way leaves a service behind. */
const running = new Set<ChildProcessWithoutNullStreams>();

/** Ends every service or command that a test started and did not stop. */
export function endServing(): void {
  for (const program of running) program.kill("SIGKILL");
}

export interface Serving {
  /** Where it listens, like http://127.0.0.1:49152. */
  readonly address: string;
  readonly stop: (signal?: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
}

/** Starts the service on a free port, and waits until it says that it listens. */
export async function startServing(environment: Environment): Promise<Serving> {
  const program = start(["serve"], { PORT: "0", LOG_LEVEL: "silent", ...environment });
  running.add(program);
  const end = ended(program).finally(() => running.delete(program));
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    program.stdout.on("data", (text: string) => {
      said += text;
      const found = /listens on (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    end.then(({ code, err }) => reject(new Error(`It ended with ${code}: ${err}`)), reject);
  });
  return { address, stop: (signal = "SIGTERM") => program.kill(signal), ended: end };
}
