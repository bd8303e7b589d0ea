/** What is asked of a derivation under test, and what a law answers about it. */
import type { PartyOn } from "../../src/domain/certainty.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Role } from "../../src/domain/declaration.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import { FINDING_SEVERITIES, type Finding } from "../../src/domain/finding.ts";
import type { Projection } from "../../src/domain/projection.ts";
import type { Spell, Standing } from "../../src/domain/spell.ts";

/** What is held against the laws: a way to derive, and a way to ask who is in. */
export interface Subject {
  readonly derive: (facts: CoalitionFacts) => Projection;
  readonly partiesOn: (spells: readonly Spell[], day: Day) => readonly PartyOn[];
}

/** `met` says what kind of case it was, so that a test can show that all kinds came up. */
export interface Outcome {
  readonly fault: string | null;
  readonly met: string;
}

export interface Filter {
  readonly roles: readonly Role[];
  readonly standings: readonly Standing[];
}

const ALL_ROLES: readonly Role[] = ["member", "associate", "observer", "partner"];
const BOTH: readonly Standing[] = ["active", "suspended"];
export const FILTERS: readonly Filter[] = [ALL_ROLES, ["member"] as const, ["observer"] as const].flatMap(
  (roles) => [BOTH, ["active"] as const, ["suspended"] as const].map((standings) => ({ roles, standings })),
);

export function answering(spells: readonly Spell[], { roles, standings }: Filter): Spell[] {
  return spells.filter((spell) => roles.includes(spell.role) && standings.includes(spell.standing));
}

/** The findings that a law allows for, doubts left out. */
export function grave(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => FINDING_SEVERITIES[finding.kind] !== "doubt");
}
