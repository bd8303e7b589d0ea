/** Law 8: a derivation held against every possible world. */
import type { Day } from "../../src/domain/day.ts";
import type { Role } from "../../src/domain/declaration.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import { FINDING_SEVERITIES } from "../../src/domain/finding.ts";
import { ordinalOf } from "../../src/domain/ordinal.ts";
import type { Projection } from "../../src/domain/projection.ts";
import type { Standing } from "../../src/domain/spell.ts";
import { possibleWorlds } from "./possible-worlds.ts";
import { answering, FILTERS, grave, type Outcome, type Subject } from "./subject.ts";
import { twins } from "./told-twice-law.ts";
import { DAYS, placeOf, ROW } from "./world-days.ts";
import type { Worlds } from "./world-walk.ts";

/** Law 8, both ways, and that a finding is met where the worlds call for one and nowhere else. */
export function againstWorlds(facts: CoalitionFacts, subject: Subject): Outcome {
  const projection = subject.derive(facts);
  const findings = grave(projection.findings);
  const kinds = findings.map((finding) => finding.kind);
  if (kinds.includes("told-twice")) {
    const fault = twins(facts).length > 0 ? null : "told-twice where no act is told twice";
    return { fault, met: "told twice" };
  }
  const { worlds, silent } = possibleWorlds(facts);
  if (silent !== null) return { fault: null, met: "silent" };
  const contradictory = kinds.some((kind) => FINDING_SEVERITIES[kind] === "contradiction");
  if (worlds === null) {
    return {
      fault: contradictory ? null : "no world is possible, and no contradiction is found",
      met: "no world",
    };
  }
  if (contradictory) return { fault: `${kinds} where ${worlds.count} worlds are possible`, met: "compared" };
  if (kinds.includes("order-open")) {
    return { fault: worlds.stories > 1 ? null : "order-open where all orders agree", met: "order open" };
  }
  const fault =
    certaintyFault(projection, worlds, subject) ??
    accessionFault(projection, worlds) ??
    joinedFault(projection, worlds) ??
    (worlds.outlines > 1 ? "orders that differ in effect, and no order-open" : null);
  return { fault, met: worlds.count > 1 ? "compared" : "compared, one world" };
}

/** Certain is what every world says, possible what some world says, whatever the question. */
function certaintyFault(projection: Projection, worlds: Worlds, subject: Subject): string | null {
  for (const filter of FILTERS) {
    const spells = answering(projection.spells, filter);
    for (const day of DAYS) {
      const derived = new Map(subject.partiesOn(spells, day).map((on) => [on.party, on.certainty]));
      for (const party of new Set([...worlds.states.keys(), ...derived.keys()])) {
        const seen = [...(worlds.states.get(party)?.[placeOf(day)] ?? ["out"])];
        const answer = (state: string) => {
          const [role, standing] = state.split(" ") as [Role, Standing];
          return filter.roles.includes(role) && filter.standings.includes(standing);
        };
        const expected = seen.every(answer) ? "certain" : seen.some(answer) ? "possible" : "out";
        const actual = derived.get(party) ?? "out";
        if (actual === expected) continue;
        return `${party} on ${day} as ${filter.roles} ${filter.standings}: derived ${actual}, worlds ${expected}`;
      }
    }
  }
  return null;
}

/** Every way to pick one item of each list. */
function picks<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((one) => list.map((item) => [...one, item])), [[]]);
}

/** The accessions lie where the worlds have them, and the range of an ordinal holds that of each world. */
function accessionFault(projection: Projection, worlds: Worlds): string | null {
  const days = new Map<string, Set<number>>();
  for (const world of worlds.accessions.flat()) {
    for (const [party, place] of world) days.set(party, (days.get(party) ?? new Set()).add(place));
  }
  const shown = (list: readonly [string, string, string][]) =>
    list
      .map((item) => item.join(" "))
      .sort()
      .join(", ");
  const expected = shown(
    [...days].map(([party, places]) => [
      party,
      ROW[Math.min(...places)] as Day,
      ROW[Math.max(...places)] as Day,
    ]),
  );
  const actual = shown(projection.accessions.map((one) => [one.party, one.earliest, one.latest]));
  if (actual !== expected) return `accessions: derived ${actual}, worlds ${expected}`;
  for (const world of picks(worlds.accessions)) {
    const places = new Map(world.flatMap((component) => [...component]));
    for (const accession of projection.accessions) {
      const { earliest, latest } = ordinalOf(accession, projection.accessions);
      const own = places.get(accession.party) ?? Number.NaN;
      const others = [...places].filter(([party]) => party !== accession.party).map(([, place]) => place);
      const lowest = 1 + others.filter((place) => place < own).length;
      const highest = 1 + others.filter((place) => place <= own).length;
      if (earliest <= lowest && highest <= latest) continue;
      return `ordinal of ${accession.party}: derived ${earliest} to ${latest}, a world ${lowest} to ${highest}`;
    }
  }
  return null;
}

/** The unbroken time in a role began, in every world, within the bounds that the spell gives for it. */
function joinedFault(projection: Projection, worlds: Worlds): string | null {
  for (const [key, places] of worlds.joined) {
    const [party, place, role, standing] = key.split(" ");
    const day = ROW[Number(place)] as Day;
    const spells = projection.spells.filter(
      (spell) =>
        spell.party === party &&
        spell.role === role &&
        spell.standing === standing &&
        spell.from.earliest <= day &&
        (spell.to === null || day < spell.to.latest),
    );
    for (const joined of places) {
      const since = ROW[joined] as Day;
      if (spells.some((spell) => spell.joined.earliest <= since && since <= spell.joined.latest)) continue;
      return `${party} on ${day}: a world has it joined on ${since}, the spells do not`;
    }
  }
  return null;
}
