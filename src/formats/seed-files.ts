/** The seed as its files have it: text that people edit, read strictly. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCoalition, type SeedCoalition } from "./seed-coalition.ts";
import { FaultList, type Place } from "./seed-faults.ts";
import { readParties, type SeedParty } from "./seed-parties.ts";

export interface Seed {
  readonly parties: readonly SeedParty[];
  readonly coalitions: readonly SeedCoalition[];
}

/** The text of every file under `parties/` and `coalitions/`, by its path from `directory`. */
export function seedFiles(directory: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of ["parties", "coalitions"]) {
    for (const name of readdirSync(join(directory, folder)).sort()) {
      if (!name.endsWith(".yaml")) continue;
      files.set(`${folder}/${name}`, readFileSync(join(directory, folder, name), "utf8"));
    }
  }
  return files;
}

/**
 * @param files path (`parties/….yaml`, `coalitions/….yaml`) → text.
 * @throws {SeedFaults} with everything that is wrong in all files.
 */
export function readSeed(files: ReadonlyMap<string, string>): Seed {
  const faults = new FaultList();
  const parties: SeedParty[] = [];
  const coalitions: SeedCoalition[] = [];
  for (const [path, text] of files) {
    const file = `seed/${path}`;
    const id = /^coalitions\/(.+)\.yaml$/.exec(path)?.[1];
    if (id === undefined) parties.push(...readParties(file, text, faults));
    else {
      const read = readCoalition(id, file, text, faults);
      if (read !== null) coalitions.push(read);
    }
  }
  tellDoubled([...parties.map(({ party, place }) => ({ id: party.id, place })), ...ids(coalitions)], faults);
  faults.throwIfAny();
  return { parties, coalitions };
}

function ids(coalitions: readonly SeedCoalition[]) {
  return coalitions.map(({ coalition, place }) => ({ id: coalition.id, place }));
}

/** Two entries with one id would be one that is edited, in silence. */
function tellDoubled(entries: readonly { id: string; place: Place }[], faults: FaultList): void {
  const seen = new Map<string, Place>();
  for (const { id, place } of entries) {
    const before = seen.get(id.toLowerCase());
    if (id !== "" && before !== undefined) {
      faults.add(place, `The id "${id}" stands already in ${before.file}:${before.line}: choose another.`);
    }
    seen.set(id.toLowerCase(), place);
  }
}
