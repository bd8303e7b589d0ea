/** What a declaration or claim must be for the ledger to take it; each fault is a refusal of its own. */
import type { ClaimContent } from "../domain/claim.ts";
import { isDay } from "../domain/day.ts";
import type { DeclarationContent } from "../domain/declaration.ts";
import { BadDate, parsePartialDate } from "../domain/partial-date.ts";
import type { Refusal, RefusalCode } from "../domain/refusal.ts";
import type { Registry } from "../domain/registry.ts";
import type { Citation } from "../domain/source.ts";
import { coalitionSpellings, partySpellings } from "./names.ts";

/** A refusal that does not yet know which entry it is of. */
export type Fault = Omit<Refusal, "entry">;

export function fault(
  code: RefusalCode,
  pointer: string | null,
  detail: string,
  more: Partial<Fault> = {},
): Fault {
  return { code, pointer, detail, ...more };
}

export function declarationFaults(content: DeclarationContent, registry: Registry): Fault[] {
  return [
    ...coalitionFaults(content.coalition, registry),
    ...(content.party === null ? [] : partyFaults(content.party, "/party", registry)),
    ...content.predecessors.flatMap((id, i) => partyFaults(id, `/predecessors/${i}`, registry)),
    ...shapeFaults(content),
    ...itselfFaults(content),
    ...(content.sources.length === 0
      ? [fault("no-source", "/sources", "A declaration needs at least one source: say where it is stated.")]
      : content.sources.flatMap((source, i) => citationFaults(source, `/sources/${i}`))),
  ];
}

export function claimFaults(content: ClaimContent, registry: Registry): Fault[] {
  const whole = Number.isSafeInteger(content.total) && content.total >= 0;
  return [
    ...coalitionFaults(content.coalition, registry),
    ...content.except.flatMap((id, i) => partyFaults(id, `/except/${i}`, registry)),
    ...(whole ? [] : [fault("bad-shape", "/total", "A total is a whole number, 0 or more.")]),
    ...citationFaults(content.source, "/source"),
  ];
}

function coalitionFaults(id: string, registry: Registry): Fault[] {
  const coalition = registry.coalition(id);
  if (coalition?.id === id) {
    if (!coalition.retired) return [];
    return [
      fault("retired", "/coalition", `The coalition "${id}" is retired: it takes no new declarations.`),
    ];
  }
  const meant = coalition?.id ?? coalitionSpellings(registry).nearest(id);
  return [unknown("unknown-coalition", "/coalition", "coalition", id, meant)];
}

function partyFaults(id: string, pointer: string, registry: Registry): Fault[] {
  const label = registry.label(id);
  if (label?.id === id) {
    const retired = registry.party(id)?.retired ?? registry.coalition(id)?.retired ?? false;
    return retired
      ? [fault("retired", pointer, `The party "${id}" is retired: it takes no new declarations.`)]
      : [];
  }
  const bearer = registry.country(id, null);
  const known = label?.id ?? ("found" in bearer ? bearer.found.id : undefined);
  const meant = known ?? partySpellings(registry).nearest(id);
  return [unknown("unknown-party", pointer, "party", id, meant)];
}

function unknown(
  code: RefusalCode,
  pointer: string,
  noun: string,
  id: string,
  meant: string | undefined,
): Fault {
  if (meant === undefined)
    return fault(code, pointer, `There is no ${noun} "${id}" in the registry: enter it there first.`);
  return fault(code, pointer, `There is no ${noun} "${id}": did you mean "${meant}"?`, { suggestion: meant });
}

/** Which fields go with which act. */
function shapeFaults({ act, party, role, predecessors, rescinds }: DeclarationContent): Fault[] {
  const rules: [boolean, string, string][] = [
    [
      party === null && act !== "dissolve",
      "/party",
      `\`${act}\` needs a party; only \`dissolve\` goes without.`,
    ],
    [role === null && act === "join", "/role", "`join` needs a role."],
    [role !== null && act !== "join", "/role", "A role is given with `join` only."],
    [predecessors.length === 0 && act === "succeed", "/predecessors", "`succeed` needs the predecessors."],
    [
      predecessors.length > 0 && act !== "succeed",
      "/predecessors",
      "Predecessors are given with `succeed` only.",
    ],
    [new Set(predecessors).size < predecessors.length, "/predecessors", "Name each predecessor once."],
    [
      rescinds === null && act === "rescind",
      "/rescinds",
      "`rescind` needs the declaration that it takes back.",
    ],
    [rescinds !== null && act !== "rescind", "/rescinds", "`rescinds` is given with the act `rescind` only."],
  ];
  return rules.flatMap(([broken, pointer, detail]) => (broken ? [fault("bad-shape", pointer, detail)] : []));
}

function itselfFaults({ coalition, party, predecessors }: DeclarationContent): Fault[] {
  const faults: Fault[] = [];
  if (party === coalition || predecessors.includes(coalition)) {
    faults.push(fault("coalition-in-itself", "/party", "A coalition cannot be a party of itself."));
  }
  if (party !== null && predecessors.includes(party)) {
    faults.push(fault("does-not-fit", "/predecessors", "A party cannot succeed itself."));
  }
  return faults;
}

function citationFaults(source: Citation, pointer: string): Fault[] {
  const faults: Fault[] = [];
  const { title, published, accessed, claims } = source;
  if (title.trim() === "") {
    faults.push(fault("bad-shape", `${pointer}/title`, "A source needs a title: what is it called?"));
  }
  if (accessed !== null && !isDay(accessed)) {
    const detail = `"${accessed}" is not a day: write the day on which the source was read, like 2026-11-22.`;
    faults.push(fault("bad-date", `${pointer}/accessed`, detail));
  }
  for (const [edtf, name] of [
    [published, "published"],
    [claims?.effective ?? null, "claims/effective"],
  ] as const) {
    if (edtf !== null) faults.push(...dateFaults(edtf, `${pointer}/${name}`));
  }
  const ordinal = claims?.ordinal ?? null;
  if (ordinal !== null && !(Number.isSafeInteger(ordinal) && ordinal >= 1)) {
    faults.push(fault("bad-shape", `${pointer}/claims/ordinal`, "An ordinal is a whole number, 1 or more."));
  }
  return faults;
}

function dateFaults(edtf: string, pointer: string): Fault[] {
  try {
    parsePartialDate(edtf);
    return [];
  } catch (error) {
    if (!(error instanceof BadDate)) throw error;
    return [fault("bad-date", pointer, error.message)];
  }
}
