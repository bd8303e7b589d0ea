/** Reads the lines of a coalition's file: what sources declare, and the totals that they publish. */
import { type ClaimContent, COUNTINGS } from "../domain/claim.ts";
import { ACTS, CONFIDENCES, type DeclarationContent, ROLES } from "../domain/declaration.ts";
import type { Citation } from "../domain/source.ts";
import { STANDINGS } from "../domain/spell.ts";
import type { Place } from "./seed-faults.ts";
import { expected, Fields } from "./seed-fields.ts";
import type { SeedSources } from "./seed-sources.ts";
import type { YamlValue } from "./seed-yaml.ts";

/** A declaration or claim with the line that it stands on. */
export interface SeedLine<T extends DeclarationContent | ClaimContent> {
  readonly content: T;
  readonly place: Place;
}

const DECLARATION_KEYS = [
  ...["ref", "party", "act", "role", "predecessors", "effective", "declared", "rescinds", "supersedes"],
  ...["ordinal", "title", "scope", "confidence", "sources", "note"],
];
const CLAIM_KEYS = ["ref", "on", "total", "role", "standing", "counting", "except", "source", "note"];

export function readDeclarations(
  coalition: string,
  values: readonly YamlValue[],
  sources: SeedSources,
): SeedLine<DeclarationContent>[] {
  const lines = values.map((value) => {
    const fields = new Fields(value, "A declaration", DECLARATION_KEYS);
    return { fields, place: value.place, content: readDeclaration(coalition, fields, sources) };
  });
  const refs = uniqueRefs(coalition, lines);
  for (const { fields } of lines) {
    for (const key of ["rescinds", "supersedes"]) {
      const named = fields.textOrNull(key);
      if (named === null || named === "" || refs.includes(named)) continue;
      fields.at(key).fault(`\`${key}\` names no line of this file, "${named}": ${expected(named, refs)}`);
    }
  }
  return lines.map(({ content, place }) => ({ content, place }));
}

function readDeclaration(coalition: string, fields: Fields, sources: SeedSources): DeclarationContent {
  const act = fields.word("act", ACTS);
  const inFile = (key: string) => {
    const ref = fields.textOrNull(key);
    return ref === null ? null : fullRef(coalition, ref);
  };
  fields.need("sources");
  const ordinal = fields.numberOrNull("ordinal", 1);
  const cited = fields.list("sources").map((key) => sources.cite(key));
  return {
    ref: fullRef(coalition, fields.text("ref")),
    coalition,
    party: fields.textOrNull("party"),
    act,
    role: fields.wordOr("role", ROLES, act === "join" ? "member" : null),
    predecessors: fields.texts("predecessors"),
    declared: fields.dateOrNull("declared"),
    effective: fields.date("effective"),
    rescinds: inFile("rescinds"),
    supersedes: inFile("supersedes"),
    title: fields.textOrNull("title"),
    scope: fields.texts("scope"),
    confidence: fields.wordOr("confidence", CONFIDENCES, null),
    note: fields.textOrNull("note"),
    sources: ordinal === null ? cited : claiming(ordinal, cited),
  };
}

/** The "Nth member" is what the first source says. */
function claiming(ordinal: number, [first, ...others]: readonly Citation[]): Citation[] {
  return first === undefined ? [] : [{ ...first, claims: { ordinal, effective: null } }, ...others];
}

export function readClaims(
  coalition: string,
  values: readonly YamlValue[],
  sources: SeedSources,
): SeedLine<ClaimContent>[] {
  const lines = values.map((value) => {
    const fields = new Fields(value, "A claim", CLAIM_KEYS);
    return { fields, place: value.place, content: readClaim(coalition, fields, sources) };
  });
  uniqueRefs(coalition, lines);
  return lines.map(({ content, place }) => ({ content, place }));
}

function readClaim(coalition: string, fields: Fields, sources: SeedSources): ClaimContent {
  return {
    ref: fullRef(coalition, fields.text("ref")),
    coalition,
    on: fields.date("on"),
    total: fields.number("total", 0),
    role: fields.wordOr("role", ROLES, "member" as const),
    standing: fields.wordOr("standing", STANDINGS, null),
    counting: fields.wordOr("counting", COUNTINGS, "members" as const),
    except: fields.texts("except"),
    source: sources.cite(fields.need("source")),
    note: fields.textOrNull("note"),
  };
}

/** The ref in the ledger, which is one for all coalitions. */
function fullRef(coalition: string, ref: string): string {
  return `${coalition}/${ref}`;
}

/** The refs as the file has them; tells those that stand twice. */
function uniqueRefs(
  coalition: string,
  lines: readonly { fields: Fields; content: { readonly ref: string | null } }[],
): string[] {
  const refs = new Set<string>();
  for (const { fields, content } of lines) {
    const ref = content.ref?.slice(coalition.length + 1) ?? "";
    if (ref === "") continue;
    if (refs.has(ref)) fields.at("ref").fault(`The ref "${ref}" stands twice in this file: choose another.`);
    refs.add(ref);
  }
  return [...refs];
}
