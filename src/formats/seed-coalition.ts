/** Reads the file of one coalition: what it is, who said what about it, and the totals published. */
import type { ClaimContent } from "../domain/claim.ts";
import { COALITION_KINDS, COVERAGES, type Coalition } from "../domain/coalition.ts";
import type { DeclarationContent } from "../domain/declaration.ts";
import type { FaultList, Place } from "./seed-faults.ts";
import { Fields } from "./seed-fields.ts";
import { readClaims, readDeclarations, type SeedLine } from "./seed-lines.ts";
import { readAliases, readNames } from "./seed-names.ts";
import { SeedSources } from "./seed-sources.ts";
import { parseYaml } from "./seed-yaml.ts";

export interface SeedCoalition {
  readonly coalition: Coalition;
  readonly place: Place;
  readonly declarations: readonly SeedLine<DeclarationContent>[];
  readonly claims: readonly SeedLine<ClaimContent>[];
}

const KEYS = [
  ...["id", "name", "shortName", "names", "aliases", "kind", "founded", "website", "coverage"],
  ...["coverageNote", "note", "sources", "declarations", "claims"],
];

/** @param id what the file is called, which is the coalition's id. */
export function readCoalition(
  id: string,
  file: string,
  text: string,
  faults: FaultList,
): SeedCoalition | null {
  const root = parseYaml(file, text, faults);
  if (root === null) return null;
  const fields = new Fields(root, "A coalition", KEYS);
  const given = fields.text("id");
  if (given !== "" && given !== id) {
    fields.at("id").fault(`\`id\` is "${given}", but the file is called ${id}.yaml: name both alike.`);
  }
  const sources = new SeedSources(fields.get("sources"));
  const declarations = readDeclarations(id, fields.list("declarations"), sources);
  const claims = readClaims(id, fields.list("claims"), sources);
  sources.tellUncited();
  const coalition: Coalition = {
    id,
    kind: fields.word("kind", COALITION_KINDS),
    name: fields.text("name"),
    shortName: fields.textOrNull("shortName"),
    names: readNames(fields.get("names")),
    aliases: readAliases(fields.list("aliases")),
    founded: fields.dateOrNull("founded"),
    website: fields.textOrNull("website"),
    coverage: fields.word("coverage", COVERAGES),
    coverageNote: fields.text("coverageNote"),
    note: fields.textOrNull("note"),
    retired: false,
  };
  return { coalition, place: fields.at("id").place, declarations, claims };
}
