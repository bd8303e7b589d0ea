/** A contender that is measured by the load that it bears. */
import { load } from "./load.ts";
import type { Load } from "./load-job.ts";
import { type Program, start } from "./processes.ts";
import type { Contender, Scale, Unit } from "./question.ts";

const CONNECTIONS = 32;

interface Bearing {
  readonly program: Program;
  readonly requests: readonly string[];
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly once?: boolean;
  /** Requests a second, if left out. */
  readonly value?: (measured: Load) => number;
  readonly unit?: Unit;
}

export function underLoad(
  name: string,
  { warmSeconds, seconds, folder }: Scale,
  bearing: Bearing,
): Contender {
  const { program, requests, status = 200, headers = {}, once = false } = bearing;
  const { value = ({ rate }: Load) => rate, unit = "/s" } = bearing;
  return {
    measure: async () => {
      const server = await start(program);
      try {
        const { port, pid } = server;
        const job = {
          port,
          pid,
          warmSeconds,
          seconds,
          method: "GET",
          headers,
          status,
          requests,
          once,
        } as const;
        const measured = await load(folder, job, CONNECTIONS);
        return [{ name, value: value(measured), unit, raw: { ...measured } }];
      } finally {
        await server.stop();
      }
    },
  };
}

/** Starts a server for as long as something is asked of it. */
export async function during<T>(
  program: Program,
  ask: (server: Awaited<ReturnType<typeof start>>) => Promise<T>,
): Promise<T> {
  const server = await start(program);
  try {
    return await ask(server);
  } finally {
    await server.stop();
  }
}
