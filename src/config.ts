/** The settings: read from the environment, all optional, every fault told at once. */
import { isIP } from "node:net";

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly databaseFile: string;
  readonly logLevel: string;
  readonly seed: "auto" | "never";
  readonly readOnly: boolean;
  readonly bodyLimit: number;
  readonly rateLimit: number;
  readonly trustProxy: boolean | number | string;
}

interface Setting<K extends keyof Settings> {
  readonly name: string;
  readonly key: K;
  readonly default: string;
  /** What it is for, and what it may be. */
  readonly meaning: string;
  /** Undefined where the text is none of these. */
  readonly read: (text: string) => Settings[K] | undefined;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
/** Names of address ranges that a proxy may be trusted by. */
const RANGES = ["loopback", "linklocal", "uniquelocal"];

/** In the order in which the README lists them. */
export const SETTINGS: readonly Setting<keyof Settings>[] = [
  {
    name: "HOST",
    key: "host",
    default: "127.0.0.1",
    meaning: "the address or name to listen on; `0.0.0.0` or `::` for every one",
    read: (text) => (/^[\w.:%-]+$/.test(text) ? text : undefined),
  },
  {
    name: "PORT",
    key: "port",
    default: "3000",
    meaning: "the port to listen on, 0 to 65535; 0 takes any that is free",
    read: (text) => whole(text, 0, 65_535),
  },
  {
    name: "DATABASE_FILE",
    key: "databaseFile",
    default: "data/accession.sqlite",
    meaning:
      "the SQLite file, created where there is none; a relative path counts from the working directory",
    read: (text) => (text.endsWith("/") || text.includes("\0") ? undefined : text),
  },
  {
    name: "LOG_LEVEL",
    key: "logLevel",
    default: "info",
    meaning: `how much is logged: ${listed(LOG_LEVELS)}`,
    read: (text) => LOG_LEVELS.find((level) => level === text),
  },
  {
    name: "SEED",
    key: "seed",
    default: "auto",
    meaning: "`auto` or `never`: whether the seed is loaded into an empty ledger when the service starts",
    read: (text) => (text === "auto" || text === "never" ? text : undefined),
  },
  {
    name: "READ_ONLY",
    key: "readOnly",
    default: "false",
    meaning: "`true` or `false`: with `true` the service changes nothing, and neither migrates nor seeds",
    read: flag,
  },
  {
    name: "BODY_LIMIT",
    key: "bodyLimit",
    default: "67108864",
    meaning: "the largest body of a request in bytes, 1024 or more",
    read: (text) => whole(text, 1024, 1_073_741_824),
  },
  {
    name: "RATE_LIMIT",
    key: "rateLimit",
    default: "0",
    meaning: "requests a minute from one address, 0 for no limit; `/healthz` and `/readyz` are not counted",
    read: (text) => whole(text, 0, 1_000_000),
  },
  {
    name: "TRUST_PROXY",
    key: "trustProxy",
    default: "false",
    meaning:
      "whose `X-Forwarded-For` is believed: `true`, `false`, a number of hops, or addresses and ranges separated by commas",
    read: proxies,
  },
];

/** Said of settings that cannot be used; one sentence for each. */
export class BadSettings extends Error {
  override readonly name = "BadSettings";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** A setting that is empty counts as left out. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const entries = SETTINGS.map(({ name, key, default: fallback, meaning, read }) => {
    const text = environment[name]?.trim() || fallback;
    const value = read(text);
    if (value === undefined) faults.push(`${name} cannot be "${text}". It is ${meaning}.`);
    return [key, value] as const;
  });
  if (faults.length > 0) throw new BadSettings(faults);
  return Object.fromEntries(entries) as unknown as Settings;
}

function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}

function whole(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  return least <= number && number <= most ? number : undefined;
}

function flag(text: string): boolean | undefined {
  return text === "true" || (text === "false" ? false : undefined);
}

function proxies(text: string): boolean | number | string | undefined {
  const simple = flag(text) ?? whole(text, 0, 100);
  if (simple !== undefined) return simple;
  return text.split(",").every((part) => isRange(part.trim())) ? text : undefined;
}

/** An address, a range like 10.0.0.0/8, or the name of one. */
function isRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  if (RANGES.includes(text)) return true;
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || whole(bits, 0, version === 4 ? 32 : 128) !== undefined;
}
