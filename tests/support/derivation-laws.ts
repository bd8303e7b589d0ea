/** The laws that need no oracle: order of spells, order and names of declarations, more precise dates. */
import type { Day } from "../../src/domain/day.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import { FINDING_SEVERITIES } from "../../src/domain/finding.ts";
import { parsePartialDate, sinceFounding } from "../../src/domain/partial-date.ts";
import type { Projection } from "../../src/domain/projection.ts";
import type { Spell } from "../../src/domain/spell.ts";
import { answering, FILTERS, grave, type Outcome, type Subject } from "./subject.ts";
import { DAYS } from "./world-days.ts";

/** Law 4: spells stand in order, the bounds lie within the dates as declared, none is certainly empty. */
export function orderFault(facts: CoalitionFacts, subject: Subject): string | null {
  const { spells } = subject.derive(facts);
  for (const [index, spell] of spells.entries()) {
    const said = `spell ${spell.position} of ${spell.party}`;
    for (const date of [spell.from, ...(spell.to === null ? [] : [spell.to])]) {
      const told = facts.declarations.map((declaration) => declaration.effective.edtf).includes(date.edtf);
      const whole = sinceFounding(parsePartialDate(date.edtf), facts.founded);
      if (date.earliest > date.latest) return `${said} has a date that ends before it begins`;
      if (told && (date.earliest < whole.earliest || whole.latest < date.latest))
        return `${said} outruns its date`;
    }
    if (spell.to !== null && spell.to.latest <= spell.from.earliest) return `${said} is certainly empty`;
    if (spell.to !== null && spell.to.earliest < spell.from.earliest)
      return `${said} may end before it begins`;
    if (spell.to !== null && spell.to.latest < spell.from.latest) return `${said} begins after its end`;
    const before = spells[index - 1];
    if (before?.party !== spell.party) {
      if (spell.position !== 0) return `${said} comes first`;
      if (before !== undefined && before.party > spell.party) return `${said} stands after ${before.party}`;
      continue;
    }
    if (spell.position !== before.position + 1) return `${said} comes after ${before.position}`;
    if (before.to === null) return `${said} comes after one without an end`;
    const back = before.to.earliest > spell.from.earliest || before.to.latest > spell.from.latest;
    if (back) return `${said} begins before the end of the one before it`;
  }
  return countedOnceFault(spells, subject);
}

function countedOnceFault(spells: readonly Spell[], subject: Subject): string | null {
  for (const filter of FILTERS) {
    for (const day of DAYS) {
      const parties = subject.partiesOn(answering(spells, filter), day).map((on) => on.party);
      if (new Set(parties).size !== parties.length) return `a party counts twice on ${day}: ${parties}`;
    }
  }
  return null;
}

/** The second half of law 8: what was certain stays so under the more precise of two ledgers. */
export function sharpeningFault(vague: CoalitionFacts, precise: CoalitionFacts, subject: Subject): Outcome {
  const [before, after] = [subject.derive(vague), subject.derive(precise)];
  if (grave([...before.findings, ...after.findings]).length > 0) return { fault: null, met: "finding" };
  for (const filter of FILTERS) {
    const certainly = (projection: Projection, day: Day) =>
      subject
        .partiesOn(answering(projection.spells, filter), day)
        .filter((on) => on.certainty === "certain")
        .map((on) => on.party);
    for (const day of DAYS) {
      const still = new Set(certainly(after, day));
      const lost = certainly(before, day).filter((party) => !still.has(party));
      if (lost.length > 0)
        return { fault: `${lost} certain on ${day} only while less was known`, met: "compared" };
    }
  }
  return { fault: null, met: "compared" };
}

/** A contradictory act has no effect and narrows nothing: without it the spells are the same. */
export function contradictionFault(facts: CoalitionFacts, subject: Subject): Outcome {
  const { spells, findings } = subject.derive(facts);
  const [found, ...more] = grave(findings);
  const alone =
    found !== undefined && more.length === 0 && FINDING_SEVERITIES[found.kind] === "contradiction";
  // From nobody the successor enters as by a join, so that act has an effect.
  if (!alone || found.kind === "succession-from-nobody") return { fault: null, met: "other" };
  const readable = subsets(found.declarations).some((gone) => {
    const declarations = facts.declarations.filter(
      ({ id, rescinds }) => !gone.includes(id) && (rescinds === null || !gone.includes(rescinds)),
    );
    const rest = subject.derive({ ...facts, declarations });
    const open = rest.findings.some(({ kind }) => kind === "order-open");
    return open || unnamed(rest.spells) === unnamed(spells);
  });
  return { fault: readable ? null : `${found.kind} of ${found.declarations} has an effect`, met: "compared" };
}

/** Every choice of one or more: two exits of one that is not in may share a finding. */
function subsets(ids: readonly string[]): string[][] {
  let all: string[][] = [[]];
  for (const id of ids) all = all.flatMap((set) => [set, [...set, id]]);
  return all.slice(1);
}

function unnamed(spells: readonly Spell[]): string {
  return JSON.stringify(spells.map((spell) => ({ ...spell, declarations: [] })));
}

/** Law 3: the order in which the declarations are given changes nothing at all. */
export function arrivalFault(
  facts: CoalitionFacts,
  order: readonly number[],
  subject: Subject,
): string | null {
  const keys = facts.declarations.map((_, place) => order[place] ?? 0);
  const places = keys.map((_, place) => place).sort((a, b) => (keys[a] as number) - (keys[b] as number));
  const shuffled = places.map((place) => facts.declarations[place] as (typeof facts.declarations)[number]);
  const [given, other] = [subject.derive(facts), subject.derive({ ...facts, declarations: shuffled })];
  return differenceOf(given, other);
}

/** Laws 3 and 5: other ids, in another order, change the ids named and nothing else. */
export function namingFault(facts: CoalitionFacts, renamed: CoalitionFacts, subject: Subject): string | null {
  const names = new Map(
    facts.declarations.map(({ id }, place) => [renamed.declarations[place]?.id ?? "", id]),
  );
  const back = (text: string) => text.replace(/\bd\d+\b/g, (id) => names.get(id) ?? id);
  const other = JSON.parse(back(JSON.stringify(subject.derive(renamed)))) as Projection;
  return differenceOf(subject.derive(facts), other);
}

/** Where two projections are not the same, lists that are sets by nature taken as such. */
function differenceOf(one: Projection, other: Projection): string | null {
  const [a, b] = [one, other].map((projection) =>
    JSON.stringify({
      spells: projection.spells,
      accessions: sortedText(projection.accessions),
      findings: sortedText(
        projection.findings.map((finding) => ({
          ...finding,
          declarations: [...finding.declarations].sort(),
        })),
      ),
      inForce: sortedText(projection.inForce),
    }),
  );
  return a === b ? null : `one: ${a}\nother: ${b}`;
}

function sortedText(items: readonly unknown[]): string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}
