/** Readings of a ledger that look right and are not: what the laws must catch. */
import { type PartyOn, partiesOn } from "../../src/domain/certainty.ts";
import { type Day, plusDays } from "../../src/domain/day.ts";
import type { Declaration } from "../../src/domain/declaration.ts";
import { type CoalitionFacts, derive } from "../../src/domain/derivation.ts";
import { FINDING_SEVERITIES, type Finding } from "../../src/domain/finding.ts";
import { exactly, type PartialDate, parsePartialDate, sinceFounding } from "../../src/domain/partial-date.ts";
import type { Projection } from "../../src/domain/projection.ts";
import type { Spell } from "../../src/domain/spell.ts";
import type { Subject } from "./subject.ts";
import { ROW } from "./world-days.ts";

/** The right derivation of declarations read wrongly. */
function misread(reading: (declarations: readonly Declaration[]) => readonly Declaration[]): Subject {
  return {
    derive: (facts) => derive({ ...facts, declarations: reading(facts.declarations) }),
    partiesOn,
  };
}

/** The right derivation, its outcome spoiled. */
function spoiled(spoil: (projection: Projection, facts: CoalitionFacts) => Partial<Projection>): Subject {
  return {
    derive: (facts) => {
      const projection = derive(facts);
      return { ...projection, ...spoil(projection, facts) };
    },
    partiesOn,
  };
}

function silent(hidden: (finding: Finding) => boolean): Subject {
  return spoiled(({ findings }) => ({ findings: findings.filter((finding) => !hidden(finding)) }));
}

function redated(date: (effective: PartialDate) => PartialDate): Subject {
  return misread((declarations) =>
    declarations.map((declaration) => ({ ...declaration, effective: date(declaration.effective) })),
  );
}

/** Each date not before the one before it in the list, wherever it can be so. */
function inOrderOfList(declarations: readonly Declaration[]): Declaration[] {
  let last: Day = "";
  return declarations.map((declaration) => {
    const { effective } = declaration;
    if (effective.latest < last) return declaration;
    last = effective.earliest > last ? effective.earliest : last;
    return { ...declaration, effective: { ...effective, earliest: last } };
  });
}

const byId = (a: Declaration, b: Declaration) => (a.id < b.id ? -1 : 1);

function asDeclared(spell: Spell, facts: CoalitionFacts): Spell {
  const whole = (date: PartialDate) => sinceFounding(parsePartialDate(date.edtf), facts.founded);
  return { ...spell, from: whole(spell.from), to: spell.to === null ? null : whole(spell.to) };
}

/** Each spell by itself, its party certain when one of them is. */
function spellBySpell(spells: readonly Spell[], day: Day): PartyOn[] {
  const alone = spells.flatMap((spell) => partiesOn([spell], day));
  const parties = [...new Set(alone.map(({ party }) => party))];
  return parties.map((party) => {
    const own = alone.filter((on) => on.party === party);
    return own.find((on) => on.certainty === "certain") ?? (own[0] as PartyOn);
  });
}

function withoutSeat(act: Declaration): Declaration[] {
  if (act.act !== "succeed") return [act];
  const exit = { ...act, act: "withdraw", predecessors: [] } as const;
  return [
    ...act.predecessors.map((party): Declaration => ({ ...exit, id: `${act.id}${party}`, party })),
    { ...act, act: "join", role: "member", predecessors: [] },
  ];
}

export const NAIVE = {
  "the dates are not narrowed": spoiled(({ spells }, facts) => ({
    spells: spells.map((spell) => asDeclared(spell, facts)),
  })),
  "the certainty is a spell's": { derive, partiesOn: spellBySpell },
  "the fallback order is taken for the only one": silent(({ kind }) => kind === "order-open"),
  "a contradiction passes unseen": silent(({ kind }) => FINDING_SEVERITIES[kind] === "contradiction"),
  "an act told twice passes unseen": silent(({ kind }) => kind === "told-twice"),
  "nothing is rescinded": misread((acts) => acts.filter(({ act }) => act !== "rescind")),
  "a suspended member is out": misread((acts) =>
    acts.map((act) => {
      if (act.act === "suspend") return { ...act, act: "withdraw" };
      return act.act === "reinstate" ? { ...act, act: "join", role: "member" } : act;
    }),
  ),
  "a succession is an exit and a joining": misread((acts) => acts.flatMap(withoutSeat)),
  "the last day is counted in": spoiled(({ spells }) => ({
    spells: spells.map((spell) => {
      if (spell.to === null) return spell;
      const { earliest, latest } = spell.to;
      return { ...spell, to: { ...spell.to, earliest: plusDays(earliest, 1), latest: plusDays(latest, 1) } };
    }),
  })),
  "the first possible day is the day": redated((date) => ({ ...date, latest: date.earliest })),
  "the day in the middle is the day": redated(({ earliest, latest }) => {
    const middle = Math.floor((ROW.indexOf(earliest) + ROW.indexOf(latest)) / 2);
    return exactly(ROW[middle] as Day);
  }),
  "a party with a contradiction is left out": spoiled(({ spells, findings }) => ({
    spells: spells.filter(
      ({ party }) =>
        !findings.some(
          (finding) => finding.party === party && FINDING_SEVERITIES[finding.kind] === "contradiction",
        ),
    ),
  })),
  "the coalition never ends": misread((acts) => acts.filter(({ party }) => party !== null)),
  "a party never ends": {
    derive: (facts: CoalitionFacts) =>
      derive({ ...facts, party: (id) => ({ ...facts.party(id), from: null, until: null }) }),
    partiesOn,
  },
  "the coalition was always there": {
    derive: (facts: CoalitionFacts) => derive({ ...facts, founded: null }),
    partiesOn,
  },
  "a succession is an accession": spoiled(({ accessions, spells }) => ({
    accessions: [
      ...accessions,
      ...spells
        .filter(({ role, party }) => role === "member" && !accessions.some((own) => own.party === party))
        .map(({ coalition, party, from }) => ({ ...from, coalition, party, declarations: [] })),
    ],
  })),
  "the place in the ledger decides": misread(inOrderOfList),
  "the id decides": misread((acts) => inOrderOfList([...acts].sort(byId))),
} satisfies Record<string, Subject>;
