/** The databases that are asked: made once, kept, and used again while nothing that shapes them has changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { accession, BENCH_NAME } from "./cli.ts";
import { correctTenThousand } from "./corrections.ts";
import { MADE_VERSION } from "./made-coalitions.ts";
import { writeMadeFiles } from "./made-files.ts";
import { KEPT, ROOT } from "./places.ts";
import { plainJson, plainTable } from "./plain-table.ts";

export const SEED_NUMBER = 7;
const LARGEST_FOR_JSON = 10_000;

export interface DataSet {
  readonly name: string;
  readonly folder: string;
  readonly database: string;
  /** The same rows for the peers. */
  readonly table: string;
  readonly json: string;
}

/** The catalogue that the service comes with. */
export function catalogue(): Promise<DataSet> {
  return kept("catalogue", ["seed"], async ({ database }) => {
    await accession(database, "migrate");
    await accession(database, "seed");
  });
}

export function made(declarations: number): Promise<DataSet> {
  return kept(`made-${declarations}`, [], async ({ folder, database }) => {
    const files = writeMadeFiles(folder, SEED_NUMBER, declarations);
    await accession(database, "migrate");
    const take = (...names: readonly string[]) =>
      accession(database, "import", ...names, "--author", BENCH_NAME);
    await take(files.countries, files.coalitions);
    await take(files.declarations);
    await take(files.corrections);
  });
}

/** 10,000 declarations, and as many corrections of them. */
export function corrected(): Promise<DataSet> {
  return kept("corrected", [], async ({ database }) => {
    const before = await made(10_000);
    await accession(before.database, "backup", database);
    await correctTenThousand(database);
  });
}

function paths(name: string, folder: string): DataSet {
  const file = (of: string) => join(folder, of);
  return {
    name,
    folder,
    database: file("accession.sqlite"),
    table: file("plain.sqlite"),
    json: file("plain.json"),
  };
}

async function kept(
  name: string,
  shapedBy: readonly string[],
  make: (dataSet: DataSet) => Promise<void>,
): Promise<DataSet> {
  const folder = join(KEPT, `${name}-${shape(shapedBy)}`);
  if (existsSync(folder)) return paths(name, folder);
  mkdirSync(KEPT, { recursive: true });
  for (const old of readdirSync(KEPT).filter((each) => each.startsWith(`${name}-`))) {
    rmSync(join(KEPT, old), { recursive: true });
  }
  const begun = performance.now();
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  const inMaking = paths(name, unfinished);
  await make(inMaking);
  plainTable(inMaking.database, inMaking.table);
  if (name === `made-${LARGEST_FOR_JSON}`) plainJson(inMaking.table, inMaking.json);
  for (const file of readdirSync(unfinished)) {
    if (/\.(?:csv|ndjson)$/.test(file)) rmSync(join(unfinished, file));
  }
  renameSync(unfinished, folder);
  console.log(`made ${name} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return paths(name, folder);
}

/** Of what shapes a database: what is made, the schema, and the rules by which spells are derived. */
function shape(shapedBy: readonly string[]): string {
  const hash = createHash("sha256").update(`${MADE_VERSION} ${SEED_NUMBER}`);
  hash.update(readFileSync(join(ROOT, "src/ledger/rules.ts")));
  for (const folder of ["migrations", ...shapedBy]) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return hash.digest("hex").slice(0, 8);
}
