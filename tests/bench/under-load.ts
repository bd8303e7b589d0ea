/** Contenders that are measured by the load that they bear. */
import { load } from "./load.ts";
import type { Load } from "./load-job.ts";
import { type Program, type Server, start } from "./processes.ts";
import type { Contender, Measurement, Scale, Unit } from "./question.ts";

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
  const { value = ({ rate }: Load) => rate, unit = "/s" } = bearing;
  return {
    measure: async () => {
      const server = await start(bearing.program);
      try {
        const measured = await asked(folder, server, bearing, { warmSeconds, seconds });
        return [{ name, value: value(measured), unit, raw: { ...measured } }];
      } finally {
        await server.stop();
      }
    },
  };
}

/** A machine that wobbles does so for seconds: each is asked as long as that in all, in slices. */
const SLICE_IN_SECONDS = 0.5;
const WARM_AGAIN_SECONDS = 0.1;

/**
 * Several at once, each in a process of its own, asked in turn for half a second each, in the other order every time:
 * for ratios near 1, which a machine would decide that is faster in one minute than in the next.
 */
export function inTurn(scale: Scale, bearings: readonly (Bearing & { readonly name: string })[]): Contender {
  return {
    measure: async () => {
      const servers: Server[] = [];
      try {
        for (const { program } of bearings) servers.push(await start(program));
        const ask = (at: number, warmSeconds: number, seconds: number) =>
          asked(scale.folder, servers[at] as Server, bearings[at] as Bearing, { warmSeconds, seconds });
        for (const at of bearings.keys()) await ask(at, scale.warmSeconds, SLICE_IN_SECONDS);
        const slices: Load[][] = bearings.map(() => []);
        const turns = Math.max(2, Math.round(scale.seconds / SLICE_IN_SECONDS));
        for (let turn = 0; turn < turns; turn += 1) {
          const order = [...bearings.keys()];
          for (const at of turn % 2 === 0 ? order : order.reverse())
            slices[at]?.push(await ask(at, WARM_AGAIN_SECONDS, SLICE_IN_SECONDS));
        }
        return bearings.map(({ name }, at) => together(name, slices[at] ?? []));
      } finally {
        for (const server of servers) await server.stop();
      }
    },
  };
}

function asked(
  folder: string,
  { port, pid }: Server,
  { requests, status = 200, headers = {}, once = false }: Bearing,
  time: { readonly warmSeconds: number; readonly seconds: number },
): Promise<Load> {
  return load(folder, { port, pid, ...time, method: "GET", headers, status, requests, once }, CONNECTIONS);
}

/** What was answered in all slices, in a second of them. */
function together(name: string, slices: readonly Load[]): Measurement {
  const sum = (of: (slice: Load) => number) => slices.reduce((all, slice) => all + of(slice), 0);
  const mean = (of: (slice: Load) => number) => sum(of) / slices.length;
  const value = sum(({ requests }) => requests) / sum(({ seconds }) => seconds);
  const serverBusy = mean((slice) => slice.serverBusy ?? Number.NaN);
  const generatorBusy = mean((slice) => slice.generatorBusy);
  return { name, value, unit: "/s", raw: { serverBusy, generatorBusy, slices } };
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
