/** Holds the import lines of the source to the arrows of the house: none upward, none into nothing. */
import { posix } from "node:path";
import ts from "typescript";

interface Room {
  readonly name: string;
  /** Rooms that it may import from, all of them listed before it: so no circle can close. */
  readonly reads: readonly string[];
  /** The packages that it may import, where not every one is welcome. */
  readonly packages?: readonly string[];
}

/** From the lowest floor up. The porch is the files that stand directly in `src/`. */
export const ROOMS: readonly Room[] = [
  { name: "domain", reads: [], packages: [] },
  { name: "ledger", reads: ["domain"], packages: ["fastest-levenshtein", "node:crypto", "node:util"] },
  { name: "storage/sqlite", reads: ["domain", "ledger"] },
  { name: "formats", reads: ["domain", "ledger"] },
  { name: "http", reads: ["domain", "ledger", "formats"] },
  { name: "client", reads: [], packages: ["openapi-fetch"] },
  { name: "explorer", reads: ["domain", "client"] },
  { name: "porch", reads: ["domain", "ledger", "storage/sqlite", "formats", "http"] },
  { name: "cli", reads: ["domain", "ledger", "storage/sqlite", "formats", "http", "porch"] },
];

/** Packages that are at home in one room and stay there. */
const HOMES: Readonly<Record<string, string>> = {
  "better-sqlite3": "storage/sqlite",
  "drizzle-orm": "storage/sqlite",
  fastify: "http",
  commander: "cli",
};

/** Every import in `files` (path from the root, like `src/domain/day.ts` → text) that breaks the picture. */
export function importFaults(files: ReadonlyMap<string, string>): string[] {
  if (files.size === 0) return ["no source file was seen"];
  return [...files].flatMap(([path, text]) => {
    const room = roomOf(path);
    if (room === undefined) return [`${path} stands in no room`];
    const imports = ts.preProcessFile(text, true, true).importedFiles;
    return imports.flatMap(({ fileName }) => {
      const fault = fileName.startsWith(".")
        ? relativeFault(room, posix.join(path, "..", fileName), files)
        : packageFault(room, fileName);
      return fault === null ? [] : [`${path} imports ${fileName}: ${fault}`];
    });
  });
}

function relativeFault(room: Room, target: string, files: ReadonlyMap<string, string>): string | null {
  if (!files.has(target)) return "no such file in src";
  const other = roomOf(target);
  if (other === room || other === undefined || room.reads.includes(other.name)) return null;
  return `${room.name} may not read ${other.name}`;
}

function packageFault(room: Room, specifier: string): string | null {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  if (room.packages !== undefined && !room.packages.includes(name)) return `no package for ${room.name}`;
  const home = HOMES[name];
  return home === undefined || home === room.name ? null : `${name} belongs to ${home}`;
}

function roomOf(path: string): Room | undefined {
  const folder = posix.dirname(path);
  if (folder === "src") return ROOMS.find((room) => room.name === "porch");
  return ROOMS.find((room) => `${folder}/`.startsWith(`src/${room.name}/`));
}

const IMPURE = [
  /\b(?:async|await|Promise)\b/g,
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/g,
  /\b(?:process|performance|crypto)\.\w|\bset(?:Timeout|Interval|Immediate)\(/g,
];

/** What in `src/domain/` waits, looks at the clock or the machine, or throws dice. */
export function purityFaults(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path]) => path.startsWith("src/domain/"))
    .flatMap(([path, text]) =>
      IMPURE.flatMap((sign) => text.match(sign) ?? []).map((found) => `${path} is not pure: ${found}`),
    );
}
