/** Writes a case as a person would tell it: `SYR join 2014-09-05`, one act a line, and derives it. */
import { ACTS, type Act, type Declaration, ROLES, type Role } from "../../src/domain/declaration.ts";
import { derive } from "../../src/domain/derivation.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { Lifetime } from "../../src/domain/party.ts";
import type { Projection } from "../../src/domain/projection.ts";
import type { Spell } from "../../src/domain/spell.ts";

interface Setting {
  readonly founded?: string;
  readonly lifetimes?: Readonly<Record<string, Lifetime>>;
}

/**
 * `PARTY act [role] [from PARTY+PARTY] DATE`; a dash for the party ends the coalition, and
 * `PARTY rescind #2 DATE` takes back the second line. The lines are named `d1`, `d2` ….
 */
export function told(lines: readonly string[], { founded, lifetimes = {} }: Setting = {}): Projection {
  return derive({
    coalition: "coalition",
    founded: founded === undefined ? null : parsePartialDate(founded),
    declarations: lines.map(declaration),
    claims: [],
    party: (id) => ({ kind: "country", from: null, until: null, ...lifetimes[id] }),
  });
}

function declaration(line: string, index: number): Declaration {
  const [party, act, ...rest] = line.split(" ");
  if (!ACTS.includes(act as Act)) throw new Error(`No act in "${line}".`);
  const role = ROLES.find((each) => each === rest[0]) ?? null;
  const named = rest.find((word) => word.startsWith("#"));
  const from = rest.indexOf("from");
  return {
    id: `d${index + 1}`,
    revision: 1,
    ref: null,
    coalition: "coalition",
    party: party === "-" ? null : (party as string),
    act: act as Act,
    role: act === "join" ? ((role ?? "member") as Role) : null,
    predecessors: from < 0 ? [] : (rest[from + 1] as string).split("+"),
    declared: null,
    effective: parsePartialDate(rest.at(-1) as string),
    rescinds: named === undefined ? null : `d${named.slice(1)}`,
    supersedes: null,
    title: null,
    scope: [],
    confidence: null,
    note: null,
    sources: [],
  };
}

/** A spell in one line: `SYR member active 2011-11-12 → 2023-05-07 (reinstate)`, bounds where a date is narrowed. */
export function inWords(spell: Spell): string {
  const { party, role, standing, from, to, endedBy } = spell;
  const end = to === null ? "" : `${days(to)} (${endedBy})`;
  return `${party} ${role} ${standing} ${days(from)} → ${end}`.trim();
}

function days({ earliest, latest }: { earliest: string; latest: string }): string {
  return earliest === latest ? earliest : `{${earliest} … ${latest}}`;
}
