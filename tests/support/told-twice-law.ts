/** One act told twice counts once: the pairs that are, and what a derivation makes of them. */
import { AFTER_ALL, BEFORE_ALL } from "../../src/domain/day.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import { type Bounds, overlap, sinceFounding } from "../../src/domain/partial-date.ts";
import type { Projection } from "../../src/domain/projection.ts";
import { grave, type Outcome, type Subject } from "./subject.ts";
import { ROW } from "./world-days.ts";

/** Pairs of declarations that may be one act told twice. */
export function twins(facts: CoalitionFacts): [number, number][] {
  const { declarations, founded } = facts;
  return declarations.flatMap((one, a) =>
    declarations.flatMap((other, b): [number, number][] => {
      const same = one.act === other.act && one.party === other.party && one.role === other.role;
      if (b <= a || !same || (one.act === "rescind" && one.rescinds !== other.rescinds)) return [];
      const both = [one.effective, other.effective].map((date) => sinceFounding(date, founded));
      return overlap(both[0] as Bounds, both[1] as Bounds) ? [[a, b]] : [];
    }),
  );
}

/** Where one act was told twice: as if only the more precise telling had been heard. */
export function toldTwiceFault(facts: CoalitionFacts, subject: Subject): Outcome {
  const pairs = twins(facts);
  const [pair] = pairs;
  const acts = facts.declarations;
  const unclear =
    facts.founded !== null ||
    acts.some(({ act, party }) => {
      const { from, until } = party === null ? { from: null, until: null } : facts.party(party);
      return act === "rescind" || act === "succeed" || from !== null || until !== null;
    });
  if (pair === undefined || pairs.length > 1 || unclear) return { fault: null, met: "other" };
  const widths = pair.map((place) => widthOf(acts[place]?.effective));
  if (widths[0] === widths[1]) return { fault: null, met: "other" };
  const vaguer = (widths[0] as number) > (widths[1] as number) ? pair[0] : pair[1];
  const once = subject.derive({ ...facts, declarations: acts.filter((_, place) => place !== vaguer) });
  const twice = subject.derive(facts);
  const told = twice.findings.some((finding) => finding.kind === "told-twice");
  if (!told) return { fault: "an act told twice, and no finding of it", met: "compared" };
  const rest = twice.findings.filter((finding) => finding.kind !== "told-twice");
  const [one, other] = [outlineOf(once), outlineOf({ ...twice, findings: rest })];
  return { fault: one === other ? null : `told once: ${one}\ntold twice: ${other}`, met: "compared" };
}

/** How many days a date may be; with an open end, more than any number. */
function widthOf(bounds: Bounds | undefined): number {
  const width = ROW.filter((day) => bounds !== undefined && bounds.earliest <= day && day <= bounds.latest);
  return width.includes(BEFORE_ALL) || width.includes(AFTER_ALL) ? Infinity : width.length;
}

/** A projection without what names declarations. */
function outlineOf({ spells, accessions, findings }: Projection): string {
  return JSON.stringify({
    spells: spells.map((spell) => ({ ...spell, declarations: [] })),
    accessions: accessions.map((accession) => ({ ...accession, declarations: [] })),
    findings: [...new Set(grave(findings).map(({ kind, party }) => `${kind} ${party}`))].sort(),
  });
}
