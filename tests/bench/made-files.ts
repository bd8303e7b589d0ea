/** Made coalitions as files that an import takes: the registry, what was declared, and the corrections. */
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  COUNTRIES,
  countryId,
  countryName,
  type MadeCoalition,
  type MadeDeclaration,
  madeCoalitions,
} from "./made-coalitions.ts";

const HEADER = [
  ...["ref", "coalition", "party", "act", "role", "declared", "effective", "confidence"],
  ...["source_url", "source_title", "source_publisher", "source_accessed"],
].join();
const PIECE = 50_000;

interface MadeFiles {
  readonly countries: string;
  readonly coalitions: string;
  readonly declarations: string;
  readonly corrections: string;
  /** The declarations again, as they are sent over HTTP. */
  readonly ndjson: string;
  /** How many declarations there are without the corrections. */
  readonly declared: number;
}

interface Told {
  readonly coalition: MadeCoalition;
  readonly declaration: MadeDeclaration;
}

/**
 * In the order of their days, so that neighbours in a file are of different coalitions.
 * @param count of declarations, the corrections among them.
 */
export function writeMadeFiles(folder: string, seed: number, count: number): MadeFiles {
  const file = (name: string) => join(folder, `${name}.csv`);
  const countries = Array.from({ length: COUNTRIES }, (_, at) => `${countryId(at)},${countryName(at)}`);
  const coalitions: string[] = [];
  const declarations: Told[] = [];
  const corrections: Told[] = [];
  for (const coalition of madeCoalitions(seed, count)) {
    coalitions.push(`${coalition.id},${coalition.name},alliance,${coalition.founded},complete`);
    for (const declaration of coalition.declarations) declarations.push({ coalition, declaration });
    for (const declaration of coalition.corrections) corrections.push({ coalition, declaration });
  }
  declarations.sort((a, b) => (a.declaration.effective < b.declaration.effective ? -1 : 1));
  return {
    countries: written(file("countries"), "id,name", countries),
    coalitions: written(file("coalitions"), "id,name,kind,founded,coverage", coalitions),
    declarations: written(file("declarations"), HEADER, declarations.map(csvLine)),
    corrections: written(file("corrections"), HEADER, corrections.map(csvLine)),
    ndjson: written(join(folder, "declarations.ndjson"), null, declarations.map(jsonLine)),
    declared: declarations.length,
  };
}

function written(file: string, header: string | null, lines: readonly string[]): string {
  writeFileSync(file, header === null ? "" : `${header}\n`);
  for (let at = 0; at < lines.length; at += PIECE) {
    appendFileSync(file, `${lines.slice(at, at + PIECE).join("\n")}\n`);
  }
  return file;
}

function csvLine({ coalition, declaration }: Told): string {
  const { ref, party, act, role, declared, effective, confidence } = declaration;
  const { url, title, publisher, accessed } = sourceOf(coalition, act);
  const told = [ref, coalition.id, party, act, role, declared, effective, confidence];
  return [...told, url, title, publisher, accessed].join();
}

function jsonLine({ coalition, declaration }: Told): string {
  const said = Object.entries(declaration).filter(([, value]) => value !== "");
  return JSON.stringify({
    ...Object.fromEntries(said),
    sources: [sourceOf(coalition, declaration.act)],
  });
}

function sourceOf({ id, name }: MadeCoalition, act: string) {
  return {
    url: `https://example.org/${id}/${act}`,
    title: `Register of the ${name}`,
    publisher: "The secretariat",
    accessed: "2026-11-22",
  };
}
